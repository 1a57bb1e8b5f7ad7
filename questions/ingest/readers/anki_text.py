"""Anki's notes as text: the lines that say how the rest is written, and a note in each row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from questions.ingest.rules.shapes import Entry, Outline

from . import notes
from .sheet import records
from .text import lines_of
from .unreadable import Unreadable

SIGNS = {"tab": "\t", "comma": ",", "semicolon": ";", "pipe": "|", "colon": ":", "space": " "}
EMPTY = "This export of Anki's holds no note with a front."


def read(data: bytes) -> Outline:
    """Every note as a question, with its place in the file."""
    lines = lines_of(data)
    said, start = stated(lines)
    given = said.get("separator", "tab").strip().lower()
    sign = SIGNS.get(given, given[:1] or "\t")
    html = said.get("html", "true").strip().lower() == "true"
    apart = {
        int(value) - 1: name.removesuffix(" column")
        for name, value in said.items()
        if name.endswith(" column") and value.strip().isdecimal()
    }
    names = said["columns"].split(sign) if said.get("columns") else []
    entries: list[Entry] = []
    for record in records(lines[start:], sign):
        note = noted(record.cells, names, apart, said.get("deck", ""))
        entry = notes.entry(note, record.first + start, record.last + start, html=html)
        if entry is not None:
            entries.append(entry)
    if not entries:
        raise Unreadable(EMPTY)
    return Outline(tuple(lines), "anki-text", entries=tuple(entries))


def stated(lines: Sequence[str]) -> tuple[dict[str, str], int]:
    """What the lines at the top say about the rest, and where that begins."""
    said: dict[str, str] = {}
    start = 0
    while start < len(lines) and lines[start].startswith("#"):
        name, _, value = lines[start][1:].partition(":")
        said[name.strip().lower()] = value.strip("\r\n")
        start += 1
    return said, start


def noted(
    cells: Sequence[str], names: Sequence[str], apart: Mapping[int, str], deck: str
) -> notes.Note:
    """One row as a note; the columns that stand apart are its tags, its deck and so on."""
    own = {apart[at]: cell for at, cell in enumerate(cells) if at in apart}
    fields = tuple(cell for at, cell in enumerate(cells) if at not in apart)
    kept = tuple(name for at, name in enumerate(names) if at not in apart)
    tags = tuple(own.get("tags", "").split())
    return notes.Note(fields, kept[: len(fields)], tags, own.get("deck", deck))
