"""What this slice writes: forecasts and what became of them, and who is reminded how."""

from __future__ import annotations

from .forecasts import forecast, settle
from .reminders import change, close_feed, open_feed, remind, stop

__all__ = ["change", "close_feed", "forecast", "open_feed", "remind", "settle", "stop"]
