"""The app of a phone's changes, in and out."""

from __future__ import annotations

from django.apps import AppConfig


class SyncConfig(AppConfig):
    name = "questions.sync"
    label = "sync"
