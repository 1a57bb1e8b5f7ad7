"""How well a key point was said, and on which occasion."""

from __future__ import annotations

from enum import Enum


class Verdict(Enum):
    """Whether a person said a key point."""

    HIT = "hit"
    PARTLY = "partly"
    MISSED = "missed"

    @property
    def share(self) -> float:
        """What the verdict is worth of its point, 0 to 1."""
        return {Verdict.HIT: 1.0, Verdict.PARTLY: 0.5, Verdict.MISSED: 0.0}[self]


class Where(Enum):
    """The occasion on which a point was ticked."""

    QUIZ = "quiz"
    CARD = "card"
    MOCK = "mock"
    REHEARSAL = "rehearsal"
