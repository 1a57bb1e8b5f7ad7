"""The lines of a PDF's pages, and those among them that stand in the margins."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

WIDE = 0.5
"""The width of a letter as a part of its size, roughly."""

EDGE = 3
"""Lines at the top and at the bottom of a page among which running heads are looked for."""

FEW = 3
"""Pages up to which a line that recurs may do so by chance, unless it stands in the margin."""

MARGIN = 0.05
PAGE = re.compile(
    r"(?:page|seite|p\.)?\s*[-–—|]?\s*\d{1,4}(?:\s*(?:/|of|von|de)\s*\d{1,4})?\s*[-–—|]?", re.I
)
SIGN = re.compile(r"[\W_]{1,4}")
FIGURE = re.compile(r"\d+")
CONTENTS = re.compile(r"(?:\.\s?){4,}\s*\d{1,4}\s*$")
"""The row of dots that leads to a page number: a line of a table of contents."""


@dataclass(slots=True)
class Line:
    """One line of a page; sizes and places are points."""

    width: float
    height: float
    parts: list[tuple[str, bool, bool]] = field(default_factory=list)
    x: float = 0.0
    y: float = 0.0
    begun: bool = False
    sizes: Counter[float] = field(default_factory=Counter)

    def add(self, text: str, x: float, y: float, size: float, *, bold: bool, mono: bool) -> None:
        """A piece at the line's end."""
        if not self.begun:
            self.x, self.y, self.begun = x, y, bool(text.strip())
        if self.parts and self.parts[-1][1:] == (bold, mono):
            self.parts[-1] = (self.parts[-1][0] + text, bold, mono)
        else:
            self.parts.append((text, bold, mono))
        self.sizes[round(size * 2) / 2] += len(text.strip())

    @property
    def text(self) -> str:
        return "".join(part[0] for part in self.parts)

    @property
    def size(self) -> float:
        return self.sizes.most_common(1)[0][0] if self.sizes else 0.0

    @property
    def bold(self) -> bool:
        """Whether all of it is bold, code and the sign of an item aside."""
        written = [
            bold
            for at, (text, bold, mono) in enumerate(self.parts)
            if text.strip() and not mono and (at or SIGN.fullmatch(text) is None)
        ]
        return bool(written) and all(written)

    @property
    def mono(self) -> bool:
        return all(mono for text, _, mono in self.parts if text.strip())

    @property
    def outside(self) -> bool:
        """Whether it stands in the margin at the top or at the bottom of its page."""
        return not MARGIN * self.height < self.y < (1 - MARGIN) * self.height

    @property
    def right(self) -> float:
        """Roughly where the line ends."""
        return self.x + WIDE * self.size * len(self.text.rstrip())


def without_margins(pages: list[list[Line]]) -> list[list[Line]]:
    """The pages without what stands at the same edge of most of them, and without their numbers."""
    edges = [_edges(page) for page in pages]
    seen: Counter[tuple[str, int]] = Counter()
    for sides in edges:
        seen.update({_same(line) for side in sides for line in side})
    most = max(2, len(pages) // 2)
    kept = []
    for page, sides in zip(pages, edges, strict=True):
        dropped: set[int] = set()
        for side in sides:
            for line in side:
                sure = len(pages) > FEW or line.outside
                repeated = len(pages) > 1 and sure and seen[_same(line)] >= most
                if not (repeated or _evident(line, page)):
                    break
                dropped.add(id(line))
        kept.append(
            [
                line
                for line in page
                if id(line) not in dropped and not CONTENTS.search(line.text[-40:])
            ]
        )
    return kept


def _edges(page: list[Line]) -> list[list[Line]]:
    """The lines at the bottom and at the top of a page, the outermost first."""
    outer = sorted(page, key=lambda line: line.y)
    return [outer[:EDGE], outer[: -EDGE - 1 : -1]] if len(outer) > 2 else []


def _evident(line: Line, page: list[Line]) -> bool:
    """Whether a line at the edge of its page is a page number, or small print far from the text."""
    if PAGE.fullmatch(line.text.strip()):
        return True
    others = [other for other in page if abs(other.y - line.y) > 1]
    smallest = min((other.size for other in others), default=0.0)
    away = min((abs(other.y - line.y) for other in others), default=0.0)
    return line.size <= 0.85 * smallest and away > 2.5 * smallest


def _same(line: Line) -> tuple[str, int]:
    return FIGURE.sub("#", " ".join(line.text.split())), round(line.y / 3)
