"""The API of this slice."""

from __future__ import annotations

from .events import EventsView

__all__ = ["EventsView"]
