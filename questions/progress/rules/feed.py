"""A person's coming days as a calendar that other programs fetch (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from questions.interviews.rules.calendar import escaped, folded, moment


@dataclass(frozen=True)
class Session:
    """Time to study on a day."""

    day: date
    starts: datetime
    minutes: int
    title: str


@dataclass(frozen=True)
class Deadline:
    """A date that is prepared for."""

    id: str
    day: date
    title: str


def calendar(
    name: str, sessions: Iterable[Session], deadlines: Iterable[Deadline], *, at: datetime
) -> str:
    """The feed. A day keeps its UID, so that a new fetch moves it instead of doubling it."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Rehearsal//Study//EN",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{escaped(name)}",
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
    ]
    for one in sessions:
        lines += [
            "BEGIN:VEVENT",
            f"UID:study-{one.day.isoformat()}@rehearsal",
            f"DTSTAMP:{moment(at)}",
            f"DTSTART:{moment(one.starts)}",
            f"DTEND:{moment(one.starts + timedelta(minutes=one.minutes))}",
            f"SUMMARY:{escaped(one.title)}",
            "END:VEVENT",
        ]
    for each in deadlines:
        lines += [
            "BEGIN:VEVENT",
            f"UID:date-{each.id}@rehearsal",
            f"DTSTAMP:{moment(at)}",
            f"DTSTART;VALUE=DATE:{each.day:%Y%m%d}",
            f"DTEND;VALUE=DATE:{each.day + timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{escaped(each.title)}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    return "".join(f"{folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])
