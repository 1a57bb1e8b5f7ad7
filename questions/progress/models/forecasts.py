"""Forecasts as they were made, day by day, and what became of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef

from questions.accounts.models import User
from questions.flashcards.models import Card, Event
from questions.flashcards.rules import Grade, Kind
from questions.progress.rules import Promise, Record, kept, record

if TYPE_CHECKING:
    from questions.bank.models import Person

REMEMBERED = timedelta(days=180)
"""How far back our own record goes."""

LATE = timedelta(days=3)
"""Answers of a phone without a network may come so late; then a day's promises are settled."""

ACTIVE = timedelta(days=60)
"""Who has answered nothing for so long is forecast nothing."""


class ForecastQuerySet(models.QuerySet["Forecast"]):
    def of(self, learner: Person) -> ForecastQuerySet:
        return self.filter(learner=learner.pk)

    def remembered(self, today: date) -> ForecastQuerySet:
        """Those that the record is about, the oldest first."""
        return self.filter(day__gt=today - REMEMBERED).order_by("day")

    def to_settle(self, today: date) -> ForecastQuerySet:
        """Those of which no more answers are expected; no zone is more than a day behind ours."""
        return self.filter(settled=False, day__lt=today - LATE).order_by("pk")


class Forecast(models.Model):
    """What was said to a learner on the morning of one of their days.

    `chances` holds the chance of each card that may be asked, in thousandths, by its id; once the
    day is settled `kept` says of those that were asked what had been promised and whether it was
    known. `ready` holds the readiness for each date ahead, by the target's id.
    """

    id = models.BigAutoField(primary_key=True)
    learner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    day = models.DateField()
    made = models.DateTimeField()
    chances = models.JSONField(default=dict)
    kept = models.JSONField(default=list)
    ready = models.JSONField(default=dict)
    settled = models.BooleanField(default=False)

    objects = ForecastQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["learner", "day"], name="one_forecast_per_learner_and_day"
            )
        ]
        indexes = [
            models.Index(
                fields=["day"],
                condition=models.Q(settled=False),
                name="forecasts_to_be_settled",
            )
        ]

    def __str__(self) -> str:
        return f"{self.day} of {self.learner_id}"

    def promises(self, answers: Iterable[tuple[UUID, bool]]) -> list[Promise]:
        """What became of it: as it was settled, or from these answers of its day."""
        if self.settled:
            return [(chance / 1000, bool(known)) for chance, known in self.kept]
        chances = {UUID(card): chance / 1000 for card, chance in self.chances.items()}
        return kept(chances, answers)


Answers = dict[tuple[UUID, date], list[tuple[UUID, bool]]]


def answers_to(forecasts: Iterable[Forecast]) -> Answers:
    """What was answered on the days of these forecasts after they were made; one statement."""
    made = {(each.learner_id, each.day): each.made for each in forecasts}
    reviews = Event.objects.standing().filter(
        kind=Kind.REVIEW.value,
        learner__in={learner for learner, _ in made},
        day__in={day for _, day in made},
    )
    found: Answers = defaultdict(list)
    rows = reviews.order_by("at", "key").values_list("learner", "day", "at", "card", "grade")
    for learner, day, at, card, grade in rows:
        if (learner, day) in made and at >= made[learner, day]:
            found[learner, day].append((card, grade != Grade.AGAIN.value))
    return found


def record_of(learner: User, forecasts: list[Forecast]) -> Record | None:
    """How good these forecasts of a learner's were, the oldest first."""
    answers = answers_to([each for each in forecasts if not each.settled])
    return record([each.promises(answers.get((learner.pk, each.day), [])) for each in forecasts])


def to_forecast(at: datetime) -> list[User]:
    """Who has studied lately and has no forecast for their own day yet."""
    lately = Card.objects.filter(learner=OuterRef("pk"), reviewed_day__gte=(at - ACTIVE).date())
    people = list(User.objects.filter(Exists(lately), is_active=True))
    near = (at.date() - timedelta(days=1), at.date() + timedelta(days=1))
    there = set(Forecast.objects.filter(day__range=near).values_list("learner", "day"))
    return [person for person in people if (person.pk, person.day_of(at)) not in there]
