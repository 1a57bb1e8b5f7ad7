"""When a person's own day begins and which day a moment belongs to."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

DAY_START = 4
"""The hour, 0 to 23, at which a day begins unless its person says otherwise."""


def day_of(at: datetime, zone: ZoneInfo, start: int) -> date:
    """The local day that a moment belongs to, where each day begins at the hour `start`.

    The hour is read off the wall clock, so a day is 23 or 25 hours long when clocks change.
    """
    local = at.astimezone(zone)
    return local.date() - timedelta(days=1) if local.hour < start else local.date()


def day_begins(day: date, zone: ZoneInfo, start: int) -> datetime:
    """The moment at which a local day begins."""
    return datetime.combine(day, time(start), tzinfo=zone)
