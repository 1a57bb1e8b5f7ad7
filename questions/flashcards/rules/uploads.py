"""What a device kept while it was offline, as it tells of it later."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from uuid import UUID, uuid5

from questions.errors import Refusal
from questions.marks.rules import Verdict

from .fsrs import Grade
from .log import Kind


class NoSuchCard(Refusal):
    """An event of a card that is not there, or of a question that the learner may not see."""

    code = "not_found"


class Fate(Enum):
    """What became of one event that was sent."""

    ACCEPTED = "accepted"
    KNOWN = "known"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Sent:
    """One event as a device tells of it. It names its card, or else the question that it asks.

    One that names only the question brings its card along: where there is none yet, the card begins
    with its earliest event, whichever event of whichever device arrives first. `zone` and
    `day_start` are those of its person at the time, by which the local day is reckoned; without
    them it is reckoned by those of today.
    """

    key: UUID
    kind: Kind
    at: datetime
    card: UUID | None = None
    question: UUID | None = None
    grade: Grade | None = None
    seconds: int | None = None
    ticks: tuple[tuple[UUID, Verdict], ...] = ()
    undoes: UUID | None = None
    zone: str | None = None
    day_start: int | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an event: its card, and why it was refused where it was."""

    fate: Fate
    card: UUID | None = None
    refusal: Refusal | None = None


def card_id(learner: UUID, question: UUID) -> UUID:
    """The id of a card made from a device's log: the same whichever device is heard first."""
    return uuid5(learner, str(question))
