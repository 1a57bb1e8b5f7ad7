"""The app of ticks and misses."""

from __future__ import annotations

from django.apps import AppConfig


class MarksConfig(AppConfig):
    name = "questions.marks"
    label = "marks"
