"""Certainty marking: who is sure wins more where right, and loses more where wrong."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum


class Certainty(IntEnum):
    """How sure somebody says they are: below 67 %, below 80 %, or more."""

    GUESS = 1
    LIKELY = 2
    SURE = 3


_RIGHT = {Certainty.GUESS: 1, Certainty.LIKELY: 2, Certainty.SURE: 3}
_WRONG = {Certainty.GUESS: 0, Certainty.LIKELY: -2, Certainty.SURE: -6}


def worth(score: float, certainty: Certainty) -> float:
    """What an answer is worth: in parts right the part of what all would be, else a loss."""
    return score * _RIGHT[certainty] if score > 0 else float(_WRONG[certainty])


@dataclass(frozen=True)
class Sure:
    """How often somebody was right who said they were this sure, 0 to 100."""

    certainty: Certainty
    items: int
    percent: int
    worth: float


def by_certainty(answers: Iterable[tuple[int, float]]) -> list[Sure]:
    """How each certainty went, the least sure first; those that nobody said are left out."""
    found: dict[Certainty, list[float]] = {}
    for said, score in answers:
        found.setdefault(Certainty(said), []).append(score)
    return [
        Sure(
            said,
            len(scores),
            round(100 * sum(scores) / len(scores)),
            round(sum(worth(score, said) for score in scores), 2),
        )
        for said, scores in sorted(found.items())
    ]
