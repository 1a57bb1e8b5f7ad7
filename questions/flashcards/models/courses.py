"""What is studied for each target: its cards as the plan sees them, and the plan itself."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from math import ceil
from uuid import UUID

from django.db.models import Q, prefetch_related_objects

from questions.accounts.models import User
from questions.flashcards.rules import (
    TYPICAL_SECONDS,
    Course,
    Preferences,
    Strength,
    Weights,
    budget,
    plan,
)
from questions.flashcards.rules.plan import Aim, Item

from .cards import Card
from .events import Event
from .settings import preferences
from .targets import Target

Row = tuple[object, ...]


@dataclass
class Studied:
    """A target with its cards, and the topics that each of them is about."""

    target: Target
    course: Course
    topics: dict[UUID, set[tuple[str, str]]] = field(default_factory=dict)
    seconds: float = TYPICAL_SECONDS

    @property
    def items(self) -> tuple[Item, ...]:
        return self.course.items

    def recall(self) -> float:
        """Mean chance of recall on the date if nothing more were done."""
        return plan.mean_recall(self.items, self.course.aim.date)


@dataclass(frozen=True)
class Day:
    """One day of a plan as people read it."""

    day: date
    new: int
    reviews: int
    extra: int
    minutes: int


@dataclass(frozen=True)
class Outline:
    """Whether a target can be reached, and each day until it.

    Where it does not fit, `minutes` a day would do, or else leaving out these cards; each is None
    where it would not help.
    """

    cards: int
    fits: bool
    unseen: int
    recall: float
    days: list[Day]
    minutes: int | None = None
    out: list[UUID] | None = None

    @property
    def percent(self) -> int:
        return round(100 * self.recall)


def courses(
    learner: User, at: datetime, wished: Preferences, seconds: float | None
) -> list[Studied]:
    """What the learner studies for dates that are ahead, the nearest first."""
    today = learner.day_of(at)
    ahead = Target.objects.of(learner).ahead(today).listed()
    return studied(learner, list(ahead), at, wished, seconds)


def courses_of(learner: User, at: datetime) -> list[Studied]:
    """The same for whoever does not know the learner's settings and pace yet."""
    return courses(learner, at, preferences(learner), Event.objects.of(learner).pace())


def studied(
    learner: User, targets: list[Target], at: datetime, wished: Preferences, seconds: float | None
) -> list[Studied]:
    """These targets with their cards; one statement for the cards of them all."""
    today = learner.day_of(at)
    prefetch_related_objects(targets, "topics", "left_out")
    topics = {topic.pk for target in targets for topic in target.topics.all()}
    rows = _cards(learner, topics) if topics else []
    share = ceil(wished.new_per_day / max(1, len(targets)))
    found = []
    for target in targets:
        answers = budget(target.minutes, seconds) or 1
        aim = Aim(target.date.toordinal(), answers, usual=share, by=wished.scheduler)
        found.append(_of_target(target, aim, rows, today))
        found[-1].seconds = TYPICAL_SECONDS if seconds is None else seconds
    return found


COLUMNS = [
    "pk",
    "stability",
    "difficulty",
    "reviewed_day",
    "ask_day",
    "due_at",
    "introduced",
    "buried_until",
    "question__topics",
    "question__topics__parent",
    "question__topics__slug",
    "question__topics__name",
]


def _cards(learner: User, topics: set[UUID]) -> list[tuple[object, ...]]:
    """A row for every card and topic, in the order of learning."""
    about = Q(question__topics__in=topics) | Q(question__topics__parent__in=topics)
    mine = Card.objects.seen_by(learner).filter(about, suspended=False)
    return list(mine.order_by("added", "place", "pk").values_list(*COLUMNS))


def _of_target(target: Target, aim: Aim, rows: list[Row], today: date) -> Studied:
    wanted = {topic.pk for topic in target.topics.all()}
    out = {card.pk for card in target.left_out.all()}
    items: dict[UUID, Item] = {}
    about: dict[UUID, set[tuple[str, str]]] = {}
    resting, met = set(), set()
    for row in rows:
        pk, _, _, _, _, due_at, introduced, buried, topic, parent, slug, name = row
        assert isinstance(pk, UUID)
        if pk in out or not {topic, parent} & wanted:
            continue
        items[pk] = _item(row, aim.by.weights)
        about.setdefault(pk, set()).add((str(slug), str(name)))
        if due_at is not None or (isinstance(buried, date) and buried > today):
            resting.add(pk)
        if introduced == today:
            met.add(pk)
    course = Course(tuple(items.values()), aim, len(met), frozenset(resting))
    return Studied(target, course, about)


def _item(row: Row, weights: Weights) -> Item:
    pk, stability, difficulty, seen, due, *_ = row
    assert isinstance(pk, UUID)
    if not (isinstance(stability, float) and isinstance(difficulty, float)):
        return Item(pk)
    assert isinstance(seen, date)
    assert isinstance(due, date)
    strength = Strength(stability, difficulty)
    return Item(pk, strength, seen.toordinal(), due.toordinal(), weights)


def foreseen(found: Studied, today: date) -> plan.Forecast:
    """Where the plan of a target leads from today on."""
    day = today.toordinal()
    return plan.forecast(found.items, day, found.course.aim, spent=found.course.spent(day))


def days_of(found: Studied, seen: plan.Forecast) -> list[Day]:
    """The days of a target's plan as people read them."""
    return [
        Day(
            date.fromordinal(each.day),
            each.new,
            each.reviews,
            each.extra,
            ceil(each.answers * found.seconds / 60),
        )
        for each in seen.days
    ]


def outline(found: Studied, today: date) -> Outline:
    """The plan of a target from today on, and what to do where it does not fit."""
    items, aim, day = found.items, found.course.aim, today.toordinal()
    seen = foreseen(found, today)
    days = days_of(found, seen)
    bar = plan.bar(items, day, aim, seen)
    fits = plan.fits(seen, bar)
    shown = Outline(len(items), fits, seen.unseen, seen.recall, days)
    if fits:
        return shown
    needed = plan.answers_needed(items, day, aim, bar)
    minutes = None if needed is None else ceil(needed * found.seconds / 60)
    return replace(shown, minutes=minutes, out=plan.to_leave_out(items, day, aim, bar))
