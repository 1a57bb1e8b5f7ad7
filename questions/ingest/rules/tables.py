"""Tables that hold a question and its answer in each row."""

from __future__ import annotations

import re
from itertools import pairwise

from .labels import is_answer
from .line import Peeled, Row
from .words import QUESTION_LABELS, asks

CELL = re.compile(r"(?<!\\)\|")
DASHES = frozenset("|:- \t")
BREAK = re.compile(r"[ ]?<br[ ]?/?>[ ]?", re.IGNORECASE)
LISTED = re.compile(r"[-*•][ ]|\d{1,2}[.)][ ]")
FEW = 3


def cells(rows: list[Row]) -> None:
    """Turn the rows of each such table into lines that wear the mark `cell`."""
    start = 0
    while start < len(rows):
        if rows[start].kind != "table":
            start += 1
            continue
        stop = start
        while stop < len(rows) and rows[stop].kind == "table":
            stop += 1
        _table(rows[start:stop])
        start = stop


def _table(table: list[Row]) -> None:
    if len(table) < 3 or not DASHES.issuperset(table[1].text) or any(row.home for row in table):
        return
    heads = [head.strip("*_ ").lower() for head in split(table[0].text)]
    parts = [split(row.text) for row in table[2:]]
    asked, told = _columns(heads, parts)
    level = next((at for at, head in enumerate(heads) if head in {"difficulty", "level"}), -1)
    if asked < 0 or all(part[asked].isdigit() for part in parts if len(part) > asked):
        return
    for row, cells_of in zip(table[2:], parts, strict=True):
        if len(cells_of) > max(asked, told) and cells_of[asked]:
            row.kind = "text"
            row.home = False
            number = next((int(cell) for cell in cells_of[:asked] if cell.isdigit()), None)
            row.peeled = Peeled(
                marks=("cell",),
                core=BREAK.sub(" ", cells_of[asked]),
                number=number,
                after=_lines(cells_of[told]),
            )
            if 0 <= level < len(cells_of):
                row.peeled.aside = cells_of[level]


def _columns(heads: list[str], parts: list[list[str]]) -> tuple[int, int]:
    """Which columns ask and answer, or -1: by their names, else by what stands in them."""
    asked = next((at for at, head in enumerate(heads) if _names_question(head)), -1)
    told = next((at for at, head in enumerate(heads) if is_answer(head)), -1)
    if asked >= 0 and told >= 0:
        return asked, told
    if len(heads) == 2 and len(parts) >= FEW:
        asking = sum(asks(part[0]) >= 0.9 for part in parts if part)
        if asking >= 0.7 * len(parts):
            return 0, 1
    return -1, -1


def _names_question(head: str) -> bool:
    return head in QUESTION_LABELS or head.removesuffix("s") in QUESTION_LABELS


def _framed(text: str) -> str:
    """A row without the bars at its ends."""
    text = text.removeprefix("|")
    return text if text.endswith("\\|") else text.removesuffix("|")


def _lines(cell: str) -> str:
    """A cell with its breaks as lines, points of a list under each other."""
    parts = [part.strip() for part in BREAK.split(cell)]
    text = parts[0]
    for above, part in pairwise(parts):
        listed = LISTED.match(part) and (LISTED.match(above) or not above)
        text += f"\n{part}" if listed else f"\n\n{part}"
    return text


def split(text: str) -> list[str]:
    """The cells of a table's row."""
    return [cell.strip().replace("\\|", "|") for cell in CELL.split(_framed(text.strip()))]
