"""What all pictures share: the frame with title and description, axes, and the table's cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from math import ceil, floor, log10

LEFT, RIGHT = 13.0, 99.0
"""Where the drawing begins and ends, in per cent of the width; left of it stand the figures."""

TOP, FOOT, HEIGHT = 14, 176, 200
"""Where the drawing begins and ends downwards, and the whole picture's height, in px."""

MOST_LABELS = 4
"""Labels below an axis that a phone of 320 px has room for."""


@dataclass(frozen=True)
class Chart:
    """A picture and what it shows in words and in figures.

    `svg` is safe to print as it is: every word of it was escaped. `legend` pairs a class with
    what it stands for.
    """

    title: str
    about: str
    svg: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    legend: tuple[tuple[str, str], ...] = ()


def framed(title: str, about: str, body: Iterable[str], *, height: int = HEIGHT) -> str:
    """The picture around its parts; a reader hears title and description, not the parts."""
    return (
        f'<svg class="chart" role="img" width="100%" height="{height}">'
        f"<title>{escape(title)}</title><desc>{escape(about)}</desc>{''.join(body)}</svg>"
    )


def figure(value: float, unit: str = "") -> str:
    """A number as people write it: whole where it is, else with one decimal."""
    said = f"{value:.0f}" if float(value).is_integer() else f"{value:.1f}"
    return f"{said}{unit}"


def top_of(values: Iterable[float]) -> float:
    """The end of an axis: the next round figure above all values."""
    most = max(values, default=0.0)
    if most <= 0:
        return 1.0
    power = 10.0 ** floor(log10(most))
    return next(step * power for step in (1, 2, 4, 6, 8, 10) if most <= step * power * (1 + 1e-9))


def down(value: float, top: float) -> float:
    """How far down a value lies, in px."""
    share = min(1.0, max(0.0, value / top))
    return round(FOOT - share * (FOOT - TOP), 1)


def across(share: float) -> float:
    """How far across a part of the width lies, 0 to 1, in per cent."""
    return round(LEFT + share * (RIGHT - LEFT), 2)


def level_lines(top: float, unit: str) -> Iterable[str]:
    """The base line, the middle and the top with their figures."""
    for value in (0.0, top / 2, top):
        y = down(value, top)
        yield f'<line class="axis" x1="{LEFT}%" x2="{RIGHT}%" y1="{y}" y2="{y}"/>'
        said = escape(figure(value, unit))
        yield f'<text x="{LEFT - 1.5}%" y="{y + 4}" text-anchor="end">{said}</text>'


def labels(names: Sequence[str], places: Sequence[float]) -> Iterable[str]:
    """Some of the names below their places, as many as stay apart on a phone."""
    step = max(1, ceil(len(names) / MOST_LABELS))
    for name, place in list(zip(names, places, strict=True))[::step]:
        yield label(name, place)


def label(name: str, place: float) -> str:
    """A name below its place; the outermost lean inwards, so that none is cut off."""
    anchor = "end" if place > RIGHT - 5 else "start" if place < LEFT + 2 else "middle"
    return f'<text x="{place}%" y="{FOOT + 18}" text-anchor="{anchor}">{escape(name)}</text>'
