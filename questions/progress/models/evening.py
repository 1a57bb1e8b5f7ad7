"""What is still missing on the last evening: core points that were not said, or not yet seen."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from questions.accounts.models import User
from questions.bank.models import KeyPoint, Question
from questions.flashcards.models import Card, Event, Studied, Target, preferences, studied
from questions.marks.models import Tick
from questions.marks.rules import Verdict

PAGE = 24
"""Questions on the page: what can be read in an evening, and printed on one sheet."""

SURE = 0.85
"""Above this chance of recall a card is not missing."""


@dataclass(frozen=True)
class Missing:
    """A question with the core points to look at once more."""

    question: Question
    points: list[KeyPoint]
    seen: bool
    recall: float

    @property
    def percent(self) -> int:
        return round(100 * self.recall)


@dataclass(frozen=True)
class Evening:
    """The page: the questions, and how many more there are."""

    target: Target
    missing: list[Missing]
    more: int


def evening(learner: User, target: Target, at: datetime) -> Evening:
    """What is missing for a date: what was ticked as missed, then what will be forgotten first.

    What was never seen comes last: the evening before is late for it. A fixed number of
    statements, whatever there is.
    """
    pace = Event.objects.of(learner).pace()
    (found,) = studied(learner, [target], at, preferences(learner), pace)
    odds = {item.card: item.recall_on(target.date.toordinal()) for item in found.items}
    unseen = {item.card for item in found.items if item.strength is None}
    cards = _cards(found, learner)
    missed = _missed(learner, {card.question_id for card in cards})
    points = _points({card.question_id for card in cards})
    rows = []
    for card in cards:
        mine = points.get(card.question_id, [])
        lacking = [p for p in mine if p.pk in missed]
        if not (lacking or odds[card.pk] < SURE) or not mine:
            continue
        known = card.pk not in unseen
        rows.append(Missing(card.question, lacking or mine, known, odds[card.pk]))
    rows.sort(key=lambda row: (not row.seen, not _ticked(row, missed), row.recall))
    return Evening(target, rows[:PAGE], max(0, len(rows) - PAGE))


def _ticked(row: Missing, missed: set[UUID]) -> bool:
    return any(point.pk in missed for point in row.points)


def _cards(found: Studied, learner: User) -> list[Card]:
    """The cards that are studied; what is asked in an exam waits until that is handed in."""
    cards = Card.objects.filter(pk__in=[item.card for item in found.items]).open_to(learner)
    return list(cards.select_related("question").order_by("added", "pk"))


def _missed(learner: User, questions: set[UUID]) -> set[UUID]:
    """The core points whose newest tick says missed or partly."""
    newest = Tick.objects.of(learner).newest().exclude(verdict=Verdict.HIT.value)
    core = newest.filter(key_point__core=True, key_point__question__in=questions)
    return set(core.values_list("key_point", flat=True))


def _points(questions: set[UUID]) -> dict[UUID, list[KeyPoint]]:
    found: dict[UUID, list[KeyPoint]] = defaultdict(list)
    current = KeyPoint.objects.current().filter(question__in=questions, core=True)
    for point in current.order_by("position"):
        found[point.question_id].append(point)
    return found
