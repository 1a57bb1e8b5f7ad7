"""What a report tells: the questions that were asked, their points, and the scores."""

from __future__ import annotations

from dataclasses import dataclass

from questions.accounts.models import User
from questions.bank.models import sealed_for
from questions.interviews.rules import BANDS, clocks
from questions.interviews.rules.outcome import percent

from .interviews import Interview
from .scripts import Point, ScriptItem
from .sides import Scored, scored


@dataclass(frozen=True)
class Asked:
    """One question that was asked, how its points went, and how many hints it took."""

    item: ScriptItem
    percent: int | None
    helped: int
    points: list[Point]

    @property
    def clock(self) -> str:
        return clocks.shown(self.item.spent)


@dataclass(frozen=True)
class Told:
    """All of it. What was never shown is not in it, for it may be asked another time."""

    asked: list[Asked]
    scored: list[Scored]
    missed: list[str]
    percent: int | None
    clock: str
    pad: list[str]
    own: dict[str, int]

    @property
    def both(self) -> list[tuple[Scored, str]]:
        """Each score beside the band in which the candidate saw themselves, if any."""
        own = {key: BANDS[band - 1] for key, band in self.own.items()}
        return [(one, own.get(one.dimension.key, "")) for one in self.scored]


def reported(interview: Interview, reader: User | None = None) -> Told:
    """The report of an interview that is over, in five statements.

    For a `reader`, of what they are being asked in an exam no point is told; mentors have none,
    for they know them all.
    """
    items = list(interview.items.shown().prefetch_related("points", "hints"))
    closed = {pk for (pk,) in sealed_for(reader).values_list("question")} if reader else set()
    asked = [_asked(item, told=item.question_id not in closed) for item in items]
    points = [point for one in asked for point in one.points]
    missed = [point.text for point in points if point.core and point.verdict == "missed"]
    pad = list(interview.writes.standing().values_list("text", flat=True))
    return Told(
        asked,
        scored(interview),
        missed,
        percent(point.verdict for point in points),
        clocks.shown(interview.spent),
        pad,
        interview.report.own_scores,
    )


def _asked(item: ScriptItem, *, told: bool) -> Asked:
    points = list(item.points.all()) if told else []
    helped = sum(hint.released is not None and not hint.asks_on for hint in item.hints.all())
    return Asked(item, percent(point.verdict for point in points), helped, points)
