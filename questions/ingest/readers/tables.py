"""Tables on their way into Markdown: their rows, and which of them only lay out a page."""

from __future__ import annotations

import re

from questions.ingest.rules.words import words_of

from .tags import Cutter
from .writer import Piece, Writer, composed

BLOCKS = words_of(
    """
    h1 h2 h3 h4 h5 h6 pre ul ol dl details hr blockquote table form
    """
)
WITHIN = frozenset({"ul", "ol", "pre", "blockquote"})
MOST = 2000
"""Characters of a cell; a longer one is a page's column."""

COLUMNS = 60


class Table:
    """The rows of a table that is being read; a cell is what the writer's pieces hold."""

    def __init__(self) -> None:
        self.rows: list[tuple[list[str], bool]] = []
        self.first = self.last = 0
        self.places: list[tuple[int, int]] = []

    def row(self, line: int) -> None:
        """Begin a row."""
        self.rows.append(([], True))
        self.places.append((line, line))

    def cell(self, pieces: list[Piece], heads: bool) -> None:
        """Add a cell to the row."""
        if not self.rows:
            self.row(pieces[0].first if pieces else 1)
        cells, all_heads = self.rows[-1]
        lines = composed(pieces)
        sign = "<br>" if any(line.text.startswith("- ") for line in lines) else " "
        text = sign.join(line.text for line in lines if line.text)
        if len(cells) < COLUMNS:
            cells.append(text.replace("|", "\\|"))
        self.rows[-1] = (cells, all_heads and heads)
        last = max((piece.last for piece in pieces), default=0)
        self.places[-1] = (self.places[-1][0], max(self.places[-1][1], last))

    def write(self, writer: Writer) -> None:
        """The table as Markdown; one without a row of heads gets an empty one."""
        kept = [
            (cells, heads, place)
            for (cells, heads), place in zip(self.rows, self.places, strict=True)
            if any(cells)
        ]
        if not kept:
            return
        width = max(len(cells) for cells, _, _ in kept)
        if width == 1:
            for cells, _, place in kept:
                writer.block([Piece(cells[0].replace("\\|", "|"), *place)])
            return
        lines = []
        first = kept[0][2]
        if kept[0][1]:
            cells, _, first = kept.pop(0)
            lines.append(Piece(_line(cells, width), *first))
        else:
            lines.append(Piece(_line([], width), first[0], first[0]))
        lines.append(Piece("|" + " --- |" * width, lines[0].last, lines[0].last))
        lines += [Piece(_line(cells, width), *place) for cells, _, place in kept]
        writer.block(lines)


def _line(cells: list[str], width: int) -> str:
    return "| " + " | ".join(cells + [""] * (width - len(cells))) + " |"


def layouts(source: str) -> frozenset[int]:
    """The tables, counted from 1 as they open, that hold blocks and so are no tables of data."""
    found: set[int] = set()
    if not re.search("<table", source, re.IGNORECASE):
        return frozenset()
    count = 0
    opened: list[int] = []
    written: list[int] = []
    headed: list[bool] = []
    for token in Cutter(source).tokens():
        if not opened and (token.name != "table" or token.closes):
            continue
        if not token.name:
            written[-1] += len(token.text)
            if written[-1] > MOST:
                found.add(opened[-1])
            continue
        # Under heads a cell may hold a list; a table without them lays out the page.
        block = token.name in BLOCKS and not (headed and headed[-1] and token.name in WITHIN)
        if not token.closes and block and opened:
            found.add(opened[-1])
        if token.name == "th" and headed:
            headed[-1] = True
        if token.name in {"td", "th", "tr"}:
            written[-1] = 0
        if token.name == "table":
            if token.closes:
                opened.pop()
                written.pop()
                headed.pop()
            else:
                count += 1
                opened.append(count)
                written.append(0)
                headed.append(False)
    return frozenset(found)
