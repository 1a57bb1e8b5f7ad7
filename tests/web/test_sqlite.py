"""SQLite statements are given their marks once, and mean what Django means by them."""

from __future__ import annotations

import pytest
from django.db import connection
from django.db.backends.sqlite3.base import SQLiteCursorWrapper

from quizsite.sqlite3.base import LONGEST, Cursor, _converted


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("SELECT 1", None),
        ("SELECT a FROM b WHERE c = %s AND d LIKE '%%s' AND e = %s", None),
        ("SELECT a FROM b WHERE c = %(name)s AND d LIKE '%%'", ["name"]),
        ("SELECT %s" + ", %s" * LONGEST, None),
    ],
)
def test_a_statement_reads_as_django_would_write_it(query, names):
    ours = Cursor.convert_query(None, query, param_names=names)
    assert ours == SQLiteCursorWrapper.convert_query(None, query, param_names=names)


def test_values_reach_the_database_and_a_statement_is_converted_once(db):
    if connection.vendor != "sqlite":
        pytest.skip("the database of this run is not SQLite")
    statement = "SELECT %s, '%%s', %s /* of this test alone */"
    before = _converted.cache_info().misses
    with connection.cursor() as cursor:
        for one in range(3):
            assert cursor.execute(statement, [one, "%s"]).fetchone() == (one, "%s", "%s")
        cursor.execute("SELECT %(one)s", {"one": 7})
        assert cursor.fetchone() == (7,)
    assert _converted.cache_info().misses == before + 1
