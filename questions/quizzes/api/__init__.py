"""Quizzes for a phone: what is right leaves the server only once an item is answered."""

from __future__ import annotations

from .setups import PaceViewSet, QuizSetupViewSet
from .statistics import QuestionStatisticViewSet
from .views import QuizViewSet

__all__ = ["PaceViewSet", "QuestionStatisticViewSet", "QuizSetupViewSet", "QuizViewSet"]
