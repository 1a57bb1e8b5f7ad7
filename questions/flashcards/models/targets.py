"""Targets: the dates that learners prepare for."""

from __future__ import annotations

import uuid
from datetime import date
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q

from questions.bank.models import Question, Topic

from .cards import Card

if TYPE_CHECKING:
    from questions.bank.models import Person


class TargetQuerySet(models.QuerySet["Target"]):
    def of(self, learner: Person) -> TargetQuerySet:
        return self.filter(learner=learner.pk)

    def seen_by(self, person: Person) -> TargetQuerySet:
        """One's own; what others prepare for is nobody's business."""
        return self.of(person)

    def ahead(self, today: date) -> TargetQuerySet:
        """Those whose date has not gone by."""
        return self.filter(date__gte=today)

    def listed(self) -> TargetQuerySet:
        """The nearest date first, with topics."""
        return self.order_by("date", "made", "pk").prefetch_related("topics")


def subjects(person: Person) -> list[Topic]:
    """The topics that stand on top and have questions that the person may see."""
    studied = Question.objects.seen_by(person).standing()
    there = studied.filter(Q(topics=OuterRef("pk")) | Q(topics__parent=OuterRef("pk")))
    return list(Topic.objects.seen_by(person).filter(Exists(there), parent=None))


class Target(models.Model):
    """An interview, or whatever a learner wants to know things for on a date."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    learner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    name = models.CharField(max_length=80)
    date = models.DateField()
    minutes = models.PositiveSmallIntegerField()
    topics = models.ManyToManyField(Topic, related_name="+")
    left_out = models.ManyToManyField(Card, related_name="+")
    made = models.DateTimeField()

    objects = TargetQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["learner", "date"], name="targets_by_date")]

    def __str__(self) -> str:
        return self.name
