"""A calendar: a column a week, a square a day, the darker the more was done."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from html import escape
from math import ceil

from .frame import Chart

WEEKS = 18
"""Columns: as many as a phone can show without words that are too small."""

CELL, SQUARE, LEFT, TOP = 16, 13, 26, 16
"""A square's room and size, and the room for words, in units of the drawing."""

LEVELS = 4


def calendar(
    title: str, about: str, counts: Mapping[date, int], last: date, *, noun: str = "answer"
) -> Chart:
    """The weeks up to a day, Monday on top; the table lists the days on which there was any."""
    first = last - timedelta(days=last.weekday() + 7 * (WEEKS - 1))
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    most = max((counts.get(day, 0) for day in days), default=0)
    squares = [_square(day, first, counts.get(day, 0), most, noun) for day in days]
    rows = [(f"{day:%a} {day.day} {day:%b %Y}", str(counts[day])) for day in reversed(days)
            if counts.get(day)]  # fmt: skip
    width, height = LEFT + CELL * WEEKS, TOP + CELL * 7
    svg = (
        f'<svg class="chart calendar" role="img" viewBox="0 0 {width} {height}">'
        f"<title>{escape(title)}</title><desc>{escape(about)}</desc>"
        f"{''.join([*_weekdays(), *_months(days, first), *squares])}</svg>"
    )
    return Chart(title, about, svg, ("Day", f"{noun.capitalize()}s"), tuple(rows))


def _square(day: date, first: date, count: int, most: int, noun: str) -> str:
    level = ceil(LEVELS * count / most) if most else 0
    said = escape(f"{day.day} {day:%b}: {count} {noun}{'' if count == 1 else 's'}")
    x = LEFT + CELL * ((day - first).days // 7)
    return (
        f'<rect class="heat{level}" x="{x}" y="{TOP + CELL * day.weekday()}" width="{SQUARE}" '
        f'height="{SQUARE}" rx="3"><title>{said}</title></rect>'
    )


def _weekdays() -> Iterable[str]:
    for place, name in ((0, "Mon"), (2, "Wed"), (4, "Fri")):
        yield f'<text x="0" y="{TOP + CELL * place + 10}">{name}</text>'


def _months(days: list[date], first: date) -> Iterable[str]:
    """Each month's name over the week of its first day, where there is room for it."""
    for day in days:
        column = (day - first).days // 7
        if day.day == 1 and column < WEEKS - 1:
            yield f'<text x="{LEFT + CELL * column}" y="10">{day:%b}</text>'
