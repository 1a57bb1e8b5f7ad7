"""An appointment as a calendar file (RFC 5545), which later files with its UID replace."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

WIDTH = 75
"""Bytes of one line of the file; what is longer goes on after a blank."""


@dataclass(frozen=True)
class Appointment:
    """One appointment as one person's calendar should show it."""

    uid: str
    sequence: int
    starts: datetime
    minutes: int
    title: str
    text: str
    place: str
    address: str
    cancelled: bool
    stamp: datetime


def ics(one: Appointment) -> str:
    """The file. One with a higher sequence moves the appointment, a cancelled one removes it."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Rehearsal//Mock interviews//EN",
        "CALSCALE:GREGORIAN",
        f"METHOD:{'CANCEL' if one.cancelled else 'PUBLISH'}",
        "BEGIN:VEVENT",
        f"UID:{one.uid}",
        f"SEQUENCE:{one.sequence}",
        f"DTSTAMP:{moment(one.stamp)}",
        f"DTSTART:{moment(one.starts)}",
        f"DTEND:{moment(one.starts + timedelta(minutes=one.minutes))}",
        f"SUMMARY:{escaped(one.title)}",
        f"DESCRIPTION:{escaped(one.text)}",
        *([f"LOCATION:{escaped(one.place)}"] if one.place else []),
        f"URL:{one.address}",
        f"STATUS:{'CANCELLED' if one.cancelled else 'CONFIRMED'}",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(f"{folded(line)}\r\n" for line in lines)


def moment(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def escaped(text: str) -> str:
    """A text as one value; a line break cannot begin a property of its own."""
    for plain, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,")):
        text = text.replace(plain, written)
    return "\\n".join(text.splitlines())


def folded(line: str) -> str:
    """A line in pieces of at most 75 bytes, no letter cut in two."""
    pieces, piece, size = [], "", 0
    for letter in line:
        width = len(letter.encode())
        if size + width > WIDTH:
            pieces.append(piece)
            piece, size = " ", 1
        piece += letter
        size += width
    return "\r\n".join([*pieces, piece])
