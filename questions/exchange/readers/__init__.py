"""What an Anki package says of how its cards were studied; no framework is known here."""

from __future__ import annotations

from .package import read

__all__ = ["read"]
