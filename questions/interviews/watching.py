"""Noticing that rooms moved on, whichever process moved them: one watcher for all streams."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Any, Protocol
from uuid import UUID

from django.db import connection

log = logging.getLogger(__name__)

OFTEN = 0.04
"""Seconds between two looks at a SQLite file: a look costs a few microseconds."""

PATIENCE = 1.0
"""Seconds before a watcher that lost its database tries again."""


@dataclass(frozen=True)
class Place:
    """Where a room is: the numbers that its sides count by."""

    interview: UUID
    version: int
    shared: int
    pad: int


Moved = Callable[[Iterable[Place]], None]
Watched = Callable[[], Collection[UUID]]


class Watcher(Protocol):
    async def run(self, moved: Moved, watched: Watched) -> None:
        """Call `moved` with each room that moved on, for ever."""
        ...


def watcher() -> Watcher:
    """The way that this site's database tells of changes."""
    return Notified() if connection.vendor == "postgresql" else FileWatched()


class FileWatched:
    """SQLite: `PRAGMA data_version` says that another connection wrote; then the rooms are read."""

    def __init__(self) -> None:
        self.known: dict[UUID, Place] = {}

    async def run(self, moved: Moved, watched: Watched) -> None:
        while True:
            try:
                await self._watch(moved, watched)
            except sqlite3.Error:
                log.warning("the file cannot be watched", exc_info=True)
                await asyncio.sleep(PATIENCE)

    async def _watch(self, moved: Moved, watched: Watched) -> None:
        name = connection.get_connection_params()["database"]
        file = sqlite3.connect(name, isolation_level=None, timeout=0.2, check_same_thread=False)
        try:
            seen = -1
            while True:
                (version,) = file.execute("PRAGMA data_version").fetchone()
                if version != seen:
                    places = read(file, watched())
                    moved([one for one in places if self.known.get(one.interview) != one])
                    self.known = {one.interview: one for one in places}
                    seen = version
                await asyncio.sleep(OFTEN)
        finally:
            file.close()


def read(file: sqlite3.Connection, rooms: Collection[UUID]) -> list[Place]:
    """Where the rooms are, in pieces that SQLite's limit of values allows."""
    ids = [room.hex for room in rooms]
    found: list[Place] = []
    for start in range(0, len(ids), 500):
        some = ids[start : start + 500]
        rows = file.execute(
            "SELECT id, version, shared_version, pad_version FROM interviews_interview "
            f"WHERE id IN ({','.join('?' * len(some))})",  # nosec B608: only question marks
            some,
        )
        found += [Place(UUID(row[0]), *row[1:]) for row in rows]
    return found


class Notified:
    """PostgreSQL: each act says in its transaction where its room is; one connection listens."""

    async def run(self, moved: Moved, watched: Watched) -> None:
        import psycopg

        while True:
            try:
                await self._listen(moved)
            except psycopg.Error:
                log.warning("nothing is heard of the database", exc_info=True)
                await asyncio.sleep(PATIENCE)

    async def _listen(self, moved: Moved) -> None:
        import psycopg

        given: dict[str, Any] = connection.get_connection_params()
        wanted = ("host", "port", "user", "password", "dbname", "sslmode")
        named = {name: given[name] for name in wanted if given.get(name)}
        line = await psycopg.AsyncConnection.connect(**named, autocommit=True)
        async with line:
            await line.execute("LISTEN interviews")
            async for note in line.notifies():
                moved([place_of(note.payload)])


def place_of(payload: str) -> Place:
    """What a notification says."""
    interview, version, shared, pad = payload.split()
    return Place(UUID(interview), int(version), int(shared), int(pad))
