"""The grammar of ingestion: an outline in; questions, articles and skipped lines out."""

from __future__ import annotations

from .grammar import read
from .shapes import Article, Choice, Entry, Kind, Outline, Question, Reading, Skipped

__all__ = [
    "Article",
    "Choice",
    "Entry",
    "Kind",
    "Outline",
    "Question",
    "Reading",
    "Skipped",
    "read",
]
