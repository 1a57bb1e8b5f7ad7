"""The rows of a document with the counts that make every look at a stretch of them cheap."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from .line import Row
from .words import RIGHT, asks, commands, opening

MOST = 6  # labels of answers in one answer; with more it holds several questions
ENDS = frozenset("?？.!。！:")
FIRST = frozenset("Aa")
CONTENT = frozenset({"text", "code", "table", "joined"})


class Page:
    """The rows of a document with the counts that make every look at a stretch of them cheap."""

    def __init__(self, rows: list[Row], free: Sequence[bool]) -> None:
        self.rows = rows
        self.free = free
        # Nothing has been taken yet; front matter never was free.
        self.fresh = all(free[index] or row.kind == "front" for index, row in enumerate(rows))
        self.words: list[int] = []
        self.replies: list[int] = []
        self.boxes: list[int] = []
        self.ticked: list[int] = []
        self.headings: list[int] = []
        self.plain: set[int] = set()
        for index, row in enumerate(rows):
            if row.kind == "blank" or not free[index]:
                continue
            peeled = row.peeled
            toggle = peeled.summary and asks(peeled.core) < 0.8
            if row.kind in CONTENT and not (peeled.level or row.home or toggle):
                self.words.append(index)
            if row.answers or peeled.opens or peeled.letter in FIRST:
                self.replies.append(index)
            if peeled.checked is not None:
                self.boxes.append(index)
                if peeled.checked or RIGHT.search(peeled.core[-60:]):
                    self.ticked.append(index)
            if peeled.level and not row.answers:
                self.headings.append(index)
            below = index - 1 in self.plain and not _goes_on(rows[index - 1], row)
            if (row.first or below) and _plainly(row):
                self.plain.add(index)

    def count(self, where: list[int], start: int, stop: int) -> int:
        """How many of these places lie in a stretch of rows."""
        return bisect_left(where, stop) - bisect_left(where, start)

    def answers(self, start: int, stop: int) -> bool:
        """Whether a stretch says where its answer is: one label or so, or boxes, some ticked."""
        ticked = self.count(self.ticked, start, stop)
        boxed = 0 < ticked < self.count(self.boxes, start, stop)
        return boxed or 0 < self.count(self.replies, start, stop) <= MOST

    def heading(self, start: int, stop: int, level: int) -> int:
        """The first heading of at most this level in a stretch, or its end."""
        for place in range(bisect_left(self.headings, start), len(self.headings)):
            at = self.headings[place]
            if at >= stop:
                break
            if self.rows[at].level <= level:
                return at
        return stop


def _goes_on(before: Row, row: Row) -> bool:
    """Whether a line is the rest of a question that the line before breaks off."""
    broken = before.core.rstrip()[-1:] not in ENDS
    return broken and row.core[:1].islower() and opening(row.core) < 0.8


def _plainly(row: Row) -> bool:
    """Whether a line without marks asks, at the start of a paragraph or in a list of such lines."""
    fits = row.kind == "text" and not row.marks and row.indent < 4 and len(row.core) <= 300
    if row.core[:2] == "**" and row.peeled.label:
        return False
    asking = asks(row.core) if fits else 0.0
    # A question in the middle of a paragraph is prose, unless the paragraph begins with it.
    return fits and (
        asking == 1.0 or (asking >= 0.9 and opening(row.core) >= 0.8) or commands(row.core)
    )
