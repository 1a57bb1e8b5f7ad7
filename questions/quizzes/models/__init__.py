"""Quizzes with their items, and the questions that they may be made of."""

from __future__ import annotations

from .askable import Group, askable, topic_groups
from .quizzes import Item, ItemQuerySet, Quiz, QuizQuerySet

__all__ = ["Group", "Item", "ItemQuerySet", "Quiz", "QuizQuerySet", "askable", "topic_groups"]
