"""Which topics are weak, from how they went lately."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

ENOUGH = 5
"""Ticks without which nothing is said about a topic."""

WEAK = 0.75
"""A topic of which a larger part was hit is not called weak."""

SHOWN = 3
"""How many weak topics are named; more would help nobody choose."""


@dataclass(frozen=True)
class Standing:
    """How one topic went lately: of so many points ticked, so many hit; partly hit is half."""

    slug: str
    name: str
    ticked: int
    hit: float

    @property
    def share(self) -> float:
        """The part that was hit, 0 to 1."""
        return self.hit / self.ticked

    @property
    def percent(self) -> int:
        return round(100 * self.share)


def weakest(topics: Iterable[Standing]) -> list[Standing]:
    """The weakest topics that enough is known of, the weakest first."""
    known = [t for t in topics if t.ticked >= ENOUGH and t.share < WEAK]
    return sorted(known, key=lambda t: (t.share, -t.ticked, t.name))[:SHOWN]
