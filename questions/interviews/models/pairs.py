"""What a mentor and a candidate have been through together, question by question."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet
from django.db.models.functions import Coalesce

from questions.accounts.models import User
from questions.bank.models import Question, Topic, sealed_for
from questions.interviews.rules import Wish
from questions.interviews.rules.outcome import Ticked, Trend, asked_again, percent, trends
from questions.marks.models import Tick

from .interviews import Interview
from .people import Pairing
from .scripts import Point, ScriptItem


@dataclass(frozen=True)
class PairItem:
    """A core point that was missed in a mock, and what became of it."""

    point: UUID
    text: str
    title: str
    mock: UUID
    at: datetime | None
    became: str


@dataclass(frozen=True)
class Past:
    """The mocks of a pair in order, the trend of each topic, and what was missed on the way."""

    mocks: list[Interview]
    percents: list[int | None]
    topics: list[Trend]
    missed: list[PairItem]

    @property
    def open(self) -> list[PairItem]:
        """What is still missed."""
        return [one for one in self.missed if one.became != "fixed"]


@dataclass
class _Told:
    """The points of some mocks, as they were ticked."""

    ticked: list[Ticked] = field(default_factory=list)
    verdicts: dict[UUID, list[str]] = field(default_factory=dict)


def mocks_of(mentor: UUID | None, candidate: UUID | None) -> QuerySet[Interview]:
    """The mocks of a pair that have ended."""
    return Interview.objects.mocks().over().filter(mentor=mentor, candidate=candidate)


def past_of(mocks: Iterable[Interview], reader: User | None = None) -> Past:
    """What these mocks of one pair say together, the oldest first. Two statements.

    A `reader` is told no point of what they are being asked in an exam; mentors know them all.
    """
    ordered = sorted(mocks, key=lambda one: (one.ended or one.made, one.pk))
    told = _Told()
    ids = [one.pk for one in ordered]
    rows = Point.objects.filter(item__interview__in=ids).exclude(verdict="")
    for mock, sheet, core, verdict in rows.values_list(
        "item__interview", "item__sheet", "core", "verdict"
    ):
        told.ticked.append(Ticked(mock, tuple(sheet.get("topics", ())), core, verdict))
        told.verdicts.setdefault(mock, []).append(verdict)
    percents = [percent(told.verdicts.get(mock, ())) for mock in ids]
    return Past(ordered, percents, trends(ids, told.ticked), missed_by_pair(ids, reader))


def missed_by_pair(mocks: Iterable[UUID], reader: User | None = None) -> list[PairItem]:
    """Each core point missed in these mocks, with what came of it when it was asked again."""
    mocks = list(mocks)
    again = Point.objects.filter(item__interview__in=mocks, again__isnull=False)
    ticked = again.exclude(verdict="").order_by("item__interview__ended")
    last = dict(ticked.values_list("again", "verdict"))
    missed = Point.objects.filter(
        item__interview__in=mocks, core=True, verdict="missed", again__isnull=True
    )
    if reader is not None:
        missed = missed.exclude(item__question__in=sealed_for(reader))
    rows = missed.order_by("-item__interview__ended", "item__position", "place").values_list(
        "id", "text", "item__title", "item__interview", "item__interview__ended"
    )
    return [PairItem(*row, became=asked_again(last.get(row[0], ""))) for row in rows]


def points_missed(interview: Interview) -> QuerySet[Point]:
    """The core points missed in one interview, in the order they were asked."""
    return (
        Point.objects.filter(item__interview=interview, core=True, verdict="missed")
        .select_related("item", "key_point")
        .order_by("item__position", "place")
    )


def wishes_of(mentor: UUID, candidate: UUID) -> list[Wish]:
    """What the pair's next script should look for: core points missed and not fixed since."""
    mocks = list(mocks_of(mentor, candidate).values_list("pk", flat=True))
    open_points = [one.point for one in missed_by_pair(mocks) if one.became != "fixed"]
    rows = Point.objects.filter(pk__in=open_points).values_list("pk", "text", "item__question")
    found = list(rows)
    topics = topics_by_question({question for _, _, question in found if question})
    return [Wish(pk, text, frozenset(topics.get(question, ()))) for pk, text, question in found]


@dataclass(frozen=True)
class About:
    """What a mentor knows of a candidate before they choose: what is open, and what is weak."""

    open: list[str]
    weak: list[str] | None


def about(pairing: Pairing, most: int = 5) -> About:
    """The core points still missed, and the topics missed most lately, None if not shared."""
    mocks = list(mocks_of(pairing.mentor_id, pairing.candidate_id).values_list("pk", flat=True))
    still = [one.text for one in missed_by_pair(mocks) if one.became != "fixed"]
    return About(still[:most], weak_topics(pairing, most) if pairing.shares_weak else None)


def weak_topics(pairing: Pairing, most: int) -> list[str]:
    """Of what the mentor may see themselves: the candidate's own documents stay their own."""
    missed = Tick.objects.filter(learner=pairing.candidate_id).newest().missed()
    seen = missed.filter(key_point__question__in=Question.objects.seen_by(pairing.mentor))
    topic = "key_point__question__topics"
    seen = seen.filter(**{f"{topic}__in": Topic.objects.seen_by(pairing.mentor)})
    counted = seen.values(f"{topic}__name").annotate(times=Count("pk")).order_by("-times")
    return [row[f"{topic}__name"] for row in counted[:most]]


def topics_by_question(questions: Iterable[UUID]) -> dict[UUID, list[UUID]]:
    through = Question.topics.through.objects.filter(question__in=list(questions))
    found: dict[UUID, list[UUID]] = {}
    for question, topic in through.values_list("question", "topic"):
        found.setdefault(question, []).append(topic)
    return found


def used_by_pair(mentor: UUID, candidate: UUID | None) -> set[UUID]:
    """Questions that stand for any that this pair has met or planned; of none without a pair."""
    if candidate is None:
        return set()
    rows = ScriptItem.objects.filter(
        Q(interview__cancelled__isnull=True) | Q(shown__isnull=False),
        interview__mentor=mentor,
        interview__candidate=candidate,
        question__isnull=False,
    )
    return set(rows.values_list(Coalesce("question__folded_into", F("question")), flat=True))
