"""Bars: so many of something in each of several places, one kind upon another."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from .frame import Chart, across, down, figure, framed, labels, level_lines, top_of

GAP = 0.15
"""The part of a bar's room that is left free on each side."""


@dataclass(frozen=True)
class Series:
    """One kind of thing that is counted, by its name; a value for each place."""

    name: str
    values: Sequence[float]


def bars(
    title: str, about: str, names: Sequence[str], series: Sequence[Series], *, unit: str = ""
) -> Chart:
    """Bars over the names; several series stand upon one another, the first at the bottom."""
    sums = [sum(each.values[n] for each in series) for n in range(len(names))]
    top = top_of(sums)
    drawn = [*level_lines(top, unit), *_bars(names, series, top, unit)]
    room = 1 / max(1, len(names))
    places = [across((n + 0.5) * room) for n in range(len(names))]
    rows = [
        (name, *(figure(each.values[n], unit) for each in series)) for n, name in enumerate(names)
    ]
    legend = [(f"tone{n + 1}", each.name) for n, each in enumerate(series)]
    return Chart(
        title,
        about,
        framed(title, about, [*drawn, *labels(names, places)]),
        ("", *(each.name for each in series)),
        tuple(rows),
        tuple(legend) if len(series) > 1 else (),
    )


def _bars(names: Sequence[str], series: Sequence[Series], top: float, unit: str) -> Iterable[str]:
    room = 1 / max(1, len(names))
    for n, name in enumerate(names):
        left, right = across((n + GAP) * room), across((n + 1 - GAP) * room)
        below = 0.0
        for tone, each in enumerate(series, 1):
            value = each.values[n]
            if value <= 0:
                continue
            head, foot = down(below + value, top), down(below, top)
            tall, wide = round(max(1.0, foot - head), 1), round(right - left, 2)
            said = escape(f"{name}: {figure(value, unit)} {each.name}")
            yield (
                f'<rect class="tone{tone}" x="{left}%" width="{wide}%" y="{head}" '
                f'height="{tall}"><title>{said}</title></rect>'
            )
            below += value


def histogram(
    title: str, about: str, values: Iterable[float], edges: Sequence[float], *, name: str = "Cards"
) -> Chart:
    """How many values lie between each edge and the next; the last has no end."""
    counts = [0] * len(edges)
    for value in values:
        counts[max(0, bisect_right(edges, value) - 1)] += 1
    names = [f"{figure(low)}–{figure(high)}" for low, high in pairwise(edges)]
    names.append(f"{figure(edges[-1])}+")
    return bars(title, about, names, [Series(name, counts)])
