"""What comes round every day: forecasts are written down and settled."""

from __future__ import annotations

from datetime import datetime, timedelta

from questions.jobs.registry import chore

from . import actions, models


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
