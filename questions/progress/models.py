"""What Today, readiness and the front page read from the slices below; no table of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth.models import AnonymousUser
from django.db.models import Count, Q

from questions.accounts.models import User
from questions.bank.models import Question
from questions.bank.rules.states import Kind
from questions.flashcards.models import Studied, Target, courses_of
from questions.flashcards.rules import plan
from questions.marks.models import Tick
from questions.marks.rules import Verdict

from .rules import NEXT_MINUTES, Raise, Readiness, Standing, readiness

LATELY = 500
"""The newest ticks that say how a topic goes; so the page costs the same after years of them."""

FRONT = 30
"""The questions from which the front page takes a day's."""


def standings(learner: User) -> list[Standing]:
    """How the learner's topics went lately."""
    lately = Tick.objects.of(learner).order_by("-at").values("pk")[:LATELY]
    topic = "key_point__question__topics__"
    rows = (
        Tick.objects.filter(pk__in=lately)
        .filter(Q(**{f"{topic}owner": learner}) | Q(**{f"{topic}owner": None}))
        .exclude(**{f"{topic}slug": None})
        .values_list(f"{topic}slug", f"{topic}name")
        .annotate(
            ticked=Count("pk"),
            hit=Count("pk", filter=Q(verdict=Verdict.HIT.value)),
            partly=Count("pk", filter=Q(verdict=Verdict.PARTLY.value)),
        )
    )
    return [
        Standing(slug, name, ticked, hit + partly / 2) for slug, name, ticked, hit, partly in rows
    ]


def question_of(day: date) -> Question | None:
    """A public question to try without an account, another one each day; easy ones first."""
    open_ones = (
        Question.objects.seen_by(AnonymousUser())
        .standing()
        .filter(kind=Kind.OPEN.value, preferred__isnull=False, needs_key=False)
    )
    # "easy" also comes first in the alphabet.
    ids = list(open_ones.order_by("difficulty", "pk").values_list("pk", flat=True)[:FRONT])
    if not ids:
        return None
    shown = Question.objects.select_related("preferred__document")
    return shown.get(pk=ids[day.toordinal() % len(ids)])


@dataclass(frozen=True)
class Ready:
    """One target: how much of it will be known on the date, and what would raise that most."""

    target: Target
    days: int
    whole: Readiness
    topics: list[Readiness]
    raises: list[Raise]


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
