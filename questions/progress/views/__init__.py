"""The front page, the one thing to do next, and how it goes."""

from __future__ import annotations

from .offline import manifest, offline, pack, worker
from .progress import readiness
from .today import front, today

__all__ = ["front", "manifest", "offline", "pack", "readiness", "today", "worker"]
