"""What the candidate may see of a running interview: the query leaves out everything else."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from questions.interviews.rules import clocks

from .interviews import Interview
from .scripts import Hint, ScriptItem


@dataclass(frozen=True)
class SeenHint:
    """A hint that was given, or a question that was asked on."""

    id: UUID
    item: UUID
    asks_on: bool
    text: str


@dataclass(frozen=True)
class SeenItem:
    """A question that was shown. Nothing here is the mentor's."""

    id: UUID
    position: int
    title: str
    prompt_html: str
    spent: int
    revealed: bool
    hints: list[SeenHint] = field(default_factory=list)


@dataclass(frozen=True)
class Seen:
    """The candidate's side of the room."""

    interview: UUID
    version: int
    pad_version: int
    stage: str
    running: bool
    seconds: int
    item_seconds: int
    current: SeenItem | None
    earlier: list[SeenItem]

    @property
    def clock(self) -> str:
        return clocks.shown(self.seconds)

    @property
    def item_clock(self) -> str:
        return clocks.shown(self.item_seconds)


def seen_by_candidate(interview: Interview, at: datetime) -> Seen:
    """The questions shown so far with the hints released so far. Two statements."""
    items = _shown(interview)
    current = next((one for one in items if one.position == interview.position), None)
    stretch = clocks.elapsed(interview.ticking, at)
    return Seen(
        interview.pk,
        interview.shared_version,
        interview.pad_version,
        interview.stage,
        interview.ticking is not None,
        interview.spent + stretch,
        current.spent + stretch if current else 0,
        current,
        [one for one in items if one is not current],
    )


def _shown(interview: Interview) -> list[SeenItem]:
    rows = (
        ScriptItem.objects.shown()
        .filter(interview=interview)
        .order_by("position")
        .values_list("id", "position", "title", "prompt_html", "spent", "revealed")
    )
    items = [SeenItem(*row[:5], revealed=row[5] is not None) for row in rows]
    by_id = {item.id: item for item in items}
    given = Hint.objects.filter(item__in=by_id, released__isnull=False).order_by("released", "pk")
    for row in given.values_list("id", "item", "asks_on", "text"):
        by_id[row[1]].hints.append(SeenHint(*row))
    return items
