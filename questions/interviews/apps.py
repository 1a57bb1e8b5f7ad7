"""The app of mock interviews."""

from __future__ import annotations

from django.apps import AppConfig


class InterviewsConfig(AppConfig):
    name = "questions.interviews"
    label = "interviews"

    def ready(self) -> None:
        from . import tasks  # noqa: F401  (registers its chore)
