"""The app of work in the background."""

from __future__ import annotations

from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "questions.jobs"
    label = "jobs"
