"""Jobs: what was asked for and what came of it; chores: when each is due again."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import models

from . import rules

if TYPE_CHECKING:
    from questions.accounts.models import User

    Person = User | AnonymousUser


class JobQuerySet(models.QuerySet["Job"]):
    def seen_by(self, person: Person) -> JobQuerySet:
        """One's own; nobody owns nothing."""
        return self.filter(owner=person.pk) if person.pk else self.none()

    def waiting(self) -> JobQuerySet:
        """What a worker may take, the oldest first."""
        return self.filter(state=rules.State.QUEUED.value).order_by("created")

    def open(self) -> JobQuerySet:
        """What is not over yet."""
        return self.filter(state__in=rules.OPEN)

    def silent(self, at: datetime) -> JobQuerySet:
        """Running, it says, but its worker has not been heard of."""
        since = rules.silent_since(at)
        return self.filter(state=rules.State.RUNNING.value, heartbeat__lt=since)

    def held(self, job: Job) -> JobQuerySet:
        """The job, if the worker that holds this copy of it still has the lease."""
        return self.filter(pk=job.pk, lease=job.lease, state=rules.State.RUNNING.value)


class Job(models.Model):
    """One piece of work in the background. `lease` names the attempt that may write its outcome."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    key = models.UUIDField()
    verb = models.CharField(max_length=200)
    title = models.CharField(max_length=200)
    arguments = models.JSONField(default=dict)
    state = models.CharField(
        max_length=7,
        choices=[(s.value, s.value) for s in rules.State],
        default=rules.State.QUEUED.value,
    )
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    words = models.CharField(max_length=200, blank=True)
    lease = models.UUIDField(null=True)
    heartbeat = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    result = models.JSONField(null=True)
    error = models.TextField(blank=True)
    created = models.DateTimeField()
    started = models.DateTimeField(null=True)
    finished = models.DateTimeField(null=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "key"], name="one_job_per_owner_and_key")
        ]
        indexes = [
            models.Index(fields=["state", "created"], name="jobs_by_state_and_age"),
            models.Index(fields=["owner", "-created"], name="jobs_of_one_owner"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def over(self) -> bool:
        """Whether nothing more will happen."""
        return self.state not in rules.OPEN

    @property
    def share(self) -> int:
        """How much is done, in per cent."""
        return rules.share(self.done, self.total)


class ChoreQuerySet(models.QuerySet["Chore"]):
    def due(self, at: datetime) -> ChoreQuerySet:
        """Whose turn has come."""
        return self.filter(due__lte=at)


class Chore(models.Model):
    """Work that nobody asks for and that comes round again; the row says when it is due next."""

    path = models.CharField(max_length=200, primary_key=True)
    due = models.DateTimeField()

    objects = ChoreQuerySet.as_manager()

    def __str__(self) -> str:
        return self.path
