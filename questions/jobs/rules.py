"""When a job is waiting, running, lost or over, and how long to wait before trying again."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import Enum


class State(Enum):
    """Where a job stands."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


OPEN = (State.QUEUED.value, State.RUNNING.value)

BEAT = timedelta(seconds=5)
"""How often a worker says that it is still at it."""

SILENCE = timedelta(seconds=30)
"""After so long without a heartbeat the worker is taken for dead."""

ATTEMPTS = 3
"""How often a job is begun before it is given up."""

LOST = "The work was broken off three times, so it was given up. What was finished is kept."


def silent_since(at: datetime) -> datetime:
    """The moment before which a last heartbeat means that the worker is dead."""
    return at - SILENCE


def after_loss(attempts: int) -> State:
    """What becomes of a job whose worker died in this attempt: once more, or never again."""
    return State.QUEUED if attempts < ATTEMPTS else State.FAILED


def pause(deaths: int) -> float:
    """Seconds to wait before a worker is started again after so many deaths in a row, 1 to 30."""
    return float(min(30, 2 ** max(0, deaths - 1)))


def share(done: int, total: int) -> int:
    """How much of the work is done, in per cent, 0 to 100; nothing is known of a total of 0."""
    return 0 if total <= 0 else max(0, min(100, done * 100 // total))
