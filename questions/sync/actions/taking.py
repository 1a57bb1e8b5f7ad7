"""Taking in what devices kept while they were offline."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

from questions.accounts.models import User
from questions.errors import KeyReused, Refusal
from questions.flashcards import actions as flashcards
from questions.flashcards.rules.uploads import Fate, Outcome, Sent
from questions.sync import rules
from questions.sync.models import Heard

from .hearing import hear


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
    found: dict[int, Outcome] = {}
    sent: dict[int, Sent] = {}
    told: dict[int, rules.Told] = {}
    for place, event in enumerate(events):
        try:
            one = rules.read(event)
        except rules.NotAnEvent as wrong:
            found[place] = Outcome(Fate.REFUSED, None, wrong)
            continue
        if isinstance(one, Sent):
            sent[place] = one
        else:
            told[place] = one
    found |= _log(learner, sent, now)
    # Cards that this upload makes are there by now; of the rest the earliest is heard first.
    for place, one in sorted(told.items(), key=lambda item: (item[1].at, item[1].key)):
        found[place] = hear(learner, one, _digest(events[place]), now=now)
    return [result(rules.key_of(event), found[place]) for place, event in enumerate(events)]


def _log(learner: User, sent: dict[int, Sent], now: datetime) -> dict[int, Outcome]:
    """Take those that belong into a card's log; not one whose key said something else before."""
    keys = [one.key for one in sent.values()]
    heard = Heard.objects.filter(person=learner, key__in=keys)
    used = set(heard.values_list("key", flat=True)) if keys else set()
    found = {
        place: Outcome(
            Fate.REFUSED, None, KeyReused(f"The key {one.key} was used before with another body.")
        )
        for place, one in sent.items()
        if one.key in used
    }
    rest = {place: one for place, one in sent.items() if place not in found}
    outcomes = flashcards.upload(learner, list(rest.values()), now=now) if rest else []
    return found | dict(zip(rest, outcomes, strict=True))


def _digest(event: Any) -> str:
    text = json.dumps(event, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode(errors="replace")).hexdigest()


def result(key: UUID | None, outcome: Outcome) -> Result:
    why: Refusal | None = outcome.refusal
    return Result(
        key=key,
        status=outcome.fate.value,
        card=outcome.card,
        code=None if why is None else why.code,
        detail=None if why is None else why.message,
    )
