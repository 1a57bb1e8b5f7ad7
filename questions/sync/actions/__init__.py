"""A phone's changes in, and what it is told."""

from __future__ import annotations

from .taking import Result, take_in
from .telling import News, tell

__all__ = ["News", "Result", "take_in", "tell"]
