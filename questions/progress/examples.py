"""How readiness, reminders and the days without network look in examples."""

from __future__ import annotations

from typing import Any

EXAMPLES: dict[str, Any] = {
    "gain": 0.05,
    "high": 0.82,
    "hour": 18,
    "inside": 90,
    "knew": 0.8,
    "known": 30,
    "low": 0.7,
    "loss": 0.33,
    "moving": 0.35,
    "new_today": 3,
    "reviews_today": 12,
    "said": 0.85,
    "letter": True,
    "Reminder.calendar": "/calendar/q8w1m0d5c3z7x9v2/",
    "ReminderChangeRequest.letter": True,
    "ReminderChangeRequest.hour": 18,
    "LateAnswer.said": "a",
    "Said.points": "all",
}
