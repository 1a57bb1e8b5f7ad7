"""How a learner wants to be asked: limits of a day, desired retention, longest interval."""

from __future__ import annotations

from dataclasses import dataclass

from questions.errors import Malformed

from .fsrs import RETENTION, WEIGHTS, Weights
from .schedule import LONGEST, Scheduler

NEW_PER_DAY = 20
REVIEWS_PER_DAY = 200
MOST_NEW = 100
MOST_REVIEWS = 500
MOST_MINUTES = 600
LEAST_RETENTION, MOST_RETENTION = 0.70, 0.99
ADVISED_RETENTION = 0.97
"""Beyond this, reviews multiply for little that is remembered more."""


class OutOfRange(Malformed):
    """A setting that no schedule can follow."""

    code = "out_of_range"


@dataclass(frozen=True, slots=True)
class Preferences:
    """What one learner set; the defaults are what everyone starts with.

    Limits are cards a day; `minutes_per_day` bounds both kinds together, None does not.
    `retention` is the chance of recall, 0.70 to 0.99, at which a card falls due; `longest` is
    in days. `weights` are everybody's, or fitted to this learner.
    """

    new_per_day: int = NEW_PER_DAY
    reviews_per_day: int = REVIEWS_PER_DAY
    minutes_per_day: int | None = None
    retention: float = RETENTION
    longest: int = LONGEST
    weights: Weights = WEIGHTS

    @property
    def scheduler(self) -> Scheduler:
        return Scheduler(weights=self.weights, retention=self.retention, longest=self.longest)


STANDARD_PREFERENCES = Preferences()


def check_preferences(wished: Preferences) -> None:
    """Refuse limits, retention or interval outside what a schedule can follow."""
    minutes = 1 if wished.minutes_per_day is None else wished.minutes_per_day
    checks = [
        (wished.new_per_day, 0, MOST_NEW, "New cards a day"),
        (wished.reviews_per_day, 1, MOST_REVIEWS, "Reviews a day"),
        (minutes, 1, MOST_MINUTES, "Minutes a day"),
        (wished.retention, LEAST_RETENTION, MOST_RETENTION, "Desired recall"),
        (wished.longest, 1, LONGEST, "The longest interval"),
    ]
    for value, least, most, name in checks:
        if not least <= value <= most:
            raise OutOfRange(f"{name}: from {least} to {most}.")
