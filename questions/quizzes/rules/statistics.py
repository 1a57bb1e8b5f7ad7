"""What first attempts say of a question: how easy it is, and whether it tells people apart."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

ENOUGH = 30
"""First attempts below which nothing is said."""
SATISFACTORY, DOUBTFUL = 0.75, 0.64
"""Alpha from which on a test is reliable, and below which it is not."""


@dataclass(frozen=True)
class Measured:
    """Facility, discrimination and efficiency in per cent; None where nothing varies."""

    attempts: int
    facility: float
    discrimination: float | None
    efficiency: float | None

    @property
    def hurts(self) -> str:
        """What is the matter with the question, in a phrase; empty where nothing is."""
        if self.discrimination is not None and self.discrimination < 0:
            return "who knows more gets it wrong more often"
        if self.facility < 20:
            return "hardly anybody gets it right"
        if self.facility > 95:
            return "nearly everybody gets it right"
        if self.discrimination is not None and self.discrimination < 15:
            return "it does not tell who knows more"
        return ""


def measure(scores: Sequence[float], rests: Sequence[float]) -> Measured | None:
    """What first attempts say; each score (0 to 1) goes with the same person's score on the rest.

    None where there are too few of them, which no number should hide.
    """
    if len(scores) < ENOUGH:
        return None
    return measured(scores, rests)


def measured(scores: Sequence[float], rests: Sequence[float]) -> Measured:
    """The figures themselves, however few the attempts."""
    together = covariance(scores, rests)
    most = covariance(sorted(scores), sorted(rests))
    spread = math.sqrt(covariance(scores, scores) * covariance(rests, rests))
    return Measured(
        len(scores),
        100 * sum(scores) / len(scores),
        100 * together / spread if spread > 0 else None,
        100 * together / most if most > 0 else None,
    )


def alpha(rows: Sequence[Sequence[float]]) -> float | None:
    """Cronbach's alpha of attempts (rows) at the same questions (columns)."""
    columns = list(zip(*rows, strict=True))
    if len(columns) < 2 or len(rows) < 2:
        return None
    totals = [sum(row) for row in rows]
    whole = covariance(totals, totals)
    parts = sum(covariance(column, column) for column in columns)
    count = len(columns)
    return count / (count - 1) * (1 - parts / whole) if whole > 0 else None


def covariance(one: Sequence[float], other: Sequence[float]) -> float:
    """With n - 1, as of a sample; 0 for a single pair."""
    if len(one) < 2:
        return 0.0
    mean, mean_other = sum(one) / len(one), sum(other) / len(other)
    pairs = zip(one, other, strict=True)
    return sum((x - mean) * (y - mean_other) for x, y in pairs) / (len(one) - 1)
