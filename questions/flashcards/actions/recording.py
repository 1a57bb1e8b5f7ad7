"""How an event gets into a card's log: once, where it belongs, and the card follows."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol
from uuid import UUID

from django.db import IntegrityError, transaction
from django.http import Http404

from questions.accounts.models import User
from questions.errors import KeyReused
from questions.flashcards import rules
from questions.flashcards.models import Card, Event, confirm, locked


@dataclass(frozen=True)
class Done:
    """What an act left behind: the card as it is now and the event in its log."""

    card: Card
    event: Event


def record(
    learner: User,
    card: UUID,
    event: Event,
    *,
    at: datetime,
    now: datetime | None = None,
    also: Callable[[Card], None] | None = None,
) -> Done:
    """Append an event to the log of a card that the learner may see; `also` runs with it.

    The key is not looked up beforehand: the constraint on it finds a repetition, and the rare
    call that comes twice pays for that, not each call that comes once.
    """
    event.digest = event.digest or digest_of(card, event)
    try:
        return _append(learner, card, event, at=at, now=now or at, also=also)
    except IntegrityError:
        known = known_event(learner, event.key)
        if known is None:
            raise
        return again(known, event.digest)


@transaction.atomic
def _append(
    learner: User,
    id: UUID,
    event: Event,
    *,
    at: datetime,
    now: datetime,
    also: Callable[[Card], None] | None,
) -> Done:
    found = locked(learner, id, event.key)
    if found is None:
        raise Http404
    card, undone = found.card, found.undone
    rules.check_clock(at, made=card.added, now=now)
    event.card, event.learner = card, learner
    moment = rules.Moment.lived(at, learner.zone, learner.day_start)
    event.at, event.day, event.day_ends = moment.at, moment.day, moment.ends
    event.append()
    new = card.phase == rules.Phase.NEW.value
    _bring_up_to_date(card, event.entry, found.by, undone=undone)
    if event.kind == rules.Kind.REVIEW.value and not undone and (new or not found.confirmed):
        confirm(card)
    if also is not None and not undone:
        also(card)
    return Done(card, event)


def _bring_up_to_date(card: Card, entry: rules.Event, by: rules.Scheduler, *, undone: bool) -> None:
    """One step where the event is the last of the log, the whole replay otherwise."""
    memory = card.memory
    if undone or entry.kind is rules.Kind.UNDO or not rules.follows(memory, entry):
        memory = rules.replay(card.pk, [known.entry for known in card.events.all()], by)
    else:
        memory = rules.applied(memory, entry, card.pk, by)
    card.remember(memory)


def known_event(learner: User, key: UUID) -> Event | None:
    """What happened under this key, if anything."""
    return Event.objects.of(learner).filter(key=key).select_related("card").first()


def again(known: Event, digest: str) -> Done:
    """What a call that came again is answered; KeyReused where it asks for something else."""
    if known.digest != digest:
        raise KeyReused("This was answered before, and differently. Undo that first.")
    return Done(known.card, known)


class Said(Protocol):
    """The columns of an event that say what was asked."""

    kind: str
    grade: int | None
    undoes: UUID | None
    to: date | None
    data: dict[str, Any]


def digest_of(card: UUID, event: Said) -> str:
    """A fingerprint of what was asked, without when: a retry comes later and means the same."""
    ticks = sorted(event.data.get("ticks", {}).items())
    said = [event.kind, str(card), event.grade, str(event.undoes), ticks]
    if event.to is not None:
        said += [event.to.isoformat(), event.data.get("reason", "")]
    return hashlib.sha256(repr(said).encode()).hexdigest()
