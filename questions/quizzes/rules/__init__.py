"""Choosing questions, making items of them, scoring answers, and measuring questions."""

from __future__ import annotations

from .certainty import Certainty, Sure, by_certainty, worth
from .choosing import SPARE, Candidate, draw, mix, tried
from .clock import PACES, deadline, left, spelled
from .gaps import gap_of_amount
from .making import Made, Told, make_choice
from .naming import described, gap_of_term
from .ordering import score_order, steps_of
from .scoring import (
    PASSED,
    TopicScore,
    by_level,
    by_topic,
    duration,
    is_missed,
    percent,
    score_choice,
    score_points,
)
from .settings import (
    LENGTHS,
    LONGEST,
    MOST_MINUTES,
    QUICK,
    WRITTEN,
    ItemKind,
    Mode,
    Settings,
)
from .showing import Option, Piece, Point, Step, hint, options, pieces, points, source, steps
from .statements import stands_alone
from .statistics import ENOUGH, Measured, alpha, covariance, measure, measured

__all__ = [
    "ENOUGH",
    "LENGTHS",
    "LONGEST",
    "MOST_MINUTES",
    "PACES",
    "PASSED",
    "QUICK",
    "SPARE",
    "WRITTEN",
    "Candidate",
    "Certainty",
    "ItemKind",
    "Made",
    "Measured",
    "Mode",
    "Option",
    "Piece",
    "Point",
    "Settings",
    "Step",
    "Sure",
    "Told",
    "TopicScore",
    "alpha",
    "by_certainty",
    "by_level",
    "by_topic",
    "covariance",
    "deadline",
    "described",
    "draw",
    "duration",
    "gap_of_amount",
    "gap_of_term",
    "hint",
    "is_missed",
    "left",
    "make_choice",
    "measure",
    "measured",
    "mix",
    "options",
    "percent",
    "pieces",
    "points",
    "score_choice",
    "score_order",
    "score_points",
    "source",
    "spelled",
    "stands_alone",
    "steps",
    "steps_of",
    "tried",
    "worth",
]
