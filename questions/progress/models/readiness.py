"""How much will be known on each date ahead, and what would raise it most."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from questions.accounts.models import User
from questions.flashcards.models import Studied, Target, courses_of
from questions.flashcards.rules import plan
from questions.progress.rules import NEXT_MINUTES, Raise, Readiness, readiness

from .forecasts import Forecast

FEW = 6
"""Topics that are shown before anybody asks for more."""


@dataclass(frozen=True)
class Ready:
    """One target: how much of it will be known on the date, and what would raise that most."""

    target: Target
    days: int
    whole: Readiness
    topics: list[Readiness]
    raises: list[Raise]

    @property
    def weakest(self) -> list[Readiness]:
        """The few topics to look at first."""
        return self.topics[:FEW]

    @property
    def others(self) -> list[Readiness]:
        return self.topics[FEW:]


def ready(learner: User, at: datetime, *, raises: bool = True) -> list[Ready]:
    """The learner's readiness for each date ahead, if nothing more were done; nearest first."""
    today = learner.day_of(at)
    return [_ready(each, today, raises=raises) for each in courses_of(learner, at)]


def _ready(found: Studied, today: date, *, raises: bool) -> Ready:
    date_ = found.course.aim.date
    odds = {i.card: i.recall_on(date_) if i.strength else None for i in found.items}
    by_topic: dict[tuple[str, str], list[float | None]] = {}
    for card, chance in odds.items():
        for topic in found.topics[card]:
            by_topic.setdefault(topic, []).append(chance)
    topics = [readiness(slug, name, chances) for (slug, name), chances in by_topic.items()]
    return Ready(
        found.target,
        date_ - today.toordinal(),
        readiness("", found.target.name, odds.values()),
        sorted(topics, key=lambda topic: (topic.recall, topic.name)),
        _raises(found, today.toordinal()) if raises else [],
    )


def _raises(found: Studied, today: int) -> list[Raise]:
    """The next minutes by topic, each card counted under the first of its topics by name."""
    answers = int(NEXT_MINUTES * 60 / max(1.0, found.seconds))
    parts: dict[tuple[str, str], Raise] = {}
    for item, gain in plan.best_use(found.items, today, found.course.aim, answers):
        slug, name = topic = min(found.topics[item.card], key=lambda topic: topic[1])
        sofar = parts.get(topic, Raise(slug, name, 0, 0, 0.0))
        new = item.strength is None
        more = gain / len(found.items)
        parts[topic] = Raise(
            slug, name, sofar.new + new, sofar.known + (not new), sofar.gain + more
        )
    return sorted(parts.values(), key=lambda part: (-part.gain, part.name))


@dataclass(frozen=True)
class Trend:
    """What was forecast for a date on one earlier day."""

    day: date
    recall: float
    low: float
    high: float


def trends(forecasts: Iterable[Forecast]) -> dict[UUID, list[Trend]]:
    """How the readiness for each target went, by the target's id, the oldest day first."""
    found: dict[UUID, list[Trend]] = {}
    for each in forecasts:
        for target, (recall, low, high) in each.ready.items():
            found.setdefault(UUID(target), []).append(Trend(each.day, recall, low, high))
    return found
