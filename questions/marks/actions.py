"""Every way in which ticks come and go."""

from __future__ import annotations

from collections.abc import Mapping
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
