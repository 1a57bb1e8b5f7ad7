"""The mentor's side of a room: the script with its sheets, scores, notes and clocks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from questions.bank.models import Seal
from questions.bank.rules.seals import Sealed
from questions.interviews.rules import Dimension, Stage, clocks

from .interviews import Interview
from .room import Score
from .scripts import Hint, Point, ScriptItem

KEYS = "asdfzxcv"
"""The first key of each dimension's scores; the second is the band."""


ALONE = (
    "You are being asked one of its questions in an exam. "
    "This rehearsal waits until you hand the exam in."
)


@dataclass(frozen=True)
class Scored:
    """A dimension with the band it was given, if any."""

    dimension: Dimension
    key: str
    band: int | None
    words: str

    @property
    def example(self) -> str:
        """What the given band sounds like."""
        return self.dimension.examples[self.band - 1] if self.band else ""


@dataclass(frozen=True)
class Choice:
    """One button of a point: pressed again it takes its verdict back.

    `next` is the one that the point's number key presses: said, partly, missed, nothing.
    """

    word: str
    tone: str
    means: str
    pressed: bool
    sends: str
    next: bool


@dataclass(frozen=True)
class Tickable:
    """A point to tick and its buttons."""

    point: Point
    choices: list[Choice]


VERDICTS = (("hit", "said", "good"), ("partly", "partly", "warn"), ("missed", "missed", "bad"))
AFTER = {"": "hit", "hit": "partly", "partly": "missed", "missed": "missed"}


def tickable(point: Point) -> Tickable:
    """The three buttons of a point, as its verdict stands."""
    return Tickable(
        point,
        [
            Choice(
                word,
                tone,
                verdict,
                point.verdict == verdict,
                "" if point.verdict == verdict else verdict,
                AFTER[point.verdict] == verdict,
            )
            for verdict, word, tone in VERDICTS
        ],
    )


@dataclass(frozen=True)
class Sheet:
    """A question that was asked, with its points and note, to be put right after the end."""

    item: ScriptItem
    points: list[Tickable]
    note: str


@dataclass(frozen=True)
class Side:
    """What only the mentor sees."""

    items: list[ScriptItem]
    current: ScriptItem | None
    points: list[Tickable]
    hints: list[Hint]
    scored: list[Scored]
    note: str
    whole_note: str
    asked: list[Sheet]
    following: ScriptItem | None
    previous: ScriptItem | None
    seconds: int
    item_seconds: int
    running: bool

    @property
    def clock(self) -> str:
        return clocks.shown(self.seconds)

    @property
    def item_clock(self) -> str:
        return clocks.shown(self.item_seconds)

    @property
    def rubric(self) -> list[Dimension]:
        return [one.dimension for one in self.scored]

    @property
    def next_given(self) -> Hint | None:
        """What comes next to whom takes the hints in order, follow-ups after them."""
        return next((hint for hint in self.hints if hint.released is None), None)

    @property
    def next_hint(self) -> Hint | None:
        """The first hint that was not given yet."""
        return self._next(asks_on=False)

    @property
    def next_question(self) -> Hint | None:
        """The first follow-up that was not asked yet, whatever hints are left."""
        return self._next(asks_on=True)

    def _next(self, *, asks_on: bool) -> Hint | None:
        left = [hint for hint in self.hints if hint.released is None]
        return next((hint for hint in left if hint.asks_on is asks_on), None)


def mentors_side(interview: Interview, at: datetime, *, every: bool = True) -> Side:
    """All of it in four statements; alone one sees only the questions that have come up.

    Raises Sealed where whoever rehearses alone is being asked one of them in an exam: a mentor's
    room goes on, for somebody else is waiting in it.
    """
    if not every:
        _require_open(interview)
    over = interview.now is Stage.OVER
    items = list(_items(interview, every=every, over=over))
    place = next((n for n, one in enumerate(items) if one.position == interview.position), None)
    current = items[place] if place is not None else None
    notes: dict[UUID | None, str] = {**dict(interview.notes.values_list("item", "text"))}
    stretch = clocks.elapsed(interview.ticking, at)
    return Side(
        items,
        current,
        [tickable(point) for point in current.points.all()] if current else [],
        list(current.hints.all()) if current else [],
        scored(interview),
        notes.get(current.pk, "") if current else "",
        notes.get(None, ""),
        [_sheet(one, notes) for one in items if over and one.shown],
        _neighbour(items, place, 1),
        _neighbour(items, place, -1),
        interview.spent + stretch,
        current.spent + stretch if current else 0,
        interview.ticking is not None,
    )


def _require_open(interview: Interview) -> None:
    closed = Seal.objects.filter(person=interview.candidate_id).closed().values("question")
    if interview.items.filter(question__in=closed).exists():
        raise Sealed(ALONE)


def _items(interview: Interview, *, every: bool, over: bool) -> Iterable[ScriptItem]:
    items = interview.items.all() if every else interview.items.shown()
    return items.prefetch_related("points") if over else items


def _sheet(item: ScriptItem, notes: Mapping[UUID | None, str]) -> Sheet:
    points = [tickable(point) for point in item.points.all()]
    return Sheet(item, points, notes.get(item.pk, ""))


def _neighbour(items: list[ScriptItem], place: int | None, step: int) -> ScriptItem | None:
    """The item before or after; without a current one the first is next."""
    if place is None:
        return items[0] if items and step > 0 else None
    return items[place + step] if 0 <= place + step < len(items) else None


def scored(interview: Interview) -> list[Scored]:
    """Each dimension of the rubric with its score."""
    rows = {row.dimension: row for row in Score.objects.filter(interview=interview)}
    return [
        Scored(
            one,
            KEYS[place],
            rows[one.key].band if one.key in rows else None,
            rows[one.key].words if one.key in rows else "",
        )
        for place, one in enumerate(interview.rubric)
    ]
