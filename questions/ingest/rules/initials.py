"""Marks that only a whole document explains: `P:` and `R:`, `Topic 1 Question 12` and so on."""

from __future__ import annotations

import re
from itertools import pairwise

from .line import Peeled, Row
from .words import asks

FEW = 3  # answers, or counted lines, that are no accident
MOSTLY, ASKING = 0.7, 0.8
INITIAL = re.compile(r"(?:[*_]{0,3})([A-Za-z])[*_]{0,3}:")
COUNTED = re.compile(
    r"\b(?:question|pregunta|frage|exercise|problem)[ ]?(?:#|no\.?|n°)?[ ]?(\d{1,4})\b", re.I
)
LONGEST = 90


def mark(letters: list[Row]) -> bool:
    """Take letters before a colon for who speaks, where one asks and another follows each time."""
    spoken = [row for row in letters if INITIAL.match(row.text.lstrip(" \t>-*"))]
    if len(spoken) < FEW or len(spoken) < len(letters):
        return False
    names = [row.peeled.letter for row in spoken]
    asked, told = names[0], next((name for name in names if name != names[0]), "")
    if not told:
        if asked in "Aa":
            return False
        for row in spoken:
            answers(row, asked.lower())
        return True
    turns = all(name in {asked, told} for name in names) and all(
        one == asked for one, after in pairwise(names) if after == told
    )
    asking = [row for row in spoken if row.peeled.letter == asked]
    if not turns or sum(asks(row.core) >= 0.5 for row in asking) < MOSTLY * len(asking):
        return False
    for row in spoken:
        if row.peeled.letter == told:
            answers(row, told.lower())
        else:
            row.peeled.letter = ""
            row.peeled.marks = tuple("question" if m == "letter" else m for m in row.marks)
    return True


def number(rows: list[Row], letters: list[Row]) -> bool:
    """Take letters for numbers where each line that wears one asks and is answered below."""
    if len(letters) < FEW + 1 or any(asks(row.core) < ASKING for row in letters):
        return False
    if any(row.peeled.checked is not None or row.peeled.starred for row in letters):
        return False
    wearing = {row.number for row in letters}
    if any(row.number == len(rows) or not _told(rows[row.number], wearing) for row in letters):
        return False
    for row in letters:
        row.peeled.number = ord(row.peeled.letter.lower()) - ord("a") + 1
        row.peeled.letter = ""
        row.peeled.marks = tuple("number" if mark == "letter" else mark for mark in row.marks)
    return True


def _told(below: Row, wearing: set[int]) -> bool:
    """Whether the very next line is text of another sort."""
    return below.kind == "text" and below.number not in wearing


def answers(row: Row, label: str) -> None:
    """Take a row's letter for the label of an answer."""
    row.answers = True
    row.peeled.label, row.peeled.letter = label, ""
    row.peeled.marks = tuple("label" if mark == "letter" else mark for mark in row.marks)


def count(rows: list[Row]) -> None:
    """A short line that comes again with another number, and calls it a question, opens one."""
    found: dict[str, list[tuple[int, Row]]] = {}
    for row in rows:
        if row.kind != "text" or len(row.text) > LONGEST or "question" in row.marks:
            continue
        match = COUNTED.search(row.text)
        if match and match.start() and row.core[-1:] not in {".", "?", "？"}:
            around = f"{row.text[: match.start(1)]}#{row.text[match.end(1) :]}".strip()
            found.setdefault(around, []).append((int(match[1]), row))
    for lines in found.values():
        rising = sum(after[0] > before[0] for before, after in pairwise(lines))
        if len(lines) >= FEW and rising == len(lines) - 1:
            for number, row in lines:
                marks = (f"h{row.level}", "question") if row.level else ("question",)
                row.peeled = Peeled(marks=marks, level=row.level, number=number)
