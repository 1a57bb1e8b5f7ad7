"""The API of this slice."""

from __future__ import annotations

from .viewset import CardViewSet

__all__ = ["CardViewSet"]
