"""What a tick says, the marker of typed answers, and the likeness of texts."""

from __future__ import annotations

from .likeness import alike, covered, ideas, leading, meanings, meant
from .marker import Mark, mark
from .stems import stem
from .verdicts import Verdict, Where

__all__ = [
    "Mark",
    "Verdict",
    "Where",
    "alike",
    "covered",
    "ideas",
    "leading",
    "mark",
    "meanings",
    "meant",
    "stem",
]
