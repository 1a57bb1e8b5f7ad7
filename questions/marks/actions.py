"""Every way in which ticks come and go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from questions.accounts.models import User
from questions.bank.models import KeyPoint

from .models import Tick
from .rules import Verdict, Where


@transaction.atomic
def tick(
    learner: User, verdicts: Mapping[UUID, Verdict], *, where: Where, key: UUID, at: datetime
) -> list[Tick]:
    """Tick key points under one key; returns all ticks under that key.

    A point that was ticked under this key before keeps its verdict. Points that do not exist
    are left out: a checklist on a phone may be older than the bank. Whether the learner may see
    the points is for the caller to know.
    """
    there = KeyPoint.objects.filter(pk__in=list(verdicts)).values_list("pk", flat=True)
    Tick.objects.bulk_create(
        [
            Tick(
                learner=learner,
                key_point_id=point,
                verdict=verdicts[point].value,
                where=where.value,
                at=at,
                key=key,
            )
            for point in there
        ],
        ignore_conflicts=True,
    )
    return list(Tick.objects.of(learner).under(key).order_by("key_point__position", "id"))


@transaction.atomic
def untick(learner: User, *, key: UUID) -> int:
    """Take back what was ticked under a key; returns how many ticks went."""
    taken, _ = Tick.objects.of(learner).under(key).delete()
    return taken


@transaction.atomic
def tick_all(
    learner: User,
    said: Iterable[tuple[UUID, datetime, Mapping[UUID, Verdict]]],
    *,
    where: Where,
) -> None:
    """Tick as `tick` does, under many keys at once; that the points exist is the caller's to know.

    Each of `said` is a key, the time, and the verdicts by key point.
    """
    ticks = [
        Tick(
            learner=learner,
            key_point_id=point,
            verdict=verdict.value,
            where=where.value,
            at=at,
            key=key,
        )
        for key, at, verdicts in said
        for point, verdict in verdicts.items()
    ]
    Tick.objects.bulk_create(ticks, ignore_conflicts=True)


@transaction.atomic
def untick_all(learner: User, keys: Iterable[UUID]) -> int:
    """Take back what was ticked under any of these keys; returns how many ticks went."""
    taken, _ = Tick.objects.of(learner).filter(key__in=list(keys)).delete()
    return taken
