"""How people are reminded: a letter a day, and a calendar; whoever asked for neither has no row."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings
from django.core import signing
from django.core.validators import MaxValueValidator
from django.db import models

from questions.accounts.models import User
from questions.accounts.rules import day_begins
from questions.flashcards.models import (
    Event,
    Target,
    courses,
    days_of,
    foreseen,
    outlook,
    preferences,
)
from questions.flashcards.rules import minutes
from questions.progress.rules.feed import Deadline, Session, calendar

from .pictures import load

if TYPE_CHECKING:
    from questions.bank.models import Person

HOUR = 18
LATE = 3
"""Hours after the chosen one within which a letter still goes out; later it would only annoy."""

DAYS = 14
"""Days of the calendar."""

STOP, FEED = "progress.stop", "progress.feed"
"""What a signature is good for: none of them opens the other door."""


class ReminderQuerySet(models.QuerySet["Reminder"]):
    def of(self, learner: Person) -> ReminderQuerySet:
        return self.filter(learner=learner.pk)

    def wanted(self) -> ReminderQuerySet:
        """Who wants a letter and can be written to."""
        able = self.filter(letter=True, learner__is_active=True, learner__is_guest=False)
        return able.select_related("learner")


class Reminder(models.Model):
    """What one person asked for.

    `site` is where their letters lead. `feed` is a part of the calendar's secret address: a new
    one makes the old address lead nowhere, an empty one is no calendar.
    """

    learner = models.OneToOneField(
        settings.AUTH_USER_MODEL, primary_key=True, on_delete=models.CASCADE, related_name="+"
    )
    letter = models.BooleanField(default=False)
    hour = models.PositiveSmallIntegerField(default=HOUR, validators=[MaxValueValidator(23)])
    sent = models.DateField(null=True)
    site = models.CharField(max_length=200, blank=True)
    feed = models.CharField(max_length=32, blank=True)

    objects = ReminderQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["hour"], condition=models.Q(letter=True), name="letters_that_are_wanted"
            )
        ]

    def __str__(self) -> str:
        return f"Reminders of {self.learner_id}"

    def due(self, at: datetime) -> bool:
        """Whether it is time for today's letter; the hour is one of the learner's own day."""
        day = self.learner.day_of(at)
        if self.sent is not None and self.sent >= day:
            return False
        local = at.astimezone(self.learner.zone)
        return 0 <= local.hour - self.hour < LATE

    @property
    def stop_token(self) -> str:
        """Stops the letters of one person, and does nothing else."""
        return str(signing.Signer(salt=STOP).sign_object(str(self.learner_id)))

    @property
    def feed_token(self) -> str:
        """The secret in the calendar's address; empty where there is none."""
        whose = [str(self.learner_id), self.feed]
        return str(signing.Signer(salt=FEED).sign_object(whose)) if self.feed else ""


def reminder_of(learner: User) -> Reminder:
    """The learner's row, or a new one that asks for nothing, not yet saved."""
    return Reminder.objects.filter(pk=learner.pk).first() or Reminder(learner=learner)


def new_feed() -> str:
    return secrets.token_urlsafe(16)


def by_stop_token(token: str) -> Reminder | None:
    """Whose letters this token stops."""
    try:
        whose = signing.Signer(salt=STOP).unsign_object(token)
    except signing.BadSignature:
        return None
    return Reminder.objects.filter(pk=whose).first()


def by_feed_token(token: str) -> Reminder | None:
    """Whose calendar this is, as long as its address has not been replaced."""
    try:
        whose, feed = signing.Signer(salt=FEED).unsign_object(token)
    except (signing.BadSignature, ValueError):
        return None
    found = Reminder.objects.filter(pk=whose, feed=feed, learner__is_active=True)
    return found.exclude(feed="").select_related("learner").first()


@dataclass(frozen=True)
class Waiting:
    """What a letter says of a day."""

    due: int
    new: int
    minutes: int


def waiting(learner: User, at: datetime) -> Waiting:
    """What waits for the learner now."""
    day = outlook(learner, at)
    seconds = Event.objects.of(learner).pace()
    asked = day.due + day.extra
    return Waiting(asked, day.new, minutes(asked, day.new, seconds))


def _coming(learner: User, at: datetime) -> list[tuple[date, Waiting]]:
    """The next days: as the plans for dates have them, with what else falls due.

    New cards are those of the plans, as long as there are any.
    """
    today, wished = learner.day_of(at), preferences(learner)
    seconds = Event.objects.of(learner).pace()
    planned: dict[date, Waiting] = {}
    taken: set[UUID] = set()
    for course in courses(learner, at, wished, seconds):
        taken |= {item.card for item in course.items}
        for each in days_of(course, foreseen(course, today)):
            before = planned.get(each.day, Waiting(0, 0, 0))
            planned[each.day] = Waiting(
                before.due + each.reviews + each.extra,
                before.new + each.new,
                before.minutes + each.minutes,
            )
    coming = []
    for other in load(learner, today, 0 if taken else wished.new_per_day, but=taken)[:DAYS]:
        plan = planned.get(other.day, Waiting(0, 0, 0))
        long = plan.minutes + minutes(other.due, other.new, seconds)
        coming.append((other.day, Waiting(plan.due + other.due, plan.new + other.new, long)))
    return coming


def feed(reminder: Reminder, at: datetime) -> str:
    """The calendar: time to study on each day with cards, and the dates ahead."""
    learner = reminder.learner
    today = learner.day_of(at)
    sessions = []
    for day, each in _coming(learner, at):
        if each.minutes:
            begins = day_begins(day, learner.zone, 0) + timedelta(hours=reminder.hour)
            title = f"Rehearse: {each.due} due, {each.new} new"
            sessions.append(Session(day, begins, each.minutes, title))
    dates = [
        Deadline(str(target.pk), target.date, target.name)
        for target in Target.objects.of(learner).ahead(today).order_by("date")
    ]
    return calendar("Rehearsal", sessions, dates, at=at)
