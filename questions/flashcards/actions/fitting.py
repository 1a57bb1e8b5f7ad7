"""The memory model is fitted to one learner's answers, and put back to everybody's."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from questions.accounts.models import User
from questions.flashcards import rules
from questions.flashcards.models import Event, Fit, Settings, histories, settings_of
from questions.jobs import actions as jobs
from questions.jobs.models import Job

from .replaying import replay_all

FIT = "questions.flashcards.tasks.fit_to_answers"
"""The verb that fits in the background."""


def ask_for_fit(learner: User, *, key: UUID, at: datetime) -> Job:
    """Have the model fitted in the background, now and from now on. Raises TooFewReviews."""
    count = Event.objects.of(learner).answers().count()
    if count < rules.LEAST_REVIEWS:
        raise rules.TooFewReviews(
            f"{rules.LEAST_REVIEWS} answers are needed; so far you have given {count}."
        )
    Settings.objects.update_or_create(pk=learner.pk, defaults={"fits_itself": True})
    return jobs.enqueue(learner, FIT, {}, title="Fitting to your answers", key=key, at=at)


def fit(learner: User, *, at: datetime) -> Fit:
    """Fit the model to a learner's answers; keep it only where later ones are foretold better.

    Where it is kept, every log is replayed under it: phase, due day and memory are then what
    they would be had it counted from the first answer on. Raises TooFewReviews.
    """
    now = settings_of(learner).preferences.weights
    found = rules.fitted(histories(learner), now)
    with transaction.atomic():
        User.objects.select_for_update(no_key=True).get(pk=learner.pk)
        row = settings_of(learner)
        # Whoever went back to everybody's weights meanwhile is not overruled.
        kept = found.better and row.fits_itself
        if kept:
            _weigh(row, found.weights)
        return Fit.objects.create(
            learner=learner,
            at=at,
            reviews=found.reviews,
            held_out=found.held_out,
            before=found.before,
            after=found.after,
            constant=found.constant,
            weights=rules.write_weights(found.weights),
            kept=kept,
        )


@transaction.atomic
def unfit(learner: User) -> Settings:
    """Go back to everybody's weights, and fit no more until asked; every log is replayed."""
    User.objects.select_for_update(no_key=True).get(pk=learner.pk)
    row = settings_of(learner)
    row.fits_itself = False
    _weigh(row, None)
    return row


def _weigh(row: Settings, weights: rules.Weights | None) -> None:
    before = row.preferences.scheduler
    row.weights = "" if weights is None else rules.write_weights(weights)
    row.save()
    if row.preferences.scheduler != before:
        replay_all(row.learner, row.preferences.scheduler)
