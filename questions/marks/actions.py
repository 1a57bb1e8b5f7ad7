"""Every way in which ticks come and go, and in which abilities are learned."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from questions.accounts.models import User
from questions.bank.models import KeyPoint, Topic

from .models import Ability, Hardness, Tick
from .rules import Verdict, Where
from .rules.ability import Outcome, Ratings


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


@dataclass(frozen=True)
class Occasion:
    """What was ticked in one go: under which key, where, when, and how well each point was said."""

    key: UUID
    where: Where
    at: datetime
    verdicts: Mapping[UUID, Verdict]


@transaction.atomic
def tick_anew(learner: User, occasions: Sequence[Occasion]) -> None:
    """Tick what each of these says in place of what was ticked under its key before.

    As many statements for a hundred occasions as for one.
    """
    Tick.objects.of(learner).filter(key__in=[one.key for one in occasions]).delete()
    wanted = {point for one in occasions for point in one.verdicts}
    there = set(KeyPoint.objects.filter(pk__in=wanted).values_list("pk", flat=True))
    Tick.objects.bulk_create(
        Tick(
            learner=learner,
            key_point_id=point,
            verdict=verdict.value,
            where=one.where.value,
            at=one.at,
            key=one.key,
        )
        for one in occasions
        for point, verdict in one.verdicts.items()
        if point in there
    )


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


def ratings(
    learner: User, topics: Iterable[UUID], questions: Iterable[UUID], *, lock: bool = False
) -> Ratings[UUID, UUID]:
    """What is known of a person on these topics and of these questions. Two statements."""
    able = Ability.objects.filter(learner=learner, topic__in=set(topics)).order_by("pk")
    hard = Hardness.objects.filter(pk__in=set(questions)).order_by("pk")
    if lock:
        able, hard = able.select_for_update(), hard.select_for_update()
    return Ratings({row.topic_id: row.rating for row in able}, {row.pk: row.rating for row in hard})


@transaction.atomic
def learn(learner: User, outcomes: Sequence[Outcome[UUID, UUID]]) -> None:
    """Learn from somebody's first answers, in their order; that they are first is the caller's.

    As many statements for a hundred answers as for one.
    """
    topics = {topic for outcome in outcomes for topic in outcome.topics}
    asked = {outcome.question for outcome in outcomes}
    known = ratings(learner, topics, asked, lock=True)
    for outcome in outcomes:
        known.learn(outcome)
    there = set(Topic.objects.filter(pk__in=topics).values_list("pk", flat=True))
    Ability.objects.bulk_create(
        [
            Ability(learner=learner, topic_id=topic, value=of.value, answers=of.answers)
            for topic, of in sorted(known.abilities.items())
            if topic in there
        ],
        update_conflicts=True,
        unique_fields=["learner", "topic"],
        update_fields=["value", "answers"],
    )
    Hardness.objects.bulk_create(
        [
            Hardness(question_id=question, value=of.value, answers=of.answers)
            for question, of in sorted(known.hardness.items())
        ],
        update_conflicts=True,
        unique_fields=["question"],
        update_fields=["value", "answers"],
    )
