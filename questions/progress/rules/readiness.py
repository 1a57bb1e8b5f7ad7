"""How much of some cards will be known on a date, and what a topic's part of some minutes adds."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from math import sqrt

FOUR_OF_FIVE = 1.28
"""Standard errors to each side within which four of five outcomes lie."""

NEXT_MINUTES = 20
"""The time for which it is said what would help most."""


@dataclass(frozen=True)
class Readiness:
    """How much of some cards will be known on a date: a mean, and where 80 of 100 outcomes lie.

    All three are from 0 to 1; a card that was never seen counts as not known.
    """

    slug: str
    name: str
    cards: int
    unseen: int
    recall: float
    low: float
    high: float

    @property
    def percent(self) -> int:
        return round(100 * self.recall)

    @property
    def low_percent(self) -> int:
        return round(100 * self.low)

    @property
    def high_percent(self) -> int:
        return round(100 * self.high)


def readiness(slug: str, name: str, odds: Collection[float | None]) -> Readiness:
    """The readiness that follows from each card's chance on the date; None was never seen."""
    chances = [0.0 if each is None else each for each in odds]
    count = max(1, len(chances))
    mean = sum(chances) / count
    spread = FOUR_OF_FIVE * sqrt(sum(p * (1 - p) for p in chances)) / count
    unseen = sum(each is None for each in odds)
    return Readiness(
        slug, name, len(chances), unseen, mean, max(0.0, mean - spread), min(1.0, mean + spread)
    )


@dataclass(frozen=True)
class Raise:
    """What a topic's part of the next minutes would be: cards, new and known, and what it adds.

    `gain` is in parts of the whole readiness.
    """

    slug: str
    name: str
    new: int
    known: int
    gain: float

    @property
    def points(self) -> str:
        """Percentage points, with the one decimal that tells small steps apart."""
        return f"{100 * self.gain:.1f}"
