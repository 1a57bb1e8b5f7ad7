"""What a tick says, and the marker of typed answers."""

from __future__ import annotations

from .marker import Mark, mark
from .verdicts import Verdict, Where

__all__ = ["Mark", "Verdict", "Where", "mark"]
