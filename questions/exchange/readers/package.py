"""The schedule and the log of an Anki package; its questions are read by `ingest`."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from contextlib import closing

from questions.exchange.rules.history import REVIEWS, Histories, History, counted
from questions.ingest.readers import anki
from questions.ingest.readers.packed import Archive
from questions.ingest.readers.unreadable import Unreadable

TABLES = anki.TABLES | {"revlog"}
TOO_MANY = f"This collection has more than {REVIEWS:,} reviews. Export it in parts."


def read(data: bytes) -> Histories:
    """How each note's first card was studied. Raises Unreadable, which says why."""
    archive = Archive(data)
    name, packed = anki.collection(archive)
    raw = archive.read(name, anki.UNPACKED)
    database = bytearray(anki.unpacked(raw) if packed else raw)
    if not database.startswith(b"SQLite format 3\0") or len(database) < 512:
        raise Unreadable(anki.DAMAGED)
    database[18:20] = b"\x01\x01"
    media = sum(bool(anki.MEDIA.fullmatch(part)) for part in archive.parts)
    try:
        with closing(anki.opened(bytes(database))) as connection:
            connection.set_authorizer(_allowed)
            return _histories(connection, media)
    except (sqlite3.Error, UnicodeError, ValueError, KeyError, TypeError, AttributeError):
        raise Unreadable(anki.DAMAGED) from None


def _allowed(action: int, first: str | None, *_: str | None) -> int:
    """Reading alone, in the tables of notes and in the log."""
    known = action == sqlite3.SQLITE_SELECT or first in TABLES or first == "sqlite_master"
    return sqlite3.SQLITE_OK if action in anki.ALLOWED and known else sqlite3.SQLITE_DENY


def _histories(connection: sqlite3.Connection, media: int) -> Histories:
    kinds = dict(connection.execute("SELECT name, type FROM sqlite_master"))
    if any(kinds.get(name, "table") != "table" for name in TABLES) or "cards" not in kinds:
        raise Unreadable(anki.DAMAGED)
    lines = _lines(connection)
    first, suspended, unlogged, several = _cards(connection)
    logs, crammed, moved = _logs(connection, kinds, set(first.values()))
    cards = [
        History(card, lines[note], card in suspended, tuple(logs[card]))
        for note, card in first.items()
        if note in lines
    ]
    lost = sum(not logs[card] for card in unlogged)
    return Histories(tuple(cards), several, crammed, moved, lost, media)


def _lines(connection: sqlite3.Connection) -> dict[int, int]:
    """The line of the rendering at which each note's question begins, as `anki.read` has it."""
    ids = [note for (note,) in connection.execute("SELECT id FROM notes ORDER BY id")]
    found, line = {}, 1
    for note, content in zip(ids, anki.every(connection), strict=True):
        try:
            outline = anki.rendered([content])
        except Unreadable:
            continue
        found[note] = line
        line += len(outline.lines)
    return found


def _cards(connection: sqlite3.Connection) -> tuple[dict[int, int], set[int], set[int], int]:
    """Each note's first card, which are put away, which have an interval, and how many more."""
    first: dict[int, int] = {}
    suspended, spaced, several = set(), set(), 0
    rows = connection.execute("SELECT id, nid, queue, ivl FROM cards ORDER BY nid, ord, id")
    for card, note, queue, interval in rows:
        if note in first:
            several += 1
            continue
        first[note] = card
        if queue == -1:
            suspended.add(card)
        if interval > 0:
            spaced.add(card)
    return first, suspended, spaced, several


def _logs(
    connection: sqlite3.Connection, kinds: dict[str, str], wanted: set[int]
) -> tuple[dict[int, list[tuple[int, int, int]]], int, int]:
    """The reviews of each of these cards that count, and how many do not."""
    logs: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    if "revlog" not in kinds:
        return logs, 0, 0
    raw: dict[int, list[tuple[int, int, int, int]]] = defaultdict(list)
    rows = connection.execute("SELECT id, cid, ease, time, type FROM revlog ORDER BY id")
    for count, (at, card, ease, spent, kind) in enumerate(rows):
        if count >= REVIEWS:
            raise Unreadable(TOO_MANY)
        if card in wanted:
            raw[card].append((int(at), int(ease), int(spent), int(kind)))
    crammed = moved = 0
    for card, reviews in raw.items():
        logs[card], more_crammed, more_moved = counted(reviews)
        crammed, moved = crammed + more_crammed, moved + more_moved
    return logs, crammed, moved
