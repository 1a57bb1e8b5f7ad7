"""The app of the people who use the site."""

from __future__ import annotations

import importlib

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "questions.accounts"
    label = "accounts"

    def ready(self) -> None:
        """Let the OpenAPI generator find how phones sign in, and listen to what happens."""
        importlib.import_module("questions.accounts.schema")
        for listener in ("audit", "kept", "sessions", "factors"):
            importlib.import_module(f"questions.accounts.{listener}").connect()
