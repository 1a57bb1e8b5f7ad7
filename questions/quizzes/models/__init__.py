"""Quizzes with their items, set-ups, and the questions that they may be made of."""

from __future__ import annotations

from .askable import askable, chosen_topics, topic_groups
from .expanded import with_items
from .given import Given
from .items import Item, ItemQuerySet
from .quizzes import Quiz, QuizQuerySet
from .setups import Pace, Setup, SetupQuerySet, pace_of
from .statistics import Statistic, StatisticQuerySet

__all__ = [
    "Given",
    "Item",
    "ItemQuerySet",
    "Pace",
    "Quiz",
    "QuizQuerySet",
    "Setup",
    "SetupQuerySet",
    "Statistic",
    "StatisticQuerySet",
    "askable",
    "chosen_topics",
    "pace_of",
    "topic_groups",
    "with_items",
]
