"""What Today and Progress say: weak topics, readiness, and how good past forecasts were."""

from __future__ import annotations

from .readiness import FOUR_OF_FIVE, NEXT_MINUTES, Raise, Readiness, readiness
from .record import ENOUGH as ENOUGH_ANSWERS
from .record import Band, Promise, Record, Verdict, kept, record
from .retention import CHOICES, Choice, choices
from .standing import ENOUGH, SHOWN, WEAK, Standing, weakest

__all__ = [
    "CHOICES",
    "ENOUGH",
    "ENOUGH_ANSWERS",
    "FOUR_OF_FIVE",
    "NEXT_MINUTES",
    "SHOWN",
    "WEAK",
    "Band",
    "Choice",
    "Promise",
    "Raise",
    "Readiness",
    "Record",
    "Standing",
    "Verdict",
    "choices",
    "kept",
    "readiness",
    "record",
    "weakest",
]
