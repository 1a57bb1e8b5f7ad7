"""Cards, their log, and the quick readings of both."""

from __future__ import annotations

from .cards import Card, CardQuerySet
from .desk import Asked, Coming, asked, coming, follow_folds, locked, outlook
from .events import Event, EventQuerySet
from .settings import Settings, preferences, settings_of

__all__ = [
    "Asked",
    "Card",
    "CardQuerySet",
    "Coming",
    "Event",
    "EventQuerySet",
    "Settings",
    "asked",
    "coming",
    "follow_folds",
    "locked",
    "outlook",
    "preferences",
    "settings_of",
]
