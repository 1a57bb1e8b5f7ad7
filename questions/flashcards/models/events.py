"""The log: what happened to cards, written once and never changed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Count, Exists, OuterRef, Q, Sum
from django.db.models.functions import Least

from questions.flashcards import rules
from questions.flashcards.rules import ANSWER_CAP, Grade, Kind, Moment
from questions.web.prepared import Saved

from .cards import Card

if TYPE_CHECKING:
    from questions.bank.models import Person


class EventQuerySet(models.QuerySet["Event"]):
    def of(self, learner: Person) -> EventQuerySet:
        return self.filter(learner=learner.pk)

    def standing(self) -> EventQuerySet:
        """Events that count: no undo, and none that an undo names."""
        undo = Event.objects.filter(learner=OuterRef("learner"), undoes=OuterRef("key"))
        return self.exclude(kind=Kind.UNDO.value).filter(~Exists(undo))

    def answers(self) -> EventQuerySet:
        """Reviews that count."""
        return self.standing().filter(kind=Kind.REVIEW.value)

    def on(self, day: date) -> EventQuerySet:
        return self.filter(day=day)

    def by_hand(self) -> EventQuerySet:
        """What the learner did, as opposed to what a plan or a mock did to the card."""
        return self.filter(kind__in=BY_HAND)

    def latest_first(self) -> EventQuerySet:
        return self.order_by("-day", "-at", "-key")

    def pace(self) -> float | None:
        """The seconds an answer takes, from the newest ones, walks to the kettle cut short.

        None without any. A few answers move it only a little from what is typical.
        """
        timed = self.filter(kind=Kind.REVIEW.value, seconds__isnull=False).latest_first()
        newest = timed.annotate(spent=Least("seconds", ANSWER_CAP))[:100]
        found = newest.aggregate(total=Sum("spent"), count=Count("spent"))
        return rules.paced(found["total"], found["count"]) if found["count"] else None


BY_HAND = [k.value for k in (Kind.REVIEW, Kind.SUSPEND, Kind.RESUME, Kind.BURY)]


class Event(models.Model):
    """One entry of a card's log, written once and never changed."""

    id = models.BigAutoField(primary_key=True)
    card = models.ForeignKey(Card, on_delete=models.CASCADE, related_name="events")
    learner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    key = models.UUIDField()
    digest = models.CharField(max_length=64)
    kind = models.CharField(max_length=7, choices=[(k.value, k.value) for k in Kind])
    at = models.DateTimeField()
    day = models.DateField()
    day_ends = models.DateTimeField()
    grade = models.PositiveSmallIntegerField(null=True)
    seconds = models.PositiveIntegerField(null=True)
    undoes = models.UUIDField(null=True)
    to = models.DateField(null=True)
    data = models.JSONField(default=dict)

    objects = EventQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["learner", "key"], name="one_event_per_learner_and_key"
            ),
        ]
        indexes = [
            models.Index(fields=["learner", "day", "at"], name="events_by_day"),
            models.Index(
                fields=["learner", "undoes"],
                condition=Q(undoes__isnull=False),
                name="events_undone",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} of {self.card_id}"

    def append(self) -> None:
        """Put the event into its card's log; IntegrityError where its key is used."""
        APPENDED.insert(self)

    @property
    def entry(self) -> rules.Event:
        """The event as the replay reads it."""
        return rules.Event(
            kind=Kind(self.kind),
            key=self.key,
            moment=Moment(self.at, self.day, self.day_ends),
            grade=None if self.grade is None else Grade(self.grade),
            undoes=self.undoes,
            to=self.to,
            reason=self.data.get("reason", ""),
        )


APPENDED = Saved(Event, [field.name for field in Event._meta.concrete_fields if field.name != "id"])
