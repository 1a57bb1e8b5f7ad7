"""What cards have done in the background: fits, days that are evened out, news of answers."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import NAMESPACE_OID, uuid5

from django.utils.timezone import now

from questions.jobs import actions as jobs
from questions.jobs.models import Job
from questions.jobs.registry import Tell, chore, verb

from . import actions
from .models import Fit, fits_wanted


@verb
def fit_to_answers(job: Job, tell: Tell) -> dict[str, Any]:
    """Fit the model to the answers of whoever owns the job; begun again, it fits again."""
    tell(0, 1, "Reading your answers")
    return {"summary": outcome(actions.fit(job.owner, at=now()))}


def outcome(fit: Fit) -> str:
    """What a fit came to, in plain words."""
    if fit.kept:
        return f"Kept: it foretells your later answers {fit.percent} % better."
    return "Not kept: it does not foretell your later answers any better."


@chore(every=timedelta(hours=6))
def fit_where_due(at: datetime) -> None:
    """Have the model fitted for everybody who has answered enough since it last was."""
    for learner, reviews in fits_wanted():
        key = uuid5(NAMESPACE_OID, f"fit {learner.pk} {reviews}")
        title = "Fitting to your answers"
        jobs.enqueue(learner, actions.FIT, {}, title=title, key=key, at=at)


@chore(every=timedelta(minutes=30))
def even_out_days(at: datetime) -> None:
    """Even out the days ahead of everybody whose day has begun."""
    actions.spread_where_due(at=at)


@chore(every=timedelta(minutes=10))
def tell_of_changes(at: datetime) -> None:
    """Bring forward the cards whose answer changed, and note which wording others are known in."""
    actions.confirm_unnoted(at=at)
    actions.pull_changed(at=at)
