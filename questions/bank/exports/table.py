"""CSV: one question a row, for a spreadsheet that must not calculate what it reads."""

from __future__ import annotations

import csv
import io
import re

from . import told
from .items import Bank, Item

# What a spreadsheet would take for a formula, also behind quotes and blanks.
_FORMULA = re.compile(r"['\"\s]*[=+\-@＝＋－＠\t\r]")


def write(bank: Bank) -> bytes:
    """The questions as UTF-8 with a byte order mark, which spreadsheets need."""
    items = list(bank.standing())
    options = max((len(item.choices) for item in items), default=0)
    out = io.StringIO(newline="")
    rows = csv.writer(out)
    rows.writerow(_head(options))
    for item in items:
        rows.writerow([guarded(cell) for cell in _row(bank, item, options)])
    return out.getvalue().encode("utf-8-sig", "replace")


def _head(options: int) -> list[str]:
    pairs = [name for n in range(1, options + 1) for name in (f"Option {n}", f"Why {n}")]
    fixed = ["Question", "Answer", *(["Correct"] if options else []), *pairs]
    return [*fixed, "Difficulty", "Topics", "Section", "Checklist", "Read from", "Id"]


def _row(bank: Bank, item: Item, options: int) -> list[str]:
    pairs = [text for one in item.choices for text in (one.text, one.why)]
    pairs += [""] * (2 * options - len(pairs))
    return [
        item.prompt,
        told.answer(bank, item),
        *([told.key(item)] if options else []),
        *pairs,
        item.difficulty,
        ", ".join(topic.name for topic in bank.topics_of(item)),
        item.section,
        "\n".join(f"{point.text}{' (core)' * point.core}" for point in item.checklist),
        bank.source(item),
        str(item.id),
    ]


def guarded(cell: str) -> str:
    """The cell, with an apostrophe before what a spreadsheet would calculate."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def plain(cell: str) -> str:
    """The cell as it was before `guarded`."""
    return cell[1:] if cell[:1] == "'" and _FORMULA.match(cell[1:]) else cell
