"""The key points of an answer: what a learner ticks, and how a point is known again."""

from __future__ import annotations

from .choose import Point, of
from .follow import Known, follow

__all__ = ["Known", "Point", "follow", "of"]
