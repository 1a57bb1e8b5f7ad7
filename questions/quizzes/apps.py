"""The app of quizzes."""

from __future__ import annotations

from django.apps import AppConfig


class QuizzesConfig(AppConfig):
    name = "questions.quizzes"
    label = "quizzes"
