"""Sync without a database: what a device may tell, and how it is read."""

from __future__ import annotations

from .reading import KINDS, MOST_EVENTS, NotAnEvent, key_of, read

__all__ = ["KINDS", "MOST_EVENTS", "NotAnEvent", "key_of", "read"]
