"""What Today and Progress read from the slices below, and the forecasts that are their own."""

from __future__ import annotations

from .forecasts import LATE, Forecast, ForecastQuerySet, answers_to, record_of, to_forecast
from .pack import Pack, Packed, pack
from .pictures import Load, answers_by_day, load, remembered, sample
from .readiness import Ready, Trend, ready, trends
from .today import question_of, standings

__all__ = [
    "LATE",
    "Forecast",
    "ForecastQuerySet",
    "Load",
    "Pack",
    "Packed",
    "Ready",
    "Trend",
    "answers_by_day",
    "answers_to",
    "load",
    "pack",
    "question_of",
    "ready",
    "record_of",
    "remembered",
    "sample",
    "standings",
    "to_forecast",
    "trends",
]
