"""Taking in what devices kept while they were offline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from questions.accounts.models import User
from questions.errors import Refusal
from questions.flashcards import actions as flashcards
from questions.flashcards.rules.uploads import Fate, Outcome, Sent
from questions.sync import rules


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one event; `key` is None where it had none."""

    key: UUID | None
    status: str
    card: UUID | None
    code: str | None
    detail: str | None


def take_in(learner: User, events: Sequence[Any], *, now: datetime) -> list[Result]:
    """Take in a device's events, each for itself; what became of each, in the same order.

    In whatever order, pieces and repetition the events of all of a person's devices arrive, they
    end in one state.
    """
    found: list[Outcome | None] = [None] * len(events)
    sent: list[tuple[int, Sent]] = []
    for place, event in enumerate(events):
        try:
            sent.append((place, rules.read(event)))
        except rules.NotAnEvent as wrong:
            found[place] = Outcome(Fate.REFUSED, None, wrong)
    outcomes = flashcards.upload(learner, [one for _, one in sent], now=now)
    for (place, _), outcome in zip(sent, outcomes, strict=True):
        found[place] = outcome
    return [
        result(rules.key_of(event), outcome)
        for event, outcome in zip(events, found, strict=True)
        if outcome is not None
    ]


def result(key: UUID | None, outcome: Outcome) -> Result:
    why: Refusal | None = outcome.refusal
    return Result(
        key=key,
        status=outcome.fate.value,
        card=outcome.card,
        code=None if why is None else why.code,
        detail=None if why is None else why.message,
    )
