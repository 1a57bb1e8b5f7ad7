"""What devices were told, and what they need to go on without a network."""

from __future__ import annotations

from .ahead import Offline, offline
from .feed import Entry, EntryQuerySet, Feed

__all__ = ["Entry", "EntryQuerySet", "Feed", "Offline", "offline"]
