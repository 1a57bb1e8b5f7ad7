"""The app of Today and Progress."""

from __future__ import annotations

from django.apps import AppConfig


class ProgressConfig(AppConfig):
    name = "questions.progress"
    label = "progress"
