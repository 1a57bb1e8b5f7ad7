"""Crams: cards that a learner goes through in one go, whatever the schedule says."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models

from questions.flashcards.rules.cram import Round

if TYPE_CHECKING:
    from questions.bank.models import Person


class CramQuerySet(models.QuerySet["Cram"]):
    def seen_by(self, person: Person) -> CramQuerySet:
        """One's own, the newest first."""
        return self.filter(learner=person.pk).order_by("-made", "-pk")

    def open(self) -> CramQuerySet:
        """Those that are not over."""
        return self.filter(finished__isnull=True)


class Cram(models.Model):
    """One going-through. It keeps ids alone: no card, log or due day knows of it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    learner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    name = models.CharField(max_length=120)
    total = models.PositiveSmallIntegerField()
    waiting = models.JSONField(default=list)
    missed = models.JSONField(default=list)
    made = models.DateTimeField()
    finished = models.DateTimeField(null=True)

    objects = CramQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["learner", "-made"], name="crams_of_one_learner")]

    def __str__(self) -> str:
        return self.name

    @property
    def round(self) -> Round:
        """Where it stands, as the rules see it."""
        return Round(
            tuple(uuid.UUID(card) for card in self.waiting),
            tuple(uuid.UUID(card) for card in self.missed),
        )

    @round.setter
    def round(self, now: Round) -> None:
        self.waiting = [str(card) for card in now.waiting]
        self.missed = [str(card) for card in now.missed]

    @property
    def next(self) -> uuid.UUID | None:
        """The card to ask now."""
        return uuid.UUID(self.waiting[0]) if self.waiting else None

    @property
    def known(self) -> int:
        """Cards that were known by now."""
        return self.total - len(self.waiting)
