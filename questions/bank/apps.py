"""The app of questions, answers and key points."""

from __future__ import annotations

from django.apps import AppConfig


class BankConfig(AppConfig):
    name = "questions.bank"
    label = "bank"
