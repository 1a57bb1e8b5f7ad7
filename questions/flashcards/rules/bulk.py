"""Many logs at once: the same memories as their replay one by one, in a fraction of the time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from uuid import UUID

from fsrs_rs_python import FSRSItem, FSRSReview

from . import fsrs
from .fsrs import Grade, Strength
from .schedule import (
    STANDARD,
    Memory,
    Moment,
    Phase,
    Scheduler,
    chance,
    day_after,
    days,
    moved,
    pause,
    time_after,
)


@dataclass(frozen=True, slots=True)
class Answers:
    """A log of nothing but reviews, none of them taken back, in order; `days` are ordinals."""

    card: UUID
    grades: tuple[int, ...]
    days: tuple[int, ...]
    last: Moment
    last_key: UUID


@dataclass(frozen=True, slots=True)
class _Walked:
    """Where grades alone lead: the phases know nothing of how well a card is remembered."""

    phase: Phase
    step: int
    lapses: int
    wait: timedelta | None


def replayed(logs: Sequence[Answers], by: Scheduler = STANDARD) -> list[Memory]:
    """The memory that each of the logs leads to, as `replay` finds it."""
    model = fsrs.model(by.weights)
    known = model.memory_state_batch([_item(log) for log in logs]) if logs else []
    found = []
    for log, state in zip(logs, known, strict=True):
        walked = _walk(log.grades, by)
        u = chance(log.card, len(log.grades) - 1) if by.scattered else None
        if walked.wait is not None:
            due_at, due_day = time_after(log.last, pause(walked.wait, u))
        else:
            wanted = model.next_interval(state.stability, by.retention, log.grades[-1])
            due_at, due_day = day_after(log.last, days(wanted, u, by.longest))
        found.append(
            Memory(
                phase=walked.phase,
                step=walked.step,
                strength=Strength(state.stability, state.difficulty),
                reviewed=log.last.at,
                reviewed_day=log.last.day,
                introduced=date.fromordinal(log.days[0]),
                reps=len(log.grades),
                lapses=walked.lapses,
                due_at=due_at,
                due_day=due_day,
                last_at=log.last.at,
                last_key=log.last_key,
            )
        )
    return found


def _item(log: Answers) -> FSRSItem:
    before, reviews = log.days[0], []
    for grade, day in zip(log.grades, log.days, strict=True):
        reviews.append(_review(grade, day - before if day > before else 0))
        before = day
    return FSRSItem(reviews)


_review = lru_cache(maxsize=10_000)(FSRSReview)


@lru_cache(maxsize=50_000)
def _walk(grades: tuple[int, ...], by: Scheduler) -> _Walked:
    """What the grades come to; many cards were answered alike."""
    phase, step, lapses = Phase.NEW, 0, 0
    wait: timedelta | None = None
    for number in grades:
        grade = Grade(number)
        lapses += phase is Phase.REVIEW and grade is Grade.AGAIN
        phase, step, wait = moved(phase, step, grade, by)
    return _Walked(phase, step, lapses, wait)
