"""How good past forecasts were: what was promised of each card, beside whether it was known."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from math import log, sqrt
from uuid import UUID

from .readiness import FOUR_OF_FIVE

Promise = tuple[float, bool]
"""The chance, 0 to 1, that was given to a card, and whether it then was known."""

EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
"""Where one band of promises ends and the next begins."""

ENOUGH = 30
"""Answers without which nothing is said about our forecasts."""

WINDOW = 100
"""How many answers the moving average looks back."""

SAME = 0.005
"""A difference in log loss that means nothing."""

NARROWEST = 0.001
"""No chance counts as surer than this, or one surprise would weigh more than all the rest."""


class Verdict(Enum):
    """How our forecasts compare with the better of two simple guesses."""

    CLOSER = "closer"
    SAME = "same"
    WORSE = "worse"


@dataclass(frozen=True)
class Band:
    """The promises between two chances: how many, and what part of them was known."""

    low: float
    high: float
    count: int
    said: float
    knew: float

    @property
    def name(self) -> str:
        return f"{round(100 * self.low)}–{round(100 * self.high)}\N{NO-BREAK SPACE}%"

    @property
    def said_percent(self) -> int:
        return round(100 * self.said)

    @property
    def knew_percent(self) -> int:
        return round(100 * self.knew)


@dataclass(frozen=True)
class Record:
    """What became of our forecasts.

    The three losses are mean log losses, less is better: of our forecasts, of guessing the
    person's own average each time, and of guessing the average of the last answers. On `inside`
    of `days` days the part that was known lay in the range for four of five days.
    """

    answers: int
    bands: tuple[Band, ...]
    loss: float
    constant: float
    moving: float
    days: int
    inside: int

    @property
    def verdict(self) -> Verdict:
        ahead = min(self.constant, self.moving) - self.loss
        if abs(ahead) <= SAME:
            return Verdict.SAME
        return Verdict.CLOSER if ahead > 0 else Verdict.WORSE

    @property
    def better(self) -> bool:
        return self.verdict is Verdict.CLOSER

    @property
    def worse(self) -> bool:
        return self.verdict is Verdict.WORSE

    @property
    def widest(self) -> Band:
        """The band that says most: the one with the most answers."""
        return max(self.bands, key=lambda band: band.count)


def kept(chances: Mapping[UUID, float], answers: Iterable[tuple[UUID, bool]]) -> list[Promise]:
    """What became of a day's promises: the first answer to each card decides, in their order."""
    first: dict[UUID, bool] = {}
    for card, known in answers:
        first.setdefault(card, known)
    return [(chances[card], known) for card, known in first.items() if card in chances]


def record(days: Sequence[Sequence[Promise]]) -> Record | None:
    """The record of these days, the oldest first; None while too little has happened."""
    all_ = [promise for day in days for promise in day]
    if len(all_) < ENOUGH:
        return None
    share = sum(known for _, known in all_) / len(all_)
    asked = [day for day in days if day]
    return Record(
        answers=len(all_),
        bands=tuple(_bands(all_)),
        loss=_loss(all_),
        constant=_loss([(share, known) for _, known in all_]),
        moving=_loss(_moving([known for _, known in all_])),
        days=len(asked),
        inside=sum(map(_inside, asked)),
    )


def _bands(promises: Sequence[Promise]) -> Iterable[Band]:
    for low, high in pairwise(EDGES):
        here = [p for p in promises if low <= p[0] < high or (high == 1.0 and p[0] >= high)]
        if here:
            said = sum(chance for chance, _ in here) / len(here)
            knew = sum(known for _, known in here) / len(here)
            yield Band(low, high, len(here), said, knew)


def _loss(promises: Sequence[Promise]) -> float:
    """The mean log loss."""
    total = 0.0
    for chance, known in promises:
        sure = min(1 - NARROWEST, max(NARROWEST, chance))
        total -= log(sure if known else 1 - sure)
    return total / len(promises)


def _moving(knew: Sequence[bool]) -> list[Promise]:
    """What the average of the last answers would have said before each; at first one half."""
    window: deque[bool] = deque(maxlen=WINDOW)
    guesses = []
    for known in knew:
        guesses.append(((sum(window) + 1) / (len(window) + 2), known))
        window.append(known)
    return guesses


def _inside(day: Sequence[Promise]) -> bool:
    """Whether as much was known as the day's range said; half a card on each side is rounding."""
    expected = sum(chance for chance, _ in day)
    spread = FOUR_OF_FIVE * sqrt(sum(chance * (1 - chance) for chance, _ in day))
    return abs(sum(known for _, known in day) - expected) <= spread + 0.5
