"""The clocks of a room: how long the interview and each question have run."""

from __future__ import annotations

from datetime import datetime

LONGEST = 24 * 3600
"""Seconds that one stretch of a clock may add: who forgot to end it does not fill a report."""


def elapsed(since: datetime | None, at: datetime) -> int:
    """Whole seconds since a clock was started; none while it stands still."""
    if since is None:
        return 0
    return min(LONGEST, max(0, int((at - since).total_seconds())))


def shown(seconds: int) -> str:
    """Minutes and seconds, or hours before them."""
    hours, rest = divmod(seconds, 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"
