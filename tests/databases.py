"""Databases that are made from nothing once a run, and copied wherever one is needed."""

from __future__ import annotations

import fcntl
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tests.journeys import server

HERE = "DATABASES_OF_THIS_RUN"
"""The variable by which the workers of one run know their common folder."""

MIGRATING = ("migrate", "--verbosity", "0")


def begin() -> None:
    """Before any worker starts: an empty place for what the run will make."""
    os.environ[HERE] = tempfile.mkdtemp(prefix="databases-")


def end() -> None:
    """After the last worker has ended: nothing stays, neither files nor databases."""
    folder = Path(os.environ.pop(HERE))
    for marker in folder.glob("postgres-*.made"):
        drop(named(marker.read_text()))
    shutil.rmtree(folder, ignore_errors=True)


def fill(env: dict[str, str], *steps: tuple[str, ...]) -> None:
    """Into the database that `env` names go all tables, and what these commands bring, in order.

    The first who asks for some steps has them done, beginning with every migration; whoever asks
    later, in this worker or another, gets a copy. On another server than the run's own nothing
    can be copied, so there it is all done anew.
    """
    if is_elsewhere(env["DATABASE_URL"]):
        for step in (MIGRATING, *steps):
            server.manage(env, *step)
    else:
        copy(made(env, steps), env["DATABASE_URL"])


def is_elsewhere(address: str) -> bool:
    """Whether that is a database of PostgreSQL's on another server than DATABASE_URL names."""
    own = os.environ.get("DATABASE_URL", "")
    return address.startswith("postgres") and urlsplit(address).netloc != urlsplit(own).netloc


def made(env: dict[str, str], steps: tuple[tuple[str, ...], ...] = ()) -> str:
    """The address of the database that these steps have made."""
    kind = "postgres" if env["DATABASE_URL"].startswith("postgres") else "sqlite"
    folder = Path(os.environ[HERE])
    name = f"{kind}-{sha256(repr(steps).encode()).hexdigest()[:12]}"
    marker = folder / f"{name}.made"
    with (folder / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if kind == "sqlite":
            address = f"sqlite:///{folder / name}.sqlite3"
        else:
            address = named(f"{folder.name}-{name}".lower())
        if not marker.exists():
            here = {**env, "DATABASE_URL": address}
            if steps:
                fill(here, *steps[:-1])
                server.manage(here, *steps[-1])
            else:
                copy("", address)
                server.manage(here, *MIGRATING)
            marker.write_text(urlsplit(address).path[1:])
    return address


def copy(source: str, target: str) -> None:
    """Everything of one database in another in its place; without a source, nothing."""
    if target.startswith("sqlite"):
        file = Path(target.removeprefix("sqlite:///"))
        file.unlink(missing_ok=True)
        if source:
            shutil.copy(source.removeprefix("sqlite:///"), file)
        return
    drop(target)
    name, template = (urlsplit(one).path[1:] for one in (target, source))
    with on_postgres() as maker:
        maker.execute(f'CREATE DATABASE "{name}"' + (f' TEMPLATE "{template}"' if source else ""))


def drop(address: str) -> None:
    """That database of PostgreSQL's is no more, whoever is still connected to it."""
    with on_postgres() as maker:
        maker.execute(f'DROP DATABASE IF EXISTS "{urlsplit(address).path[1:]}" WITH (FORCE)')


@contextmanager
def on_postgres() -> Iterator[Any]:
    """A connection to the database that DATABASE_URL names, from which others are made."""
    import psycopg

    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as maker:
        yield maker


def named(name: str) -> str:
    """The address of another database beside the one that DATABASE_URL names."""
    given = urlsplit(os.environ["DATABASE_URL"])
    return f"{given.scheme}://{given.netloc}/{name}" + (f"?{given.query}" if given.query else "")


def for_tests(settings: dict[str, Any]) -> None:
    """Let Django make its own test database, whose settings these are, as a copy."""
    from django.db.backends.signals import connection_created

    address = os.environ.get("DATABASE_URL", "")
    address = address if address.startswith("postgres") else "sqlite://"
    source = made({**os.environ, "DEBUG": "1", "DATABASE_URL": address})
    if address.startswith("postgres"):
        settings["TEST"] = {**settings.get("TEST", {}), "TEMPLATE": urlsplit(source).path[1:]}
    else:

        def begin_filled(connection: Any, **_: Any) -> None:
            memory = connection.connection
            if connection.is_in_memory_db() and not is_filled(memory):
                with sqlite3.connect(source.removeprefix("sqlite:///")) as file:
                    file.backup(memory)

        connection_created.connect(begin_filled, weak=False)


def is_filled(database: sqlite3.Connection) -> bool:
    return bool(database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])
