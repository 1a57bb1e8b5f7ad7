"""The front page, the one thing to do next, and how it goes."""

from __future__ import annotations

from .evening import evening
from .offline import manifest, offline, pack, worker
from .progress import readiness
from .reminders import close_feed, feed, open_feed, reminders, stop
from .today import front, today

__all__ = [
    "close_feed",
    "evening",
    "feed",
    "front",
    "manifest",
    "offline",
    "open_feed",
    "pack",
    "readiness",
    "reminders",
    "stop",
    "today",
    "worker",
]
