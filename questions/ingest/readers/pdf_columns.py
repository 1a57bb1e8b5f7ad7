"""The columns of a PDF's pages: where their lines begin, and how far they reach."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from .pdf_page import Line

MIDDLE = 0.45
"""The part of a page's width from which a line may begin a second column."""

FEW = 0.25
"""The share of all lines that a second column has at least."""


@dataclass(frozen=True, slots=True)
class Column:
    """Where a column begins on its page, where most of its lines do, and where the longest end."""

    begins: float
    left: int
    edge: float
    wraps: bool


def columns(lines: Sequence[Line]) -> tuple[Column, ...]:
    """The column of a document's lines of text, or the two that they are set in."""
    width = lines[0].width if lines else 0.0
    beside = [line for line in lines if line.x >= MIDDLE * width]
    before = [line for line in lines if line.x < MIDDLE * width]
    # Lines are measured by their letters, so that the gap between columns may seem filled.
    if min(len(beside), len(before)) >= FEW * len(lines) > 0 and _edge(before) <= 0.65 * width:
        begins = min(line.x for line in beside)
        first = Column(0.0, _left(before), _edge(before), True)
        return first, Column(begins, _left(beside), _edge(beside), True)
    edge = _edge(lines)
    return (Column(0.0, _left(lines), edge, bool(lines) and edge >= 0.55 * width),)


def _edge(lines: Sequence[Line]) -> float:
    rights = sorted(line.right for line in lines)
    return rights[min(int(0.95 * len(rights)), len(rights) - 1)] if rights else 0.0


def _left(lines: Sequence[Line]) -> int:
    lefts = Counter(round(line.x) for line in lines if not line.mono)
    usual = lefts.most_common(1)[0][1] if lefts else 0
    return min((x for x, times in lefts.items() if times >= 0.35 * usual), default=0)
