"""What happens in a room: its events in order, scores, private notes, and lines on the pad."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef

from questions.interviews.rules import Role, Verb

from .interviews import Interview
from .scripts import ScriptItem

if TYPE_CHECKING:
    from uuid import UUID


class EventQuerySet(models.QuerySet["Event"]):
    def told_to(self, role: Role) -> EventQuerySet:
        """A candidate hears only of what is shared, and cannot count the rest."""
        return self.filter(shared_seq__isnull=False) if role is Role.CANDIDATE else self.all()

    def after(self, seq: int, role: Role) -> EventQuerySet:
        """Those after the one with this number, as this role counts them."""
        field = "shared_seq" if role is Role.CANDIDATE else "seq"
        return self.told_to(role).filter(**{f"{field}__gt": seq}).order_by(field)


class Event(models.Model):
    """One act in a room. A key that comes again finds its event, and nothing happens twice."""

    id = models.BigAutoField(primary_key=True)
    interview = models.ForeignKey(Interview, on_delete=models.CASCADE, related_name="events")
    seq = models.PositiveIntegerField()
    shared_seq = models.PositiveIntegerField(null=True)
    verb = models.CharField(max_length=8, choices=[(v.value, v.value) for v in Verb])
    role = models.CharField(max_length=9, choices=[(r.value, r.value) for r in Role])
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    key = models.UUIDField()
    digest = models.CharField(max_length=64)
    at = models.DateTimeField()

    objects = EventQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["interview", "seq"], name="one_event_per_interview_and_number"
            ),
            models.UniqueConstraint(
                fields=["interview", "key"], name="one_event_per_interview_and_key"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.seq}: {self.verb}"


class Score(models.Model):
    """The band that an interview reached in one dimension, and why. Private until the report."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    interview = models.ForeignKey(Interview, on_delete=models.CASCADE, related_name="scores")
    dimension = models.CharField(max_length=60)
    band = models.PositiveSmallIntegerField(null=True)
    words = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["interview", "dimension"], name="one_score_per_interview_and_dimension"
            )
        ]

    def __str__(self) -> str:
        return f"{self.dimension}: {self.band}"


class NoteQuerySet(models.QuerySet["Note"]):
    def written(self) -> NoteQuerySet:
        """Those that say something, in the order of their questions, the whole last."""
        found = self.exclude(text="").select_related("item")
        return found.order_by(models.F("item__position").asc(nulls_last=True))


class Note(models.Model):
    """What the mentor noted for themselves, of one question or of the whole. Never shared."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    interview = models.ForeignKey(Interview, on_delete=models.CASCADE, related_name="notes")
    item = models.ForeignKey(ScriptItem, null=True, on_delete=models.CASCADE, related_name="notes")
    text = models.TextField(blank=True)
    at = models.DateTimeField()

    objects = NoteQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["interview", "item"], name="one_note_per_interview_and_item"
            ),
            models.UniqueConstraint(
                fields=["interview"],
                condition=models.Q(item__isnull=True),
                name="one_note_on_the_whole_per_interview",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:40]


class WriteQuerySet(models.QuerySet["Write"]):
    def newest(self) -> WriteQuerySet:
        """Of each line as it was left last."""
        later = Write.objects.filter(
            interview=OuterRef("interview"), line=OuterRef("line"), seq__gt=OuterRef("seq")
        )
        return self.filter(~Exists(later))

    def standing(self) -> WriteQuerySet:
        """The pad as it is, from top to bottom."""
        return self.newest().filter(removed=False).order_by("rank", "line")

    def since(self, seq: int) -> WriteQuerySet:
        return self.newest().filter(seq__gt=seq).order_by("seq")

    def of_line(self, line: UUID) -> WriteQuerySet:
        return self.filter(line=line).order_by("seq")


class Write(models.Model):
    """One line of the pad as somebody left it. Nothing is overwritten: a later one stands."""

    id = models.BigAutoField(primary_key=True)
    interview = models.ForeignKey(Interview, on_delete=models.CASCADE, related_name="writes")
    seq = models.PositiveIntegerField()
    line = models.UUIDField()
    rank = models.FloatField()
    text = models.CharField(max_length=500, blank=True)
    removed = models.BooleanField(default=False)
    role = models.CharField(max_length=9, choices=[(r.value, r.value) for r in Role])
    at = models.DateTimeField()
    key = models.UUIDField()

    objects = WriteQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["interview", "seq"], name="one_write_per_interview_and_number"
            ),
            models.UniqueConstraint(
                fields=["interview", "key", "line"], name="one_write_per_interview_key_and_line"
            ),
        ]
        indexes = [models.Index(fields=["interview", "line", "seq"], name="writes_by_line")]

    def __str__(self) -> str:
        return self.text
