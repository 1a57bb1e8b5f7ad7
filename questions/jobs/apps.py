"""The app of work in the background."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class JobsConfig(AppConfig):
    name = "questions.jobs"
    label = "jobs"

    def ready(self) -> None:
        """Let every slice's `tasks` register its verbs."""
        autodiscover_modules("tasks")
