"""Fits: what it came to each time that the memory model was fitted to a learner's answers."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Max, Sum

from questions.accounts.models import User
from questions.flashcards.rules import LEAST_REVIEWS, Grade, Kind, due_again
from questions.flashcards.rules.fitting import Answer

from .cards import Card
from .events import Event
from .settings import Settings, settings_of

if TYPE_CHECKING:
    from questions.bank.models import Person


class FitQuerySet(models.QuerySet["Fit"]):
    def of(self, learner: Person) -> FitQuerySet:
        """One's own, the newest first."""
        return self.filter(learner=learner.pk).order_by("-at", "-pk")


class Fit(models.Model):
    """One fit. `before` and `after` are log losses on later answers, which it had not seen."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    learner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    at = models.DateTimeField()
    reviews = models.PositiveIntegerField()
    held_out = models.PositiveIntegerField()
    before = models.FloatField()
    after = models.FloatField()
    constant = models.FloatField()
    weights = models.CharField(max_length=600)
    kept = models.BooleanField()

    objects = FitQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["learner", "-at"], name="fits_of_one_learner")]

    def __str__(self) -> str:
        return f"a fit to {self.reviews} answers"

    @property
    def percent(self) -> int:
        """By how many per cent the forecasts of later answers came closer; negative is farther."""
        return round(100 * (1 - self.after / self.before)) if self.before else 0


def histories(learner: User) -> list[list[Answer]]:
    """Every card's answers that count, in order; a card that was reset begins anew."""
    rows = (
        Event.objects.of(learner)
        .standing()
        .filter(kind__in=[Kind.REVIEW.value, Kind.RESET.value])
        .order_by("card", "at", "key")
        .values_list("card", "kind", "day", "grade")
    )
    return list(_parted(rows.iterator()))


def _parted(rows: Iterable[tuple[uuid.UUID, str, object, int | None]]) -> Iterable[list[Answer]]:
    found: list[Answer] = []
    last = None
    for card, kind, day, grade in rows:
        if found and (card != last or kind == Kind.RESET.value):
            yield found
            found = []
        last = card
        if grade is not None:
            found.append((day.toordinal(), Grade(grade)))  # type: ignore[attr-defined]
    if found:
        yield found


def fits_wanted() -> list[tuple[User, int]]:
    """Whoever has answered enough for a first fit or the next one, and how much that is."""
    answered = Card.objects.values_list("learner").annotate(reviews=Sum("reps"))
    enough = dict(answered.filter(reviews__gte=LEAST_REVIEWS))
    by_hand = Settings.objects.filter(fits_itself=False).values("pk")
    made = Fit.objects.filter(learner__in=list(enough)).values_list("learner")
    last = dict(made.annotate(most=Max("reviews")))
    people = User.objects.filter(pk__in=list(enough), is_active=True).exclude(pk__in=by_hand)
    return [
        (person, enough[person.pk])
        for person in people
        if due_again(enough[person.pk], last.get(person.pk))
    ]


@dataclass(frozen=True)
class FitState:
    """Where a learner stands with the fit: how many answers there are, and the newest fit.

    `in_use` tells whether the schedule follows fitted weights, `itself` whether it is fitted
    now and then without being asked.
    """

    answers: int
    in_use: bool
    itself: bool
    last: Fit | None

    @property
    def needed(self) -> int:
        """Answers that are still missing for a first fit."""
        return max(0, LEAST_REVIEWS - self.answers)


def fit_state(learner: User) -> FitState:
    """The fit of this learner as settings show it."""
    wished = settings_of(learner)
    answers = Card.objects.of(learner).aggregate(count=Sum("reps"))["count"] or 0
    last = Fit.objects.of(learner).first()
    return FitState(answers, bool(wished.weights), wished.fits_itself, last)
