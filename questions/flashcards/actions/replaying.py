"""All cards of a learner follow their logs anew, many at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db import connections, transaction
from django.db.models import CharField
from django.db.models.functions import Cast

from questions.accounts.models import User
from questions.flashcards import rules
from questions.flashcards.models import Card, Event
from questions.flashcards.models.cards import REMEMBERED
from questions.flashcards.rules import bulk

AT_ONCE = 5000
"""Cards whose logs are read and replayed together."""

Row = tuple[Any, ...]
CARD, KIND, GRADE, DAY, AT, KEY, ENDS = range(7)


@transaction.atomic
def replay_all(learner: User, by: rules.Scheduler) -> None:
    """Bring every card that has a log to where that log leads under this scheduler.

    Logs of nothing but reviews, which most are, are replayed together; the others one by one.
    """
    studied = Card.objects.of(learner).filter(events__isnull=False).order_by("pk").distinct()
    ids = list(studied.values_list("pk", flat=True))
    for start in range(0, len(ids), AT_ONCE):
        some = Card.objects.filter(pk__in=ids[start : start + AT_ONCE]).select_for_update()
        cards = {card.pk: card for card in some}
        for pk, memory in _memories(cards, by):
            cards[pk].take_over(memory)
        REMEMBERED.update_all(cards.values())


def _memories(cards: Iterable[UUID], by: rules.Scheduler) -> Iterable[tuple[UUID, rules.Memory]]:
    plain: list[bulk.Answers] = []
    mixed: list[UUID] = []
    for card, rows in _read(cards).items():
        if all(row[KIND] == rules.Kind.REVIEW.value for row in rows):
            plain.append(_answers(UUID(card), rows))
        else:
            mixed.append(UUID(card))
    yield from zip((log.card for log in plain), bulk.replayed(plain, by), strict=True)
    logs: dict[UUID, list[rules.Event]] = {pk: [] for pk in mixed}
    for event in Event.objects.filter(card__in=mixed) if mixed else ():
        logs[event.card_id].append(event.entry)
    yield from ((pk, rules.replay(pk, log, by)) for pk, log in logs.items())


def _read(cards: Iterable[UUID]) -> dict[str, list[Row]]:
    """The logs by card as the database writes them: most values are needed of the last row only.

    To make Python's of all would take three times as long as to read them.
    """
    written = {
        name: Cast(name, CharField()) for name in ("card_id", "day", "at", "key", "day_ends")
    }
    card, *rest = written.values()
    events = Event.objects.filter(card__in=list(cards)).order_by()
    query = events.values_list(card, "kind", "grade", *rest).query
    found: dict[str, list[Row]] = defaultdict(list)
    with connections["default"].cursor() as cursor:
        cursor.execute(*query.sql_with_params())
        for row in cursor.fetchall():
            found[row[CARD]].append(row)
    return found


def _answers(card: UUID, rows: list[Row]) -> bulk.Answers:
    times = [row[AT] for row in rows]
    if len(set(times)) < len(times) or times != sorted(times):
        rows.sort(key=lambda row: (row[AT], row[KEY]))
    last = rows[-1]
    return bulk.Answers(
        card=card,
        grades=tuple([row[GRADE] for row in rows]),
        days=tuple([_ordinal(row[DAY]) for row in rows]),
        last=rules.Moment(_time(last[AT]), date.fromisoformat(last[DAY]), _time(last[ENDS])),
        last_key=UUID(last[KEY]),
    )


@lru_cache(maxsize=10_000)
def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def _time(text: str) -> datetime:
    """A time as either database writes it; one without a zone is in UTC."""
    at = datetime.fromisoformat(text)
    return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
