"""What devices were told and have said, and what they need to go on without a network."""

from __future__ import annotations

from .ahead import Offline, offline
from .feed import Entry, EntryQuerySet, Feed
from .heard import Heard, Word, is_latest

__all__ = ["Entry", "EntryQuerySet", "Feed", "Heard", "Offline", "Word", "is_latest", "offline"]
