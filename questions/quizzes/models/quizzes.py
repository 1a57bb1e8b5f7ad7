"""Quizzes: one person's attempts, with the clock that the server keeps."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Avg, Case, Count, Q, When
from django.db.models.functions import Coalesce

from questions.bank.models import Seal
from questions.quizzes import rules
from questions.quizzes.rules import Mode, Settings

from .setups import Setup

if TYPE_CHECKING:
    from uuid import UUID

    from questions.bank.models import Person

    from .given import Given


class QuizQuerySet(models.QuerySet["Quiz"]):
    def of(self, learner: Person) -> QuizQuerySet:
        return self.filter(learner=learner.pk)

    def open(self, at: datetime) -> QuizQuerySet:
        """Quizzes that can be gone on with."""
        in_time = Q(deadline__isnull=True) | Q(deadline__gt=at)
        return self.filter(in_time, finished__isnull=True)

    def over(self, at: datetime) -> QuizQuerySet:
        """Quizzes that were handed in, by their learner or by the clock."""
        return self.filter(Q(finished__isnull=False) | Q(deadline__lte=at))

    def due(self, at: datetime) -> QuizQuerySet:
        """Quizzes that the clock has ended, which is not written yet."""
        return self.filter(finished__isnull=True, deadline__lte=at).order_by("deadline", "pk")

    def newest_first(self) -> QuizQuerySet:
        return self.order_by("-started", "id")

    def with_progress(self) -> QuizQuerySet:
        """With `total` and `done` items and the `mean` score of all of them, 0 to 1.

        Of a sprint only what was answered counts.
        """
        answered, every = Avg("items__score"), Avg(Coalesce("items__score", 0.0))
        return self.annotate(
            total=Count("items"),
            done=Count("items__answered"),
            mean=Case(When(mode=Mode.SPRINT.value, then=answered), default=every),
        )


class Quiz(models.Model):
    """One attempt at some questions; it goes on wherever its learner is signed in.

    An adaptive quiz keeps in `reserve` what may still be asked, drawn up like its items, and
    `size` is how many items a quiz is to have in the end.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    learner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    key = models.UUIDField()
    settings = models.JSONField()
    mode = models.CharField(max_length=8, default="practice")
    started = models.DateTimeField()
    deadline = models.DateTimeField(null=True)
    finished = models.DateTimeField(null=True)
    size = models.PositiveSmallIntegerField(default=0)
    reserve = models.JSONField(default=list)
    setup = models.ForeignKey(Setup, null=True, on_delete=models.SET_NULL, related_name="quizzes")

    objects = QuizQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "quizzes"
        constraints = [
            models.UniqueConstraint(fields=["learner", "key"], name="one_quiz_per_learner_and_key")
        ]
        indexes = [
            models.Index(fields=["learner", "-started"], name="quizzes_newest_first"),
            models.Index(
                fields=["deadline"], condition=Q(finished=None), name="quizzes_by_deadline"
            ),
        ]

    def __str__(self) -> str:
        return f"a quiz of {self.started:%Y-%m-%d}"

    @cached_property
    def chosen(self) -> Settings:
        """The settings it was started with."""
        return Settings.from_json(self.settings)

    @property
    def percent(self) -> int:
        """The mean score of a quiz that was read `with_progress`, in per cent."""
        return round(100 * (getattr(self, "mean", 0.0) or 0.0))

    @property
    def tells(self) -> bool:
        """Whether what was answered may be shown as right or wrong."""
        return self.finished is not None or Mode(self.mode).tells

    @property
    def by_clock(self) -> bool:
        """Whether it was the clock that ended it."""
        return self.finished is not None and self.finished == self.deadline

    @cached_property
    def closed(self) -> Mapping[UUID, UUID]:
        """What its learner is being asked in other exams: which exam by question. One statement."""
        others = Seal.objects.filter(person=self.learner_id).closed().exclude(exam=self.pk)
        return dict(others.values_list("question", "exam"))

    def settle(self, at: datetime) -> Quiz:
        """Count as handed in where its time is up, whether or not that is written yet."""
        if self.finished is None and self.deadline is not None and self.deadline <= at:
            self.finished = self.deadline
        return self

    def left(self, at: datetime) -> int | None:
        """Seconds until it ends by itself; None where it does not, or has ended."""
        return None if self.finished else rules.left(self.deadline, at)

    def late_by_item(self) -> Mapping[UUID, list[Given]]:
        """The answers that came too late, by the item that they answer. One statement."""
        return self._late

    @cached_property
    def _late(self) -> Mapping[UUID, list[Given]]:
        found: dict[UUID, list[Given]] = {}
        if self.deadline is not None and self.finished is not None:
            for given in self.given.filter(late=True).order_by("at", "pk"):
                found.setdefault(given.item_id, []).append(given)
        return found
