"""The retention simulator: what aiming for more or less recall costs and brings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from questions.flashcards.rules import Scheduler
from questions.flashcards.rules.plan import Aim, Item, answered, likely, mean_recall

CHOICES = (0.80, 0.85, 0.90, 0.93, 0.95, 0.97)
"""What is tried."""

DAYS = 60
"""How far ahead it looks."""


@dataclass(frozen=True)
class Choice:
    """Aiming for `retention`: answers a day, and the mean recall on the last day of a while."""

    retention: float
    answers: float
    recall: float

    @property
    def percent(self) -> int:
        return round(100 * self.retention)

    @property
    def recall_percent(self) -> int:
        return round(100 * self.recall)


def choices(items: Sequence[Item], count: int, today: int, by: Scheduler) -> list[Choice]:
    """Each choice lived through with these cards, a fair sample of `count`."""
    known = [item for item in items if item.strength is not None]
    if not known:
        return []
    return [_lived(known, count / len(known), today, by, wish) for wish in CHOICES]


def _lived(
    items: Sequence[Item], scale: float, today: int, by: Scheduler, retention: float
) -> Choice:
    """Every card answered whenever it has fallen to `retention`, as chance may have it."""
    aim = Aim(today + DAYS, answers=1, by=replace(by, retention=retention))
    asked, end = 0, []
    for item in items:
        card = item
        while card.due < aim.date:
            day = max(today, card.due)
            known = likely(card, day)
            asked += 1 if known else 2
            card = answered(card, known, day, aim)
        end.append(card)
    return Choice(retention, asked * scale / DAYS, mean_recall(end, aim.date))
