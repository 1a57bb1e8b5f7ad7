"""Answers in the footnotes of their questions: `What is a keel?[^1]`, and `[^1]: The spine.`"""

from __future__ import annotations

import re
from itertools import pairwise

from .line import Row
from .words import asks

NOTE = re.compile(r"\s{0,3}\[\^([^\]\s]{1,30})\]:[ \t]*(.*)$")
CITED = re.compile(r"\[\^([^\]\s]{1,30})\]$")
FEW = 3  # questions from which notes are no remarks but answers
MOSTLY = 0.8  # the share of the notes that a question cites


def mark(rows: list[Row]) -> None:
    """Hand each question the note that it cites, where most notes of a document answer one."""
    told = _notes(rows)
    if len(told) < FEW:
        return
    asking = [
        (row, cited[1])
        for row in rows
        if row.kind == "text"
        and (cited := CITED.search(row.core[-40:]))
        and cited[1] in told
        and asks(_uncited(row, cited)) >= 0.5
    ]
    if len({name for _, name in asking}) < max(FEW, MOSTLY * len(told)):
        return
    if _answered(rows, {row.number for row, _ in asking}) > (1 - MOSTLY) * len(asking):
        return
    for row, name in asking:
        row.peeled.core = row.core[: row.core.rindex("[^")].rstrip()
        row.peeled.after = "\n".join(_said(one) for one in told[name]).strip()
    for lines in told.values():
        for row in lines:
            if row.kind != "blank":
                row.kind, row.told = "key", True


def _answered(rows: list[Row], asking: set[int]) -> int:
    """How many of the questions have text under them: their notes are sources then."""
    printed = [row for row in rows if row.kind != "blank"]
    return sum(
        one.number in asking
        and not (below.number in asking or below.level or NOTE.match(below.text))
        for one, below in pairwise(printed)
    )


def _notes(rows: list[Row]) -> dict[str, list[Row]]:
    """The lines of every note by its name: its own, and those that are indented under it."""
    found: dict[str, list[Row]] = {}
    note: list[Row] = []
    for row in rows:
        if row.kind == "text" and (match := NOTE.match(row.text)):
            note = found.setdefault(match[1], [])
            note.append(row)
        elif note and (row.kind == "blank" or row.indent >= 2):
            note.append(row)
        else:
            note = []
    return found


def _uncited(row: Row, cited: re.Match[str]) -> str:
    return row.core[: len(row.core) - len(cited[0])].rstrip()


def _said(row: Row) -> str:
    match = NOTE.match(row.text)
    return match[2] if match else row.text.strip()
