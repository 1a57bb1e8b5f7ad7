"""The app of bringing cards from elsewhere and of taking one's own things along."""

from __future__ import annotations

from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    name = "questions.exchange"
    label = "exchange"
