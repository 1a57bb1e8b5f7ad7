"""Lines over time with the band that they may lie in, and dots of one figure against another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from .frame import (
    FOOT,
    LEFT,
    RIGHT,
    TOP,
    Chart,
    across,
    down,
    figure,
    framed,
    label,
    labels,
    level_lines,
    top_of,
)

FULL = 100.0
"""What parts are drawn against: they are given in per cent."""

SMALLEST, LARGEST = 3.0, 9.0
"""The radius of a dot, in px, from the least weight to the most."""


@dataclass(frozen=True)
class Spot:
    """A value with its name, and the range it may lie in where one is known."""

    name: str
    value: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class Dot:
    """One figure against another, both in per cent, and how much stands behind it."""

    name: str
    x: float
    y: float
    weight: int


def line(
    title: str, about: str, spots: Sequence[Spot], *, unit: str = " %", top: float | None = None
) -> Chart:
    """A line through the spots at equal distances, with the band between low and high."""
    end = top or (FULL if unit == " %" else top_of(s.value for s in spots))
    last = max(1, len(spots) - 1)
    places = [across(n / last) for n in range(len(spots))]
    parts = [*level_lines(end, unit), _stretched(spots, end)]
    parts += [
        f'<circle class="tone1" cx="{x}%" cy="{down(spot.value, end)}" r="3">'
        f"<title>{escape(spot.name)}: {figure(round(spot.value, 1), unit)}</title></circle>"
        for x, spot in zip(places, spots, strict=True)
    ]
    ranged = any(spot.low is not None for spot in spots)
    rows = [_row(spot, unit, ranged) for spot in spots]
    return Chart(
        title,
        about,
        framed(title, about, [*parts, *labels([s.name for s in spots], places)]),
        ("", "Value", "From", "To") if ranged else ("", "Value"),
        tuple(rows),
        (("tone1", "Forecast"), ("band", "Four of five days")) if ranged else (),
    )


def _row(spot: Spot, unit: str, ranged: bool) -> tuple[str, ...]:
    said = (spot.name, figure(round(spot.value, 1), unit))
    if not ranged:
        return said
    ends = (spot.low, spot.high)
    return (*said, *("" if end is None else figure(round(end, 1), unit) for end in ends))


def _stretched(spots: Sequence[Spot], top: float) -> str:
    """Line and band in a drawing of their own that is stretched to the width.

    Their strokes are not scaled with it.
    """
    last = max(1, len(spots) - 1)
    where = [round(1000 * n / last, 1) for n in range(len(spots))]
    path = " ".join(f"{x},{_y(s.value, top)}" for x, s in zip(where, spots, strict=True))
    banded = [(x, s) for x, s in zip(where, spots, strict=True) if s.low is not None]
    upper = [f"{x},{_y(s.high or 0.0, top)}" for x, s in banded]
    lower = [f"{x},{_y(s.low or 0.0, top)}" for x, s in reversed(banded)]
    band = f'<polygon class="band" points="{" ".join(upper + lower)}"/>' if banded else ""
    return (
        f'<svg x="{LEFT}%" y="{TOP}" width="{RIGHT - LEFT}%" height="{FOOT - TOP}" '
        f'viewBox="0 0 1000 {FOOT - TOP}" preserveAspectRatio="none">{band}'
        f'<polyline class="stroke" points="{path}" vector-effect="non-scaling-stroke"/></svg>'
    )


def _y(value: float, top: float) -> float:
    return round(down(value, top) - TOP, 1)


def scatter(
    title: str,
    about: str,
    dots: Sequence[Dot],
    *,
    across_name: str,
    down_name: str,
    diagonal: bool = True,
) -> Chart:
    """Dots, a larger one weighing more, over a diagonal on which both figures are the same.

    Without the diagonal where the two figures are of different kinds.
    """
    parts = [*level_lines(FULL, " %"), *([_diagonal()] if diagonal else [])]
    parts += [label(f"{value} %", across(value / FULL)) for value in (0, 50, 100)]
    most = max((dot.weight for dot in dots), default=1)
    rows = [
        (dot.name, figure(round(dot.x), " %"), figure(round(dot.y), " %"), str(dot.weight))
        for dot in dots
    ]
    return Chart(
        title,
        about,
        framed(title, about, [*parts, *_dots(dots, most)]),
        ("", across_name, down_name, "Count"),
        tuple(rows),
        (
            ("tone1", f"{down_name} against {across_name.lower()}"),
            *([("even", "Both the same")] if diagonal else []),
        ),
    )


def _diagonal() -> str:
    return f'<line class="even" x1="{LEFT}%" x2="{RIGHT}%" y1="{FOOT}" y2="{TOP}"/>'


def _dots(dots: Sequence[Dot], most: int) -> Iterable[str]:
    for dot in dots:
        radius = SMALLEST + (LARGEST - SMALLEST) * (dot.weight / most) ** 0.5
        said = escape(f"{dot.name}: {round(dot.y)} % of {dot.weight}")
        yield (
            f'<circle class="tone1" cx="{across(dot.x / FULL)}%" cy="{down(dot.y, FULL)}" '
            f'r="{radius:.1f}"><title>{said}</title></circle>'
        )
