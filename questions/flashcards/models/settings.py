"""How each learner wants to be asked; whoever set nothing has no row."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from questions.accounts.models import User
from questions.flashcards.rules import Preferences, read_weights

STANDARD = Preferences()
NAMES = ["new_per_day", "reviews_per_day", "minutes_per_day", "retention", "longest"]
"""The columns that are a learner's preferences as they stand, in the dataclass's order."""


class Settings(models.Model):
    """One learner's limits of a day, desired retention and longest interval.

    `weights` are empty where everybody's count; `fits_itself` lets them be fitted now and then.
    """

    learner = models.OneToOneField(
        settings.AUTH_USER_MODEL, primary_key=True, on_delete=models.CASCADE, related_name="+"
    )
    new_per_day = models.PositiveSmallIntegerField(default=STANDARD.new_per_day)
    reviews_per_day = models.PositiveSmallIntegerField(default=STANDARD.reviews_per_day)
    minutes_per_day = models.PositiveSmallIntegerField(null=True, blank=True)
    retention = models.FloatField(default=STANDARD.retention)
    longest = models.PositiveIntegerField(default=STANDARD.longest)
    weights = models.CharField(max_length=600, blank=True, default="")
    fits_itself = models.BooleanField(default=True)
    spread_on = models.DateField(null=True)

    def __str__(self) -> str:
        return f"Card settings of {self.learner_id}"

    @property
    def preferences(self) -> Preferences:
        wished = {name: getattr(self, name) for name in NAMES}
        return Preferences(**wished, weights=read_weights(self.weights))


def settings_of(learner: User) -> Settings:
    """The learner's row, or a new one with what everyone starts with, not yet saved."""
    return Settings.objects.filter(pk=learner.pk).first() or Settings(learner=learner)


def preferences(learner: User) -> Preferences:
    """What the learner set, or what everyone starts with."""
    return settings_of(learner).preferences
