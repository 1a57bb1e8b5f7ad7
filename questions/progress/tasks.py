"""What comes round every day: forecasts are written down and settled."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from smtplib import SMTPException

from questions.jobs.registry import chore

from . import actions, models
from .models import Reminder

log = logging.getLogger(__name__)


@chore(every=timedelta(minutes=15))
def forecast_days(at: datetime) -> None:
    """Write down what is to be expected for whoever's day has begun."""
    for person in models.to_forecast(at):
        actions.forecast(person, at=at)


@chore(every=timedelta(hours=1))
def settle_days(at: datetime) -> None:
    """Note what became of the days that are long enough over."""
    while actions.settle(at=at):
        pass


@chore(every=timedelta(minutes=5))
def write_letters(at: datetime) -> None:
    """Write to whoever's hour has come; a letter that cannot be sent waits for the next turn."""
    for reminder in Reminder.objects.wanted().iterator():
        if not reminder.due(at):
            continue
        try:
            actions.remind(reminder, at=at)
        except (OSError, SMTPException):
            log.exception("a letter could not be sent")
