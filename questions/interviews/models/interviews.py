"""Interviews: who meets whom and when, at what stage they are, and what their clock says."""

from __future__ import annotations

import uuid
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q

from questions.interviews.rules import Dimension, Role, Stage, clocks, dimensions_from

from .people import Pairing

if TYPE_CHECKING:
    from questions.bank.models import Person


class Kind(Enum):
    """With a mentor, or alone."""

    MOCK = "mock"
    REHEARSAL = "rehearsal"


class InterviewQuerySet(models.QuerySet["Interview"]):
    def led_by(self, mentor: Person) -> InterviewQuerySet:
        """A mentor's own, as long as the candidate's consent lasts, or while there is none yet."""
        pairing = Pairing.objects.active().filter(
            mentor=OuterRef("mentor"), candidate=OuterRef("candidate")
        )
        return self.filter(
            Q(candidate__isnull=True) | Exists(pairing),
            mentor=mentor.pk,
            kind=Kind.MOCK.value,
        )

    def taken_by(self, candidate: Person) -> InterviewQuerySet:
        return self.filter(candidate=candidate.pk)

    def of(self, person: Person) -> InterviewQuerySet:
        """Those in which a person is one side."""
        led = Interview.objects.led_by(person).values("pk")
        return self.filter(Q(candidate=person.pk) | Q(pk__in=led))

    def mocks(self) -> InterviewQuerySet:
        return self.filter(kind=Kind.MOCK.value)

    def rehearsals(self) -> InterviewQuerySet:
        return self.filter(kind=Kind.REHEARSAL.value)

    def ahead(self) -> InterviewQuerySet:
        """Planned or going on, the next one first."""
        over = (Stage.OVER.value, Stage.CANCELLED.value)
        return self.exclude(stage__in=over).order_by(
            models.F("starts").asc(nulls_last=True), "made"
        )

    def over(self) -> InterviewQuerySet:
        return self.filter(stage=Stage.OVER.value).order_by("-ended", "pk")

    def released(self) -> InterviewQuerySet:
        """Those whose report the candidate may read."""
        return self.over().filter(report__released__isnull=False)

    def with_people(self) -> InterviewQuerySet:
        return self.select_related("mentor", "candidate", "report")

    def newest_first(self) -> InterviewQuerySet:
        return self.order_by("-made", "pk")


class Interview(models.Model):
    """One mock interview or rehearsal.

    `version` counts every act in its room, `shared_version` those that the candidate is told of,
    `pad_version` the lines written on the pad; each is one sequence without gaps.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=9, choices=[(k.value, k.value) for k in Kind])
    mentor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    candidate = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="+"
    )
    setup = models.JSONField(default=dict)
    dimensions = models.JSONField(default=list)
    starts = models.DateTimeField(null=True)
    minutes = models.PositiveSmallIntegerField(default=45)
    call = models.CharField(max_length=500, blank=True)
    one_browser = models.BooleanField(default=False)
    stage = models.CharField(
        max_length=9, choices=[(s.value, s.value) for s in Stage], default=Stage.PLANNED.value
    )
    position = models.PositiveSmallIntegerField(null=True)
    began = models.DateTimeField(null=True)
    ended = models.DateTimeField(null=True)
    cancelled = models.DateTimeField(null=True)
    ticking = models.DateTimeField(null=True)
    spent = models.PositiveIntegerField(default=0)
    version = models.PositiveIntegerField(default=0)
    shared_version = models.PositiveIntegerField(default=0)
    pad_version = models.PositiveIntegerField(default=0)
    sequence = models.PositiveIntegerField(default=0)
    language = models.CharField(max_length=20, default="python")
    made = models.DateTimeField()
    key = models.UUIDField()
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = InterviewQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["made_by", "key"], name="one_interview_per_maker_and_key"
            )
        ]
        indexes = [
            models.Index(fields=["mentor", "candidate", "stage"], name="interviews_of_a_pair"),
            models.Index(fields=["candidate", "stage", "starts"], name="interviews_of_a_candidate"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} of {self.made:%Y-%m-%d}"

    @property
    def now(self) -> Stage:
        """The stage it is at."""
        return Stage(self.stage)

    @property
    def is_mock(self) -> bool:
        return self.kind == Kind.MOCK.value

    @property
    def rubric(self) -> list[Dimension]:
        return dimensions_from(self.dimensions)

    def role_of(self, person: Person) -> Role | None:
        """What somebody is in it."""
        if self.candidate_id and self.candidate_id == person.pk:
            return Role.CANDIDATE if self.is_mock else Role.ALONE
        return Role.MENTOR if self.mentor_id and self.mentor_id == person.pk else None

    def seconds(self, at: datetime) -> int:
        """How long its clock has run."""
        return self.spent + clocks.elapsed(self.ticking, at)

    def settle(self, at: datetime, *, going_on: bool) -> int:
        """Add what the clock has run to `spent`, and let it go on or stand; returns the seconds."""
        stretch = clocks.elapsed(self.ticking, at)
        self.spent += stretch
        self.ticking = at if going_on else None
        return stretch
