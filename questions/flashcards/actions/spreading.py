"""The load of the days ahead is evened out, once for each of a learner's days."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db import transaction

from questions.accounts.models import User
from questions.flashcards import rules
from questions.flashcards.models import MOVED, Card, Settings, preferences

LATELY = timedelta(days=3)
"""Whoever answered nothing for so long has nothing new to even out."""

REACH = timedelta(days=100)
"""Days from today within which cards are moved, or are in the way of those that are."""


def spread_where_due(*, at: datetime) -> int:
    """Even out the days of everybody whose day has begun since that was done last.

    What is graded today is due another day, so once a day is often enough. Returns for how many
    people it was done.
    """
    active = Card.objects.filter(reviewed__gte=at - LATELY).order_by().values("learner")
    done = dict(Settings.objects.values_list("pk", "spread_on"))
    people = User.objects.filter(pk__in=active, is_active=True)
    wanted = [person for person in people if done.get(person.pk) != person.day_of(at)]
    for person in wanted:
        spread_load(person, person.day_of(at))
    return len(wanted)


@transaction.atomic
def spread_load(learner: User, today: date) -> int:
    """Even out the days ahead of a learner; returns how many cards are asked on another day.

    Memory, phase and due day stay what the log says; only the day of asking moves.
    """
    by = preferences(learner).scheduler
    mine = Card.objects.of(learner).filter(suspended=False)
    cards = list(mine.filter(due_day__range=(today - REACH, today + REACH)).defer("note"))
    found = (rules.waiting(card.pk, card.question_id, card.memory, today, by) for card in cards)
    answered = mine.filter(reviewed_day=today).count()
    known = (one for one in found if one is not None)
    moved = rules.spread(known, today, answered=answered)
    changed = []
    for card in cards:
        before = card.moved_from, card.moved_to
        to = moved.get(card.pk)
        card.moved_from, card.moved_to = (None, None) if to is None else (card.due_day, to)
        if before != (card.moved_from, card.moved_to):
            changed.append(card)
    MOVED.update_all(changed)
    Settings.objects.update_or_create(pk=learner.pk, defaults={"spread_on": today})
    return len(moved)
