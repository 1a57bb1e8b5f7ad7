"""When a person's own day begins and which day a moment belongs to."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from questions.errors import Malformed, NotAllowed

DAY_START = 4
"""The hour, 0 to 23, at which a day begins unless its person says otherwise."""


class UnknownZone(Malformed):
    """A time zone that nobody lives in."""

    code = "unknown_zone"


class NoSuchHour(Malformed):
    """An hour at which no day begins."""

    code = "no_such_hour"


@cache
def zones() -> tuple[str, ...]:
    """The names that a person may choose their zone from, in order, UTC last."""
    places = (z for z in available_timezones() if "/" in z and not z.startswith("Etc/"))
    return (*sorted(places), "UTC")


class NeedsAddress(NotAllowed):
    """A guest does what needs an account with an address."""

    code = "needs_address"


NEEDS_ADDRESS = "Make an account first: this needs an address. What you did stays."


class NeedsSecondFactor(NotAllowed):
    """Somebody whose role asks for a second factor has not set one up."""

    code = "second_factor_needed"


NEEDS_SECOND_FACTOR = "Your role asks for a second factor. Set one up here, then go on."
GUEST_KEPT = timedelta(days=30)
"""How long a guest may stay away before what they did is thrown away."""


def check_address(*, guest: bool) -> None:
    """Refuse a guest what only a person with an address may do."""
    if guest:
        raise NeedsAddress(NEEDS_ADDRESS)


def check(zone: str, start: int) -> None:
    """Refuse a zone that does not exist or a day that begins at no hour."""
    if zone not in available_timezones():
        raise UnknownZone(f"There is no time zone called {zone}.")
    if not 0 <= start <= 23:
        raise NoSuchHour("A day begins at an hour from 0 to 23.")


def day_of(at: datetime, zone: ZoneInfo, start: int) -> date:
    """The local day that a moment belongs to, where each day begins at the hour `start`.

    The hour is read off the wall clock, so a day is 23 or 25 hours long when clocks change.
    """
    local = at.astimezone(zone)
    return local.date() - timedelta(days=1) if local.hour < start else local.date()


def day_begins(day: date, zone: ZoneInfo, start: int) -> datetime:
    """The moment at which a local day begins."""
    return datetime.combine(day, time(start), tzinfo=zone)
