"""The clock of a quiz: when it ends, and how much of it is left."""

from __future__ import annotations

from datetime import datetime, timedelta

PACES = (1.0, 1.25, 1.5, 2.0)
"""How much more time somebody may have than others; no limit at all is the fifth way."""


def deadline(
    start: datetime, seconds: int | None, close: datetime | None, *, pace: float | None = 1.0
) -> datetime | None:
    """When a quiz ends: its limit at this person's pace, or the close if that is earlier.

    A pace of None means that no limit holds; a close holds for everybody.
    """
    ends = [close] if close else []
    if seconds is not None and pace is not None:
        ends.append(start + timedelta(seconds=seconds * pace))
    return min(ends) if ends else None


def left(deadline: datetime | None, at: datetime) -> int | None:
    """Whole seconds that are left, never below none; None where there is no end."""
    if deadline is None:
        return None
    return max(0, -int((at - deadline).total_seconds() // 1))


def spelled(seconds: int) -> str:
    """Seconds as a clock shows them: "4:05", "1:02:03"."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def said(seconds: int) -> str:
    """A limit as people say it: "10 min", "7 min 30 s"."""
    minutes, rest = divmod(seconds, 60)
    return " ".join([f"{minutes} min"] * (minutes > 0) + [f"{rest} s"] * (rest > 0))
