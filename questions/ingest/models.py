"""The log of readings, what was found and what that changed; and what waits to be accepted."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from questions.accounts.models import User
from questions.bank.models import Document, Question
from questions.bank.rules.given import Written
from questions.bank.rules.states import State
from questions.jobs.models import Job

from .rules.waiting import Decision

if TYPE_CHECKING:
    Person = User | AnonymousUser


class ReadingQuerySet(models.QuerySet["Reading"]):
    def kept_by(self, person: Person) -> ReadingQuerySet:
        """Those of one's own documents; an editor keeps the house's too."""
        own = Q(document__owner=person.pk, document__owner__isnull=False)
        if isinstance(person, User) and person.is_editor:
            own |= Q(document__owner__isnull=True)
        return self.filter(own)

    def library_of(self, person: Person) -> ReadingQuerySet:
        """The last reading of each document that a person keeps and has not removed."""
        if person.pk is None:
            return self.none()
        mine = self.kept_by(person).filter(latest=True, removed=False)
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

    def of_bytes(self, name: str, sha256: str, owner: User | None) -> Reading | None:
        """The latest reading of an owner's document of this name, if it was of these bytes."""
        mine = self.filter(document__owner=owner, document__name=name, latest=True, removed=False)
        found = mine.filter(sha256=sha256, document__sha256=sha256)
        return found.select_related("document").first()


class Reading(models.Model):
    """One reading of a document that changed something; `again` says when it last changed nothing.

    `recipe` is the digest of the rules by which the document was read, "" where changes were left
    out. `job` and `part` name the work that it was, so that work begun twice is done once.
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
    undoable = models.BooleanField(default=False)
    undone = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    before = models.JSONField(default=dict)
    sha256 = models.CharField(max_length=64)
    recipe = models.CharField(max_length=64, blank=True, default="")
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


class PreviewQuerySet(models.QuerySet["Preview"]):
    def seen_by(self, person: Person) -> PreviewQuerySet:
        """One's own; nobody has none."""
        return self.filter(owner=person.pk) if person.pk else self.none()

    def waiting(self) -> PreviewQuerySet:
        """Those about which nobody has decided yet, the oldest first."""
        return self.filter(state=Decision.WAITING.value).order_by("at", "part", "pk")

    def of_job(self, job: Job) -> PreviewQuerySet:
        return self.filter(job=job).order_by("part")

    def light(self) -> PreviewQuerySet:
        """Without what was found, which may be large."""
        return self.defer("found", "changes")


class Preview(models.Model):
    """One document that has been read, what it would change, and what was decided about it.

    `base` is the latest reading of its document when that was worked out.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    house = models.BooleanField(default=False)
    job = models.ForeignKey(Job, null=True, on_delete=models.SET_NULL, related_name="+")
    part = models.PositiveSmallIntegerField(default=0)
    name = models.CharField(max_length=255)
    title = models.CharField(max_length=300, blank=True)
    others = models.JSONField(default=list)
    document = models.ForeignKey(Document, null=True, on_delete=models.SET_NULL, related_name="+")
    base = models.ForeignKey(Reading, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()
    found = models.TextField(blank=True)
    changes = models.JSONField(default=list)
    new = models.PositiveIntegerField(default=0)
    updated = models.PositiveIntegerField(default=0)
    retired = models.PositiveIntegerField(default=0)
    unchanged = models.PositiveIntegerField(default=0)
    duplicates = models.PositiveIntegerField(default=0)
    looks = models.PositiveIntegerField(default=0)
    state = models.CharField(
        max_length=9,
        choices=[(d.value, d.value) for d in Decision],
        default=Decision.WAITING.value,
    )
    decided = models.DateTimeField(null=True)
    reading = models.ForeignKey(Reading, null=True, on_delete=models.SET_NULL, related_name="+")

    objects = PreviewQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["job", "part"],
                condition=Q(job__isnull=False),
                name="one_preview_per_job_and_part",
            )
        ]
        indexes = [models.Index(fields=["owner", "state", "at"], name="previews_of_one_owner")]

    def __str__(self) -> str:
        return self.title or self.name

    @property
    def waiting(self) -> bool:
        """Whether nobody has decided yet."""
        return self.state == Decision.WAITING.value

    @property
    def questions(self) -> int:
        """How many questions the document has."""
        return self.new + self.updated + self.unchanged

    @property
    def changing(self) -> int:
        """How many questions accepting it changes."""
        return self.new + self.updated + self.retired
