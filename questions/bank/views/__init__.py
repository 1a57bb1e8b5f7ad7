"""The bank's pages."""

from __future__ import annotations

from .reading import question, questions

__all__ = ["question", "questions"]
