"""A copy of the whole database in one file, taken while the site goes on."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any


class NoBackup(Exception):
    """No copy was made; the message says why, and nothing is left behind."""


def back_up(database: Mapping[str, Any], to: Path) -> int:
    """Copy the database that these settings name into a new file; answers its size in bytes.

    The copy is of one moment, checked, on the disk before its name is there, and readable by its
    owner alone: it holds everything about everybody. Raises NoBackup.
    """
    if to.exists():
        raise NoBackup(f"{to} is there already. Name a file that is not.")
    if not to.parent.is_dir():
        raise NoBackup(f"There is no folder {to.parent}.")
    part = to.with_name(f"{to.name}.part")
    try:
        part.touch(mode=0o600)
        copy = _of_sqlite if database["ENGINE"].endswith("sqlite3") else _of_postgres
        copy(database, part)
        _write_through(part)
        part.rename(to)
    except OSError as error:
        raise NoBackup(f"{to} could not be written: {error.strerror or error}.") from error
    finally:
        part.unlink(missing_ok=True)
    _write_through(to.parent)
    return to.stat().st_size


def _of_sqlite(database: Mapping[str, Any], to: Path) -> None:
    """SQLite's own online backup; writers wait at most for the page that is being copied."""
    source = f"file:{database['NAME']}?mode=ro"
    try:
        with (
            closing(sqlite3.connect(source, uri=True, timeout=20)) as live,
            closing(sqlite3.connect(to)) as copy,
        ):
            live.backup(copy)
            [found] = copy.execute("PRAGMA integrity_check").fetchone()
    except sqlite3.Error as error:
        raise NoBackup(f"The database could not be copied: {error}.") from error
    if found != "ok":
        raise NoBackup(f"The database is damaged: {found}")


def _of_postgres(database: Mapping[str, Any], to: Path) -> None:
    """PostgreSQL's own dump, in its compressed form that pg_restore reads."""
    tool = shutil.which("pg_dump")
    if tool is None:
        raise NoBackup("pg_dump is not installed here; it comes with PostgreSQL's client.")
    names = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD"}
    given = {name: str(database[key]) for name, key in names.items() if database.get(key)}
    done = subprocess.run(
        [tool, "--format=custom", "--no-owner", f"--file={to}", f"--dbname={database['NAME']}"],
        env={**os.environ, **given},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise NoBackup(f"pg_dump did not succeed: {done.stderr.strip()}")


def _write_through(path: Path) -> None:
    """Wait until the disk has it."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
