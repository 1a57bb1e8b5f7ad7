"""The bank's pages."""

from __future__ import annotations

from .exporting import export
from .reading import question, questions

__all__ = ["export", "question", "questions"]
