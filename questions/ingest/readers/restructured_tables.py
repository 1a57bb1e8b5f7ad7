"""The drawn tables of reStructuredText, grid and simple."""

from __future__ import annotations

import re
from typing import Protocol

from .restructured_directives import Body

GRID = re.compile(r"\s*\+(?:[-=]+\+)+\s*$")
SIMPLE = re.compile(r"\s*=+(?:\s+=+)+\s*$")
RULED = re.compile(r"\s*-+(?:\s+-+)*\s*$")
MOST = 2000  # lines of one table


class Sink(Protocol):
    """Where rows go."""

    def table(self, rows: list[tuple[list[str], int, int]], inside: str) -> None: ...

    def spoken(self, text: str) -> str: ...


def table(body: Body, at: int, inside: str, sink: Sink) -> int:
    """Write the table that begins here, if one does; its end, or 0."""
    line = body[at][1]
    if GRID.match(line):
        end, rows = _grid(body, at)
    elif SIMPLE.match(line):
        end, rows = _simple(body, at)
    else:
        return 0
    if not end:
        return 0
    sink.table([([sink.spoken(c) for c in cells], a, b) for cells, a, b in rows], inside)
    return end


def _grid(body: Body, at: int) -> tuple[int, list[tuple[list[str], int, int]]]:
    rows: list[tuple[list[str], int, int]] = []
    cells: list[str] = []
    first = 0
    end = at
    while end < len(body) and end - at < MOST and body[end][1].strip()[:1] in {"+", "|"}:
        number, line = body[end]
        if GRID.match(line):
            if cells:
                rows.append((cells, first, number))
            cells = []
        else:
            parts = [part.strip() for part in line.strip().strip("|").split("|")]
            if not cells:
                cells, first = [""] * len(parts), number
            for place, part in enumerate(parts[: len(cells)]):
                cells[place] = f"{cells[place]} {part}".strip()
        end += 1
    if cells:
        rows.append((cells, first, body[end - 1][0]))
    return (end, rows) if rows else (0, [])


def _simple(body: Body, at: int) -> tuple[int, list[tuple[list[str], int, int]]]:
    line = body[at][1]
    edges = [match.start() for match in re.finditer(r"=+", line)]
    rows: list[tuple[list[str], int, int]] = []
    rules = 0
    for end in range(at, min(len(body), at + MOST)):
        number, line = body[end]
        if SIMPLE.match(line):
            rules += 1
            following = body[end + 1][1].strip() if end + 1 < len(body) else ""
            if rules >= 2 and (not following or rules == 3):
                return end + 1, rows
            continue
        if not line.strip() or RULED.match(line):
            continue
        stops = [*edges[1:], len(line) + 1]
        cells = [line[a:b].strip() for a, b in zip(edges, stops, strict=True)]
        if cells[0] or not rows:
            rows.append((cells, number, number))
        else:
            before, first, _ = rows[-1]
            rows[-1] = (
                [f"{x} {y}".strip() for x, y in zip(before, cells, strict=True)],
                first,
                number,
            )
    return 0, []
