"""What a tick says, and the marker of typed answers."""

from __future__ import annotations

from .verdicts import Verdict, Where

__all__ = ["Verdict", "Where"]
