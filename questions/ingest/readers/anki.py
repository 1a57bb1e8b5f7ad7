"""Anki's packages: the notes of the collection in it, in both of Anki's schemas."""

from __future__ import annotations

import io
import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any

from questions.ingest.rules.shapes import Entry, Outline

from . import notes
from .packed import BOMB, Archive
from .unreadable import Unreadable

NOTES = 200_000
UNPACKED = 64 * 1024 * 1024
TEXT = 32 * 1024 * 1024
STEPS = 20_000
"""How often SQLite may report a thousand steps; a deck of 100,000 notes takes a hundredth."""

MAGIC = b"\x28\xb5\x2f\xfd"
NO_DECK = "There is no Anki deck in this package."
DAMAGED = "The deck in this package is damaged: its notes cannot be read."
NEWER = "This package was written by an Anki that is newer than what is read here."
TOO_MANY = f"This deck has more than {NOTES:,} notes. Export it in parts."
EMPTY = "No note of this deck has a front."
ALLOWED = frozenset({sqlite3.SQLITE_READ, sqlite3.SQLITE_SELECT})
TABLES = frozenset(["notes", "cards", "decks", "notetypes", "fields", "col"])
MEDIA = re.compile(r"\d{1,6}")


def read(data: bytes) -> Outline:
    """Every note as a question; positions are lines of the rendering."""
    archive = Archive(data)
    name, packed = collection(archive)
    raw = archive.read(name, UNPACKED)
    database = bytearray(unpacked(raw) if packed else raw)
    if not database.startswith(b"SQLite format 3\0") or len(database) < 512:
        raise Unreadable(DAMAGED)
    # A journal beside the file does not exist here; as a plain file it opens from memory.
    database[18:20] = b"\x01\x01"
    try:
        with closing(opened(bytes(database))) as connection:
            found = list(every(connection))
    except (sqlite3.Error, UnicodeError, ValueError, KeyError, TypeError, AttributeError):
        raise Unreadable(DAMAGED) from None
    return rendered(found)


def collection(archive: Archive) -> tuple[str, bool]:
    """The name of the collection that counts, and whether it is packed once more.

    Newer packages hold a second collection of one note that only says to update Anki: the
    statement of the version in `meta` tells, and where that is missing the newest name.
    """
    meta = archive.read("meta", 1 << 16)
    version = meta[1] if len(meta) >= 2 and meta[0] == 8 else 0
    if version > 3:
        raise Unreadable(NEWER)
    order = [
        ("collection.anki21b", True),
        ("collection.anki21", False),
        ("collection.anki2", False),
    ]
    if version in {1, 2}:
        order = order[1:] if version == 2 else order[2:]
    for name, packed in order:
        if name in archive.parts:
            return name, packed
    raise Unreadable(NO_DECK)


def unpacked(data: bytes) -> bytes:
    """A collection out of its Zstandard frame, at most 64 MB."""
    import zstandard

    if not data.startswith(MAGIC):
        raise Unreadable(DAMAGED)
    try:
        reader = zstandard.ZstdDecompressor(max_window_size=1 << 27).stream_reader(io.BytesIO(data))
        out = reader.read(UNPACKED + 1)
    except (zstandard.ZstdError, MemoryError):
        raise Unreadable(DAMAGED) from None
    if len(out) > UNPACKED:
        raise Unreadable(BOMB)
    return out


def opened(database: bytes) -> sqlite3.Connection:
    """The collection in memory: nothing in it runs, and nothing is written."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.deserialize(database)
    connection.execute("PRAGMA trusted_schema=OFF")
    connection.execute("PRAGMA query_only=ON")
    connection.execute("PRAGMA cell_size_check=ON")
    connection.create_collation("unicase", lambda a, b: (a > b) - (a < b))
    connection.text_factory = lambda text: text.decode("utf-8", "replace")
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, TEXT)
    connection.set_authorizer(_allowed)
    left = STEPS

    def count() -> int:
        nonlocal left
        left -= 1
        return left < 0

    connection.set_progress_handler(count, 1000)
    return connection


def _allowed(action: int, first: str | None, *_: str | None) -> int:
    """Only reading is allowed, and only in the tables that Anki's notes take."""
    known = action == sqlite3.SQLITE_SELECT or first in TABLES or first == "sqlite_master"
    return sqlite3.SQLITE_OK if action in ALLOWED and known else sqlite3.SQLITE_DENY


def every(connection: sqlite3.Connection) -> Iterator[notes.Note]:
    """The notes in the order in which they were made."""
    kinds = dict(connection.execute("SELECT name, type FROM sqlite_master"))
    if any(kinds.get(name, "table") != "table" for name in TABLES) or "notes" not in kinds:
        raise Unreadable(DAMAGED)
    names = field_names(connection, kinds)
    decks = deck_names(connection, kinds)
    of_note: dict[int, Any] = {}
    if "cards" in kinds:
        for note, deck in connection.execute("SELECT nid, did FROM cards"):
            of_note.setdefault(note, deck)
    size = 0
    rows = connection.execute("SELECT id, mid, tags, flds FROM notes ORDER BY id")
    for count, (note, kind, tags, fields) in enumerate(rows):
        size += len(fields)
        if count >= NOTES or size > TEXT:
            raise Unreadable(TOO_MANY)
        yield notes.Note(
            tuple(fields.split("\x1f")),
            names.get(kind, ()),
            tuple(str(tags).split()),
            decks.get(of_note.get(note), ""),
        )


def field_names(
    connection: sqlite3.Connection, kinds: dict[str, str]
) -> dict[Any, tuple[str, ...]]:
    """The names of the fields of each kind of note."""
    found: dict[Any, tuple[str, ...]] = {}
    if "fields" in kinds:
        for kind, name in connection.execute("SELECT ntid, name FROM fields ORDER BY ntid, ord"):
            found[kind] = (*found.get(kind, ()), str(name))[:100]
    elif "col" in kinds:
        for kind, model in _of_col(connection, "models"):
            listed = sorted(model.get("flds", []), key=lambda one: int(one.get("ord", 0)))
            found[int(kind)] = tuple(str(one.get("name", "")) for one in listed)[:100]
    return found


def deck_names(connection: sqlite3.Connection, kinds: dict[str, str]) -> dict[Any, str]:
    """The names of the decks."""
    if "decks" in kinds:
        return {deck: str(name) for deck, name in connection.execute("SELECT id, name FROM decks")}
    if "col" in kinds:
        return {int(deck): str(one.get("name", "")) for deck, one in _of_col(connection, "decks")}
    return {}


def _of_col(connection: sqlite3.Connection, column: str) -> list[tuple[str, dict[str, Any]]]:
    """What the older schema keeps as JSON in its one row."""
    # The column is one of ours, never the file's.
    query = {"models": "SELECT models FROM col", "decks": "SELECT decks FROM col"}[column]
    row = connection.execute(query).fetchone()
    try:
        found = json.loads(row[0]) if row and row[0] else {}
    except RecursionError:
        raise Unreadable(DAMAGED) from None
    return [(key, value) for key, value in found.items() if isinstance(value, dict)]


def rendered(found: list[notes.Note]) -> Outline:
    """The notes one below the other."""
    lines: list[str] = []
    entries: list[Entry] = []
    for note in found:
        draft = notes.entry(note, 1, 1)
        if draft is None:
            continue
        options = [f"- {choice.text}" for choice in draft.options]
        text = "\n\n".join(
            part for part in (draft.prompt, "\n".join(options), draft.answer) if part
        )
        first = len(lines) + 1
        lines += [*text.split("\n"), ""]
        last = len(lines) - 1
        entries.append(
            Entry(
                draft.prompt,
                draft.answer,
                draft.options,
                first,
                last,
                draft.section,
                draft.difficulty,
                draft.topics,
            )
        )
    if not entries:
        raise Unreadable(EMPTY)
    return Outline(tuple(lines), "apkg", entries=tuple(entries))
