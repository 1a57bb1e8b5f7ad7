"""The figures of Progress as pictures, each with what it says in a sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from questions.flashcards.rules.plan import Item
from questions.progress.models import Load, Trend
from questions.progress.rules import Record
from questions.web import charts

EDGES = (0, 1, 3, 7, 14, 30, 90, 180, 365)
"""Where one group of strengths ends and the next begins, in days."""


def trend(past: Sequence[Trend]) -> charts.Chart | None:
    """How the forecast for a date went; one day alone is no line."""
    if len(past) < 2:
        return None
    first, last = round(100 * past[0].recall), round(100 * past[-1].recall)
    spots = [
        charts.Spot(said(each.day), 100 * each.recall, 100 * each.low, 100 * each.high)
        for each in past
    ]
    about = f"From {first} % on {spots[0].name} to {last} % on {spots[-1].name}."
    return charts.line("How this forecast went", about, spots)


def days(answers: Mapping[date, int], today: date) -> charts.Chart:
    """The weeks up to today."""
    total, busy = sum(answers.values()), len(answers)
    about = f"{total} answers on {busy} days of the last {charts.WEEKS} weeks."
    return charts.calendar("Your answers, day by day", about, answers, today)


def load(coming: Sequence[Load]) -> charts.Chart:
    """What the next weeks bring."""
    due, new = sum(each.due for each in coming), sum(each.new for each in coming)
    about = f"{due} reviews and {new} new cards in the next {len(coming)} days, as things stand."
    series = [
        charts.Series("Due", [each.due for each in coming]),
        charts.Series("New", [each.new for each in coming]),
    ]
    return charts.bars("Cards of the next days", about, [said(e.day) for e in coming], series)


def strengths(items: Sequence[Item]) -> charts.Chart:
    """How long the cards are remembered."""
    values = [item.strength.stability for item in items if item.strength is not None]
    long = sum(value >= 30 for value in values)
    about = (
        f"{long} of {len(values)} cards would still be known in nine of ten cases after a month."
    )
    title = "For how many days your cards last"
    return charts.histogram(title, about, values, EDGES)


def promises(record: Record) -> charts.Chart:
    """What was promised against what was known."""
    dots = [
        charts.Dot(band.name, 100 * band.said, 100 * band.knew, band.count) for band in record.bands
    ]
    about = "; ".join(f"of {b.name} promised, {b.knew_percent} % known" for b in record.bands)
    title = "What we said and what you knew"
    return charts.scatter(title, about, dots, across_name="We said", down_name="You knew")


def said(day: date) -> str:
    """A day as the foot of a picture has room for it."""
    return f"{day.day} {day:%b}"
