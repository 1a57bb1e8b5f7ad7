"""Sync without a database: what a device may tell, how it is read, and what a feed says."""

from __future__ import annotations

from .feed import GONE, CursorGone, Name, NotACursor, Said, What, cursor, differing, place
from .reading import KINDS, MOST_EVENTS, NotAnEvent, Told, key_of, read

__all__ = [
    "GONE",
    "KINDS",
    "MOST_EVENTS",
    "CursorGone",
    "Name",
    "NotACursor",
    "NotAnEvent",
    "Said",
    "Told",
    "What",
    "cursor",
    "differing",
    "key_of",
    "place",
    "read",
]
