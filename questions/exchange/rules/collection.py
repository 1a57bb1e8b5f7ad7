"""A card and its log as rows of Anki's collection, in its older schema, which every Anki opens."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime

from questions.flashcards.rules import Grade, Memory, Phase

USUAL_FACTOR = 2500


@dataclass(frozen=True, slots=True)
class Row:
    """The columns of Anki's card that say where it stands."""

    type: int
    queue: int
    due: int
    ivl: int
    factor: int
    reps: int
    lapses: int
    left: int
    data: str


def card_row(memory: Memory, *, place: int, first: date, today: date, retention: float) -> Row:
    """A card's state; `first` is the day that the collection counts from, `place` of a new card.

    A step within the day is told as one of Anki's: learning or relearning, due at its second.
    """
    kind, queue, due = _where(memory, place, first)
    interval = 0
    if memory.due_day is not None and memory.reviewed_day is not None:
        interval = max(1, (memory.due_day - memory.reviewed_day).days)
    if memory.suspended:
        queue = -1
    elif memory.buried_until is not None and memory.buried_until > today:
        queue = -3
    data = json.dumps(_remembered(memory, retention)) if memory.strength is not None else ""
    return Row(
        kind,
        queue,
        due,
        interval if kind >= 2 else 0,
        USUAL_FACTOR if kind >= 2 else 0,
        memory.reps,
        memory.lapses,
        1001 if kind in {1, 3} else 0,
        data,
    )


def _remembered(memory: Memory, retention: float) -> dict[str, float]:
    """What Anki keeps of a card for FSRS, its last review among it."""
    assert memory.strength is not None
    told = {
        "s": round(memory.strength.stability, 4),
        "d": round(memory.strength.difficulty, 3),
        "dr": round(retention, 2),
    }
    return told if memory.reviewed is None else {**told, "lrt": int(memory.reviewed.timestamp())}


def _where(memory: Memory, place: int, first: date) -> tuple[int, int, int]:
    """Anki's kind of card, its queue, and what it is due at."""
    if memory.due_day is None:
        return 0, 0, place
    if memory.due_at is not None:
        kind = 3 if memory.phase is Phase.RELEARNING else 1
        return kind, 1, int(memory.due_at.timestamp())
    day = (memory.due_day - first).days
    match memory.phase:
        case Phase.LEARNING:
            return 1, 3, day
        case Phase.RELEARNING:
            return 3, 3, day
        case _:
            return 2, 2, day


def review_row(
    grade: Grade, at: datetime, seconds: int | None, before: Memory, after: Memory
) -> tuple[int, int, int, int, int, int, int]:
    """(id, ease, interval, interval before, factor, milliseconds, kind) of one review."""
    kind = {Phase.NEW: 0, Phase.LEARNING: 0, Phase.REVIEW: 1, Phase.RELEARNING: 2}[before.phase]
    spent = min(60, 0 if seconds is None else seconds) * 1000
    stamp = int(at.timestamp() * 1000)
    return stamp, grade.value, _interval(after), _interval(before), USUAL_FACTOR, spent, kind


def _interval(memory: Memory) -> int:
    """Days, or seconds below zero for a step within the day."""
    if memory.reviewed is None or memory.reviewed_day is None or memory.due_day is None:
        return 0
    if memory.due_at is not None:
        return -max(1, int((memory.due_at - memory.reviewed).total_seconds()))
    return max(1, (memory.due_day - memory.reviewed_day).days)
