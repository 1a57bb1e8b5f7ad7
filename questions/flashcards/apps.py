"""The app of cards and their log."""

from __future__ import annotations

from django.apps import AppConfig


class FlashcardsConfig(AppConfig):
    name = "questions.flashcards"
    label = "flashcards"
