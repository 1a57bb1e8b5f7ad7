"""The log of readings: when a document was read, by whom, what was found and what that changed."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from questions.bank.models import Document, Question
from questions.bank.rules.given import Written
from questions.bank.rules.states import State
from questions.jobs.models import Job

if TYPE_CHECKING:
    from questions.accounts.models import User

    Person = User | AnonymousUser


class ReadingQuerySet(models.QuerySet["Reading"]):
    def library_of(self, person: Person) -> ReadingQuerySet:
        """The last reading of each document that a person has brought and not removed."""
        if person.pk is None:
            return self.none()
        mine = self.filter(document__owner=person.pk, latest=True, removed=False)
        return mine.select_related("document").order_by("-at", "document__name", "pk")

    def counted(self) -> ReadingQuerySet:
        """With `standing`, how many questions of the document are published."""
        published = Question.objects.filter(
            document=OuterRef("document"), state=State.PUBLISHED.value
        )
        counts = published.order_by().values("document").annotate(n=Count("pk")).values("n")
        return self.annotate(standing=Coalesce(Subquery(counts), 0))

    def of(self, document: Document) -> ReadingQuerySet:
        """Every reading of a document, the last first."""
        return self.filter(document=document).order_by("-at", "-latest", "pk")


class Reading(models.Model):
    """One reading of a document that changed something; `again` says when it last changed nothing.

    `job` and `part` name the work that it was, so that work begun twice is done once.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    job = models.ForeignKey(Job, null=True, on_delete=models.SET_NULL, related_name="+")
    part = models.PositiveSmallIntegerField(default=0)
    at = models.DateTimeField()
    again = models.DateTimeField(null=True)
    latest = models.BooleanField(default=True)
    removed = models.BooleanField(default=False)
    sha256 = models.CharField(max_length=64)
    questions = models.PositiveIntegerField(default=0)
    created = models.PositiveIntegerField(default=0)
    updated = models.PositiveIntegerField(default=0)
    retired = models.PositiveIntegerField(default=0)
    folded = models.PositiveIntegerField(default=0)
    seconds = models.FloatField(default=0)
    articles = models.JSONField(default=list)
    skipped = models.JSONField(default=list)

    objects = ReadingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["document"],
                condition=Q(latest=True),
                name="one_latest_reading_per_document",
            ),
            models.UniqueConstraint(
                fields=["job", "part"],
                condition=Q(job__isnull=False),
                name="one_reading_per_job_and_part",
            ),
        ]
        indexes = [models.Index(fields=["document", "-at"], name="readings_of_a_document")]

    def __str__(self) -> str:
        return f"{self.document_id} at {self.at}"

    @property
    def written(self) -> Written:
        """What this reading did to the bank."""
        return Written(self.created, self.updated, self.retired, folded=self.folded)

    @property
    def read(self) -> datetime:
        """When the document was last read, whether or not that changed anything."""
        return self.again or self.at
