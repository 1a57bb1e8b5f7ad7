"""Bring and take: a page, a preview, and the files."""

from __future__ import annotations

from .bringing import accept, bring, bringing, discard, home
from .leaving import leave
from .taking import file, take

__all__ = ["accept", "bring", "bringing", "discard", "file", "home", "leave", "take"]
