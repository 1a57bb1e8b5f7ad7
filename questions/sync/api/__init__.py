"""The API of this slice."""

from __future__ import annotations

from .events import EventsView
from .news import SyncView

__all__ = ["EventsView", "SyncView"]
