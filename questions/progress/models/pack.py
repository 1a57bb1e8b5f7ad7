"""What a device takes along to be studied without network: the cards of today and three more days.

It is a picture of the moment: what is done with it comes back as events, and the log decides.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Q

from questions.accounts.models import User
from questions.accounts.rules import day_begins
from questions.bank.models import Choice, KeyPoint
from questions.bank.rules.states import Kind
from questions.flashcards.models import Card, follow_folds, outlook
from questions.flashcards.rules import Grade, Moment, Scheduler, Tally, graded, wait

MORE_DAYS = 3
"""Days after today that are taken along."""

MOST = 300
"""Cards that are taken along; more than four days hold, and little enough for a phone."""

MIDDAY = timedelta(hours=8)
"""How long after a day's beginning its cards are thought to be answered."""


@dataclass(frozen=True)
class Lead:
    """Where a grade leads: seconds to wait within the day, or whole days; and as one says it."""

    grade: int
    seconds: int | None
    days: int | None
    wait: str

    @property
    def word(self) -> str:
        return Grade(self.grade).name.capitalize()


@dataclass(frozen=True)
class Packed:
    """A card with all that a screen shows of it."""

    id: UUID
    new: bool
    due_at: datetime | None
    due_day: date | None
    prompt: str
    face: str
    answer: str
    document: str
    points: list[KeyPoint]
    choices: list[Choice]
    leads: list[Lead]


@dataclass(frozen=True)
class Pack:
    """What is taken along, and by which clock and limits it is asked."""

    person: UUID
    made: datetime
    day: date
    time_zone: str
    day_start: int
    new_today: int
    new_per_day: int
    reviews_today: int
    reviews_per_day: int
    cards: list[Packed]


def pack(learner: User, at: datetime) -> Pack:
    """The cards of the learner's today and the next days, in a fixed number of statements."""
    day, today = outlook(learner, at), learner.day_of(at)
    per_day = day.wished.new_per_day
    due = _due(learner, today)
    fresh = Card.objects.seen_by(learner).open_to(learner).new(today).shown()
    wanted = min(MOST - len(due), day.new + MORE_DAYS * per_day)
    cards = [*due, *fresh[: max(0, wanted)]]
    follow_folds(learner, cards)
    return Pack(
        learner.pk,
        at,
        today,
        learner.time_zone,
        learner.day_start,
        day.new,
        per_day,
        day.reviews,
        _reviews_per_day(day),
        _packed(learner, cards, at, day.wished.scheduler),
    )


def _reviews_per_day(day: Tally) -> int:
    """How many reviews a later day has room for."""
    most = day.wished.reviews_per_day
    return most if day.budget is None else min(most, day.budget)


def _due(learner: User, today: date) -> list[Card]:
    """What is due by the last of the days, steps within the day among it; the longest due first."""
    last = today + timedelta(days=MORE_DAYS)
    near = Card.objects.seen_by(learner).open_to(learner).awake(last).filter(ask_day__lte=last)
    return list(near.shown().order_by("ask_day", "id")[:MOST])


def _packed(learner: User, cards: Sequence[Card], at: datetime, by: Scheduler) -> list[Packed]:
    points = _points(card.question.pk for card in cards)
    choices = _choices(c.question.pk for c in cards if c.question.kind == Kind.CHOICE.value)
    return [
        Packed(
            card.pk,
            card.ask_day is None,
            card.due_at,
            _day_of(card),
            card.question.prompt_html,
            card.face.text if card.face is not None else "",
            card.question.preferred.html if card.question.preferred is not None else "",
            _document(card),
            points[card.question.pk],
            choices[card.question.pk],
            _leads(learner, card, at, by),
        )
        for card in cards
    ]


def _day_of(card: Card) -> date | None:
    """The day on which a card is asked: not before one until which it was put away."""
    day: date | None = card.ask_day
    if day is None or card.buried_until is None:
        return day
    return max(day, card.buried_until)


def _points(questions: Iterable[UUID]) -> dict[UUID, list[KeyPoint]]:
    found: dict[UUID, list[KeyPoint]] = defaultdict(list)
    current = KeyPoint.objects.current().filter(question__in=list(questions))
    for point in current.order_by("-core", "position"):
        found[point.question_id].append(point)
    return found


def _choices(questions: Iterable[UUID]) -> dict[UUID, list[Choice]]:
    found: dict[UUID, list[Choice]] = defaultdict(list)
    for choice in Choice.objects.filter(Q(question__in=list(questions))).order_by("position"):
        found[choice.question_id].append(choice)
    return found


def _document(card: Card) -> str:
    answer = card.question.preferred
    return "" if answer is None or answer.document is None else str(answer.document)


def _leads(learner: User, card: Card, at: datetime, by: Scheduler) -> list[Lead]:
    """Where each grade leads, were it given now, or on the day on which the card is due."""
    due = day_begins(card.ask_day, learner.zone, learner.day_start) if card.ask_day else at
    answered = max(at, due + MIDDAY) if due > at else at
    moment = Moment.lived(answered, learner.zone, learner.day_start)
    found = []
    for grade in Grade:
        after = graded(card.memory, grade, moment, card.pk, by)
        pause = None if after.due_at is None else after.due_at - answered
        seconds = None if pause is None else int(pause.total_seconds())
        days = None if after.due_at or after.due_day is None else (after.due_day - moment.day).days
        found.append(Lead(grade.value, seconds, days, wait(after, answered, moment.day)))
    return found
