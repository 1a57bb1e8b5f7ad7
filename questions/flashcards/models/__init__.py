"""Cards, their log, and the quick readings of both."""

from __future__ import annotations

from .cards import REMEMBERED, Card, CardQuerySet
from .desk import Asked, asked, locked, outlook
from .events import Event, EventQuerySet

__all__ = [
    "REMEMBERED",
    "Asked",
    "Card",
    "CardQuerySet",
    "Event",
    "EventQuerySet",
    "asked",
    "locked",
    "outlook",
]
