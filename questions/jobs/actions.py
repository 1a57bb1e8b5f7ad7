"""A job's way to its end, and whose turn a chore is; every step is one conditional write."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Coalesce

from questions.accounts.models import User
from questions.errors import KeyReused

from . import registry, rules
from .models import Chore, Job
from .rules import State

GLANCE = 8
"""How many waiting jobs a worker looks at before it looks afresh."""


class LeaseLost(Exception):
    """Somebody else has taken this job over; whatever is in hand must be dropped."""


@transaction.atomic
def enqueue(
    owner: User,
    verb: str,
    arguments: dict[str, Any],
    *,
    title: str,
    key: UUID,
    at: datetime,
) -> Job:
    """Put work into the queue. The same key again gives the same job, whatever became of it.

    Raises KeyReused where the key stands for another verb or other arguments, UnknownVerb where
    nothing is registered under that dotted path.
    """
    registry.find(verb)
    given = {"verb": verb, "arguments": arguments, "title": title, "created": at}
    job, new = Job.objects.get_or_create(owner=owner, key=key, defaults=given)
    if not new and (job.verb != verb or job.arguments != arguments):
        raise KeyReused(f"The key {key} was used before for something else.")
    return job


def claim(*, at: datetime) -> Job | None:
    """The oldest waiting job, now ours alone, or None.

    A conditional update decides, so two workers that look at the same moment never share one.
    """
    for id in list(Job.objects.waiting().values_list("pk", flat=True)[:GLANCE]):
        taken = (
            Job.objects.waiting()
            .filter(pk=id)
            .order_by()
            .update(
                state=State.RUNNING.value,
                lease=uuid4(),
                heartbeat=at,
                attempts=F("attempts") + 1,
                started=Coalesce(F("started"), at),
            )
        )
        if taken:
            return Job.objects.get(pk=id)
    return None


def beat(job: Job, *, at: datetime) -> bool:
    """Say that the worker lives; False when the job is no longer its own."""
    return bool(Job.objects.held(job).update(heartbeat=at))


def progress(job: Job, done: int, total: int, words: str, *, at: datetime) -> None:
    """Note how far the work has come. Raises LeaseLost when the job was given to another."""
    told = Job.objects.held(job).update(done=done, total=total, words=words[:200], heartbeat=at)
    if not told:
        raise LeaseLost(str(job.pk))


def finish(job: Job, result: dict[str, Any], *, at: datetime) -> bool:
    """Write what came of it; False, and nothing written, when the lease was lost."""
    return bool(
        Job.objects.held(job).update(
            state=State.DONE.value, result=result, error="", words="", done=F("total"), finished=at
        )
    )


def fail(job: Job, error: str, *, at: datetime) -> bool:
    """Give up for good and say why, in plain words; False when the lease was lost."""
    return bool(Job.objects.held(job).update(state=State.FAILED.value, error=error, finished=at))


def release(job: Job, *, at: datetime) -> bool:
    """Put a job back unfinished, because its worker has to go; this was no attempt."""
    return bool(
        Job.objects.held(job).update(
            state=State.QUEUED.value, lease=None, heartbeat=at, attempts=F("attempts") - 1
        )
    )


def lose(job: Job, *, at: datetime) -> bool:
    """What becomes of a job whose attempt broke off: queued once more, or failed at the third."""
    if rules.after_loss(job.attempts) is State.FAILED:
        return fail(job, rules.LOST, at=at)
    return bool(Job.objects.held(job).update(state=State.QUEUED.value, lease=None))


def requeue_stale(*, at: datetime) -> int:
    """Take back every job whose worker has been silent for 30 seconds; how many there were."""
    return sum(lose(job, at=at) for job in Job.objects.silent(at))


def take_turn(path: str, *, at: datetime) -> bool:
    """Whether this chore is due and the turn is now ours; the next one is due `every` later.

    A conditional update decides, so two workers never have the same turn. A chore that is new to
    the database is due at once.
    """
    following = at + registry.CHORES[path].every
    if Chore.objects.due(at).filter(path=path).update(due=following):
        return True
    _, new = Chore.objects.get_or_create(path=path, defaults={"due": following})
    return new
