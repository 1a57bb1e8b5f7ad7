"""What a report tells: the questions that were asked, their points, and the scores."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from questions.interviews.rules import BANDS, clocks
from questions.interviews.rules.outcome import percent

from .interviews import Interview, ScriptItem
from .sides import Scored, scored


@dataclass(frozen=True)
class Asked:
    """One question that was asked, how its points went, and how many hints it took."""

    item: ScriptItem
    percent: int | None
    helped: int
    verdicts: list[tuple[UUID, str, bool, str]]

    @property
    def clock(self) -> str:
        return clocks.shown(self.item.spent)


@dataclass(frozen=True)
class Own:
    """The band in which the candidate saw themselves, by dimension."""

    key: str
    name: str


@dataclass(frozen=True)
class Told:
    """All of it. What was never shown is not in it, for it may be asked another time."""

    asked: list[Asked]
    scored: list[Scored]
    missed: list[str]
    percent: int | None
    clock: str
    pad: list[str]
    own: list[Own]


def reported(interview: Interview) -> Told:
    """The report of an interview that is over, in four statements."""
    items = interview.items.shown().prefetch_related("points", "hints")
    asked = [_asked(item) for item in items]
    verdicts = [verdict for one in asked for _, _, _, verdict in one.verdicts]
    missed = [
        text
        for one in asked
        for _, text, core, verdict in one.verdicts
        if core and verdict == "missed"
    ]
    pad = list(interview.writes.standing().values_list("text", flat=True))
    own = [Own(key, BANDS[band - 1]) for key, band in interview.report.own_scores.items()]
    return Told(
        asked, scored(interview), missed, percent(verdicts), clocks.shown(interview.spent), pad, own
    )


def _asked(item: ScriptItem) -> Asked:
    points = [(one.pk, one.text, one.core, one.verdict) for one in item.points.all()]
    helped = sum(hint.released is not None and not hint.asks_on for hint in item.hints.all())
    return Asked(item, percent(verdict for *_, verdict in points), helped, points)
