"""What has changed in an answer since the learner last confirmed that they know it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from uuid import UUID

from questions.bank.rules.diff import Piece, words


class What(Enum):
    """How a key point changed."""

    REWORDED = "reworded"
    ADDED = "added"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Shown:
    """A key point beside what of it was confirmed; None is a point that was not there then."""

    point: UUID
    text: str
    core: bool
    revision: int
    retired: bool = False
    confirmed: int | None = None
    before: str = ""


@dataclass(frozen=True, slots=True)
class News:
    """One change of an answer: a point's words, or a point that came or went."""

    what: What
    point: UUID
    before: str
    now: str

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """What went and what came, word by word."""
        return words(self.before, self.now)


def news(points: Sequence[Shown], *, face: UUID | None = None) -> list[News]:
    """The changes to ask about; none where nothing was confirmed of these points.

    Reworded points and new core ones are asked about, and a card of one point whether it still
    is there. What else went is shown beside them, and is no reason to ask.
    """
    if face is not None:
        points = [each for each in points if each.point == face]
    if all(each.confirmed is None for each in points):
        return []
    found = [change for each in points if (change := _change(each)) is not None]
    asks = any(change.what is not What.GONE for change in found)
    return found if asks or (face is not None and found) else []


def _change(each: Shown) -> News | None:
    if each.confirmed is None:
        came = each.core and not each.retired
        return News(What.ADDED, each.point, "", each.text) if came else None
    if each.retired:
        return News(What.GONE, each.point, each.before, "")
    if each.revision > each.confirmed:
        return News(What.REWORDED, each.point, each.before, each.text)
    return None
