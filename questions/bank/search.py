"""Full-text search over SQLite and PostgreSQL behind one call."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import Model, QuerySet

from .rules import terms

RANKED = 1000
"""Rows that are weighed for one search; common words meet more than anybody reads."""
MOST = 500
"""Questions that one search finds."""

# The full-text table comes first in both, so that who may see is asked of its hits alone.
SQLITE = """
SELECT question, score FROM (
    SELECT e.question_id AS question, bm25(bank_search, 8.0, 1.0) AS score
    FROM bank_search CROSS JOIN bank_searchentry e ON e.id = bank_search.rowid
    WHERE bank_search MATCH %s AND EXISTS ({seen})
    ORDER BY bank_search.rowid DESC LIMIT {ranked}
) ORDER BY score, question LIMIT {most}
"""
POSTGRESQL = """
SELECT question, score FROM (
    SELECT e.question_id AS question, ts_rank('{{0, 0, 0.1, 0.9}}', e.words, q, 1) AS score
    FROM bank_searchentry e, to_tsquery('simple', %s) AS q
    WHERE e.words @@ q AND EXISTS ({seen})
    LIMIT {ranked}
) AS found ORDER BY score DESC, question LIMIT {most}
"""


def ranked(questions: QuerySet[Any], text: str) -> list[uuid.UUID]:
    """The ids of those of the questions that have all words of a text, the best first.

    Any text will do; one without a word in it finds nothing. At most MOST are found.
    """
    words = terms.wanted(text)
    if not words:
        return []
    try:
        seen, parameters = _condition(questions)
    except EmptyResultSet:
        return []
    connection = connections[questions.db]
    sqlite = connection.vendor == "sqlite"
    statement = (SQLITE if sqlite else POSTGRESQL).format(seen=seen, ranked=RANKED, most=MOST)
    query = _fts5(words) if sqlite else _tsquery(words)
    with connection.cursor() as cursor:
        cursor.execute(statement, [query, *parameters])
        return [pk if isinstance(pk, uuid.UUID) else uuid.UUID(pk) for pk, _ in cursor.fetchall()]


def _fts5(words: Sequence[str]) -> str:
    return " ".join(f'"{word}"' + "*" * _begins(word) for word in words)


def _tsquery(words: Sequence[str]) -> str:
    return " & ".join(word + ":*" * _begins(word) for word in words)


def _begins(word: str) -> bool:
    """A single letter is a word of its own: as a beginning it would ask for half the bank."""
    return len(word) > 1


def _condition(questions: QuerySet[Any]) -> tuple[str, tuple[Any, ...]]:
    """The questions as the inside of an EXISTS about one entry."""
    model: type[Model] = questions.model
    table = connections[questions.db].ops.quote_name(model._meta.db_table)
    # Nothing that anybody typed is in this piece of SQL.
    linked = questions.order_by().extra(where=[f"{table}.id = e.question_id"])  # nosec B610
    about = linked.values("pk")
    return about.query.sql_with_params()
