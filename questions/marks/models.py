"""Ticks per key point, each person's ability per topic, and how hard questions proved to be."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q

from questions.bank.models import KeyPoint, Question, Topic

from .rules import Verdict, Where
from .rules.ability import ENOUGH, Rating

if TYPE_CHECKING:
    from uuid import UUID

    from questions.bank.models import Person


class TickQuerySet(models.QuerySet["Tick"]):
    def of(self, learner: Person) -> TickQuerySet:
        return self.filter(learner=learner.pk)

    def under(self, key: UUID) -> TickQuerySet:
        """What was ticked in one go, under one key."""
        return self.filter(key=key)

    def newest(self) -> TickQuerySet:
        """Of each person and point only the newest tick."""
        newer = Tick.objects.filter(
            Q(at__gt=OuterRef("at")) | Q(at=OuterRef("at"), id__gt=OuterRef("id")),
            learner=OuterRef("learner"),
            key_point=OuterRef("key_point"),
        )
        return self.filter(~Exists(newer))

    def missed(self) -> TickQuerySet:
        return self.filter(verdict=Verdict.MISSED.value)

    def about(self, question: Question) -> TickQuerySet:
        """Ticks of the points of one question."""
        return self.filter(key_point__question=question)


class Tick(models.Model):
    """One verdict on one key point. Points that were ticked are retired, never deleted."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    learner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    key_point = models.ForeignKey(KeyPoint, on_delete=models.RESTRICT, related_name="+")
    verdict = models.CharField(max_length=6, choices=[(v.value, v.value) for v in Verdict])
    where = models.CharField(max_length=9, choices=[(w.value, w.value) for w in Where])
    at = models.DateTimeField()
    key = models.UUIDField()

    objects = TickQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["learner", "key", "key_point"], name="one_tick_per_learner_key_and_point"
            )
        ]
        indexes = [
            models.Index(fields=["learner", "key_point", "at"], name="ticks_by_point_and_time"),
            models.Index(fields=["learner", "at"], name="ticks_by_time"),
        ]

    def __str__(self) -> str:
        return f"{self.verdict} {self.key_point_id}"


class Ability(models.Model):
    """How able a person has shown to be on a topic."""

    id = models.BigAutoField(primary_key=True)
    learner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="+")
    value = models.FloatField(default=0.0)
    answers = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name_plural = "abilities"
        constraints = [
            models.UniqueConstraint(
                fields=["learner", "topic"], name="one_ability_per_learner_and_topic"
            )
        ]

    def __str__(self) -> str:
        return f"{self.value:+.2f} on {self.topic_id}"

    @property
    def rating(self) -> Rating:
        return Rating(self.value, self.answers)


class HardnessQuerySet(models.QuerySet["Hardness"]):
    def known(self) -> HardnessQuerySet:
        """Questions with so many first answers that their level is learned."""
        return self.filter(answers__gte=ENOUGH)


class Hardness(models.Model):
    """How hard a question has proved to be, from everybody's first answers."""

    question = models.OneToOneField(
        Question, on_delete=models.CASCADE, primary_key=True, related_name="+"
    )
    value = models.FloatField(default=0.0)
    answers = models.PositiveIntegerField(default=0)

    objects = HardnessQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "hardness"

    def __str__(self) -> str:
        return f"{self.value:+.2f}"

    @property
    def rating(self) -> Rating:
        return Rating(self.value, self.answers)
