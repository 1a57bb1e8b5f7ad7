"""Inline pictures of figures: SVG without a style attribute, each with the table behind it.

Across, everything is placed in per cent and nothing is scaled, so that words keep their size from
320 px to the widest page; colours are classes of the stylesheet, which knows light, dark and print.
"""

from __future__ import annotations

from .bars import Series, bars, histogram
from .calendar import WEEKS, calendar
from .frame import Chart
from .lines import Dot, Spot, line, scatter

__all__ = [
    "WEEKS",
    "Chart",
    "Dot",
    "Series",
    "Spot",
    "bars",
    "calendar",
    "histogram",
    "line",
    "scatter",
]
