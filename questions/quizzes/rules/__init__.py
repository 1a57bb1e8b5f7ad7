"""Choosing questions, making choice items and scoring answers."""

from __future__ import annotations

from .choosing import LENGTHS, LONGEST, Candidate, ItemKind, Settings, draw
from .making import Made, Told, make_choice
from .scoring import TopicScore, by_topic, duration, is_missed, percent, score_choice, score_points
from .showing import Option, Piece, Point, options, pieces, points, source
from .statements import stands_alone

__all__ = [
    "LENGTHS",
    "LONGEST",
    "Candidate",
    "ItemKind",
    "Made",
    "Option",
    "Piece",
    "Point",
    "Settings",
    "Told",
    "TopicScore",
    "by_topic",
    "draw",
    "duration",
    "is_missed",
    "make_choice",
    "options",
    "percent",
    "pieces",
    "points",
    "score_choice",
    "score_points",
    "source",
    "stands_alone",
]
