"""What Today and Progress read from the slices below, and the forecasts that are their own."""

from __future__ import annotations

from .evening import Evening, Missing, evening
from .forecasts import LATE, Forecast, ForecastQuerySet, answers_to, record_of, to_forecast
from .pack import Pack, Packed, pack
from .pictures import Load, answers_by_day, load, remembered, sample
from .readiness import FEW, Ready, Trend, ready, trends
from .reminders import (
    Reminder,
    Waiting,
    by_feed_token,
    by_stop_token,
    feed,
    new_feed,
    reminder_of,
    waiting,
)
from .today import question_of, standings

__all__ = [
    "FEW",
    "LATE",
    "Evening",
    "Forecast",
    "ForecastQuerySet",
    "Load",
    "Missing",
    "Pack",
    "Packed",
    "Ready",
    "Reminder",
    "Trend",
    "Waiting",
    "answers_by_day",
    "answers_to",
    "by_feed_token",
    "by_stop_token",
    "evening",
    "feed",
    "load",
    "new_feed",
    "pack",
    "question_of",
    "ready",
    "record_of",
    "remembered",
    "reminder_of",
    "sample",
    "standings",
    "to_forecast",
    "trends",
    "waiting",
]
