"""How well a card is remembered: FSRS-6 behind an interface of our own.

Elapsed days are the learner's own local days, so the reference library is asked for states only;
it knows neither clocks nor calendars.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from fsrs_rs_python import FSRS, ItemState, MemoryState

Weights = tuple[float, ...]

WEIGHTS: Weights = (
    0.212,
    1.2931,
    2.3065,
    8.2956,
    6.4133,
    0.8334,
    3.0194,
    0.001,
    1.8722,
    0.1666,
    0.796,
    1.4835,
    0.0614,
    0.2629,
    1.6483,
    0.6014,
    1.8729,
    0.5425,
    0.0912,
    0.0658,
    0.1542,
)
"""The published defaults, w0 to w20."""


def read_weights(text: str) -> Weights:
    """Weights as they are kept in a row; an empty text is the published defaults."""
    return _read_text(text) if text else WEIGHTS


def write_weights(weights: Weights) -> str:
    """These weights as text, without loss."""
    return " ".join(map(repr, weights))


@lru_cache(maxsize=256)
def _read_text(text: str) -> Weights:
    return tuple(map(float, text.split()))


RETENTION = 0.9
"""The chance of recall, 0 to 1, at which a card falls due."""


class Grade(Enum):
    """How well the learner says they knew it. Hard is a pass; only Again is a miss."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


@dataclass(frozen=True, slots=True)
class Strength:
    """What FSRS knows of a card: stability in days, difficulty from 1 to 10."""

    stability: float
    difficulty: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one grade would lead to: the strength after it and the days, unrounded, to wait."""

    strength: Strength
    days: float


@lru_cache(maxsize=64)
def model(weights: Weights) -> FSRS:
    """The reference model for these weights."""
    return FSRS(list(weights))


def outcome(
    strength: Strength | None,
    grade: Grade,
    elapsed: int,
    *,
    retention: float = RETENTION,
    weights: Weights = WEIGHTS,
) -> Outcome:
    """What a grade leads to, so many local days after the last review; None is a new card."""
    known = None
    if strength is not None:
        known = MemoryState(strength.stability, strength.difficulty)
    states = model(weights).next_states(known, retention, elapsed)
    match grade:
        case Grade.AGAIN:
            return _read(states.again)
        case Grade.HARD:
            return _read(states.hard)
        case Grade.GOOD:
            return _read(states.good)
        case Grade.EASY:
            return _read(states.easy)


def interval(
    strength: Strength, *, retention: float = RETENTION, weights: Sequence[float] = WEIGHTS
) -> float:
    """The days, unrounded, after which the chance of recall has fallen to `retention`."""
    decay = -weights[20]
    factor = 0.9 ** (1 / decay) - 1
    return float(strength.stability / factor * (retention ** (1 / decay) - 1))


def recall(strength: Strength, days: float, *, weights: Sequence[float] = WEIGHTS) -> float:
    """The chance, 0 to 1, that the card is still known so many days after its last review."""
    decay = -weights[20]
    factor = 0.9 ** (1 / decay) - 1
    return float((1 + factor * days / strength.stability) ** decay)


def _read(state: ItemState) -> Outcome:
    memory = state.memory
    return Outcome(Strength(memory.stability, memory.difficulty), state.interval)
