"""Dates to prepare for: set, changed, given up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.http import Http404

from questions.accounts.models import User
from questions.bank.models import Topic
from questions.bank.rules.wanted import Wanted
from questions.flashcards import rules
from questions.flashcards.models import Card, Event, Target, outline, preferences, studied

from .cards import add_listed

UNNAMED = "Interview"


@transaction.atomic
def aim(
    learner: User,
    *,
    name: str,
    date: date,
    topics: Sequence[str],
    minutes: int,
    key: UUID,
    at: datetime,
) -> Target:
    """Prepare for a date: every question on these topics becomes a card, if it is none yet.

    Raises DateOutOfReach for a date that is over or more than a year ahead, NoTopics where none
    of the slugs is a topic that the learner sees, TooManyTargets, and TooMany where the topics
    hold more questions than may become cards at once.
    """
    User.objects.select_for_update(no_key=True).get(pk=learner.pk)
    today = learner.day_of(at)
    rules.check_date(date, today)
    if Target.objects.of(learner).ahead(today).count() >= rules.MOST_TARGETS:
        raise rules.TooManyTargets("You prepare for many dates already. Give one up first.")
    given = {"name": name.strip() or UNNAMED, "date": date, "minutes": minutes}
    target = Target.objects.create(learner=learner, made=at, **given)
    _study(learner, target, topics, key=key, at=at)
    return target


@transaction.atomic
def change_target(learner: User, id: UUID, *, key: UUID, at: datetime, **changed: Any) -> Target:
    """Change name, date, minutes or topics; what is not named stays. Refuses as `aim` does."""
    target = locked_target(learner, id)
    if "date" in changed and changed["date"] != target.date:
        rules.check_date(changed["date"], learner.day_of(at))
    for name in {"name", "date", "minutes"} & set(changed):
        setattr(target, name, changed[name])
    target.name = target.name.strip() or UNNAMED
    target.save(update_fields=["name", "date", "minutes"])
    if "topics" in changed:
        _study(learner, target, changed["topics"], key=key, at=at)
    return target


@transaction.atomic
def give_up(learner: User, id: UUID) -> None:
    """Prepare for a date no more; its cards stay, and are asked as if there were no date."""
    locked_target(learner, id).delete()


@transaction.atomic
def leave_out(learner: User, id: UUID, *, at: datetime) -> int:
    """Plan without as many of the last new cards as it takes to fit; returns how many.

    The cards stay, they are only not planned for this date. 0 where the plan fits already or
    leaving out new cards would not help.
    """
    target = locked_target(learner, id)
    pace = Event.objects.of(learner).pace()
    (found,) = studied(learner, [target], at, preferences(learner), pace)
    cards = outline(found, learner.day_of(at)).out or []
    target.left_out.add(*Card.objects.of(learner).filter(pk__in=cards))
    return len(cards)


@transaction.atomic
def take_in(learner: User, id: UUID) -> None:
    """Plan with all cards again."""
    locked_target(learner, id).left_out.clear()


def locked_target(learner: User, id: UUID) -> Target:
    """One of the learner's targets, locked; 404 where there is none."""
    found = Target.objects.seen_by(learner).select_for_update().filter(pk=id).first()
    if found is None:
        raise Http404
    return found


def _study(learner: User, target: Target, slugs: Sequence[str], *, key: UUID, at: datetime) -> None:
    topics = list(Topic.objects.seen_by(learner).filter(slug__in=slugs))
    if not topics:
        raise rules.NoTopics("Choose at least one topic.")
    target.topics.set(topics)
    add_listed(learner, Wanted(topics=tuple(topic.slug for topic in topics)), key=key, at=at)
