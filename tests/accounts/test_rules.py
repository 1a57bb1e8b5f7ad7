"""The days of a person."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.accounts import rules

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("local", "day"),
    [
        ("2026-11-10T23:30", date(2026, 11, 10)),
        ("2026-11-11T03:59", date(2026, 11, 10)),
        ("2026-11-11T04:00", date(2026, 11, 11)),
        ("2026-03-29T03:30", date(2026, 3, 28)),
        ("2026-10-25T02:30", date(2026, 10, 24)),
    ],
)
def test_a_day_begins_at_its_hour_on_the_wall(local, day):
    at = datetime.fromisoformat(local).replace(tzinfo=BERLIN)
    assert rules.day_of(at, BERLIN, 4) == day


@given(st.datetimes(datetime(2000, 1, 1), datetime(2060, 1, 1), timezones=st.just(UTC)))
def test_a_moment_lies_between_the_beginnings_of_its_day_and_the_next(at):
    day = rules.day_of(at, BERLIN, 4)
    assert rules.day_begins(day, BERLIN, 4) <= at
    assert rules.day_of(rules.day_begins(day, BERLIN, 4), BERLIN, 4) == day


@pytest.mark.parametrize(
    ("zone", "start", "code"), [("Mars/Olympus", 4, "unknown_zone"), ("UTC", 24, "no_such_hour")]
)
def test_what_cannot_be_meant_is_refused(zone, start, code):
    with pytest.raises(rules.Malformed) as refusal:
        rules.check(zone, start)
    assert refusal.value.code == code


def test_every_zone_on_offer_exists():
    assert {"Europe/Berlin", "America/Los_Angeles", "UTC"} <= set(rules.zones())
    for zone in rules.zones():
        rules.check(zone, 0)
