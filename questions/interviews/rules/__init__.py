"""Mock interviews without a framework: stages, who may do what, drawing, clocks, calendars."""

from __future__ import annotations

from .drawing import MOST, Drawn, Offer, Wish, draw, likeness
from .roles import ACTS, Act, Line, NotNow, Role, Verb, check
from .rubric import BANDS, DEFAULT, Band, Dimension, dimensions_from, dimensions_json
from .stages import ASKING, RUNNING, Stage

__all__ = [
    "ACTS",
    "ASKING",
    "BANDS",
    "DEFAULT",
    "MOST",
    "RUNNING",
    "Act",
    "Band",
    "Dimension",
    "Drawn",
    "Line",
    "NotNow",
    "Offer",
    "Role",
    "Stage",
    "Verb",
    "Wish",
    "check",
    "dimensions_from",
    "dimensions_json",
    "draw",
    "likeness",
]
