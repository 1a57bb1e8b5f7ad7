"""Copies of the database: whole while others write, and never half a file."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import subprocess
import threading
from contextlib import closing
from uuid import uuid4

import pytest
from django.conf import settings

from questions.jobs.backup import NoBackup, back_up

COPIES = int(os.environ.get("SAFETY_COPIES", "8"))


@pytest.fixture
def ledger(tmp_path):
    """Settings of an SQLite file in which two rows are always written together."""
    path = tmp_path / "live.sqlite3"
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA journal_mode=WAL")
        db.execute("CREATE TABLE entry (number INTEGER, side TEXT)")
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": path}


def write_pairs(path, over):
    with closing(sqlite3.connect(path, timeout=20, isolation_level=None)) as db:
        number = 0
        while not over.is_set():
            number += 1
            db.execute("BEGIN IMMEDIATE")
            db.execute("INSERT INTO entry VALUES (?, 'debit')", [number])
            db.execute("INSERT INTO entry VALUES (?, 'credit')", [number])
            db.execute("COMMIT")


def test_every_copy_that_is_taken_under_load_is_whole(ledger, tmp_path):
    over = threading.Event()
    writers = [threading.Thread(target=write_pairs, args=(ledger["NAME"], over)) for _ in range(2)]
    for writer in writers:
        writer.start()
    try:
        for number in range(COPIES):
            back_up(ledger, tmp_path / f"{number}.sqlite3")
    finally:
        over.set()
        for writer in writers:
            writer.join()
    for number in range(COPIES):
        with closing(sqlite3.connect(tmp_path / f"{number}.sqlite3")) as db:
            assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            halves = "SELECT count(*) FROM entry GROUP BY side"
            assert len({row[0] for row in db.execute(halves)}) <= 1


def test_a_copy_is_its_owners_alone_and_overwrites_nothing(ledger, tmp_path):
    copy = tmp_path / "copy.sqlite3"
    assert back_up(ledger, copy) == copy.stat().st_size > 0
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    with pytest.raises(NoBackup, match="there already"):
        back_up(ledger, copy)


def test_what_cannot_be_copied_leaves_no_file(tmp_path):
    damaged = tmp_path / "live.sqlite3"
    damaged.write_bytes(b"no database " * 400)
    for database in (damaged, tmp_path / "missing.sqlite3"):
        with pytest.raises(NoBackup, match="could not be copied"):
            back_up(
                {"ENGINE": "django.db.backends.sqlite3", "NAME": database},
                tmp_path / "copy.sqlite3",
            )
    with pytest.raises(NoBackup, match="no folder"):
        back_up({"ENGINE": "x.sqlite3", "NAME": damaged}, tmp_path / "away" / "copy.sqlite3")
    assert [path.name for path in tmp_path.iterdir()] == ["live.sqlite3"]


@pytest.mark.skipif(
    "postgresql" not in settings.DATABASES["default"]["ENGINE"], reason="about PostgreSQL's dump"
)
@pytest.mark.skipif(not shutil.which("pg_restore"), reason="no pg_dump and pg_restore here")
def test_a_dump_of_postgresql_is_restored_by_its_own_tool(db, tmp_path):
    from django.db import connection

    database = connection.settings_dict
    dump = tmp_path / "dump"
    back_up(database, dump)
    listed = subprocess.run(
        ["pg_restore", "--list", str(dump)], capture_output=True, text=True, check=True
    )
    assert "TABLE DATA public accounts_user" in listed.stdout
    with pytest.raises(NoBackup, match="pg_dump did not succeed"):
        back_up({**database, "NAME": f"no_such_{uuid4().hex}"}, tmp_path / "other")
    assert not (tmp_path / "other").exists()
