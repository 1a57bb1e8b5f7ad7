"""Quizzes for a phone: what is right leaves the server only once an item is answered."""

from __future__ import annotations

from .views import QuizViewSet

__all__ = ["QuizViewSet"]
