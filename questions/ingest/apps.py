"""The app of bringing documents in."""

from __future__ import annotations

from django.apps import AppConfig


class IngestConfig(AppConfig):
    name = "questions.ingest"
    label = "ingest"
