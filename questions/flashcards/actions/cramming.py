"""Going through cards without touching their schedule."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.http import Http404

from questions.accounts.models import User
from questions.bank.models import Topic
from questions.flashcards.models import Card, Cram
from questions.flashcards.rules import Which, cram
from questions.marks import actions as marks
from questions.marks.rules import Verdict, Where

from .cards import points_of


@transaction.atomic
def start_cram(
    learner: User, *, topic: str = "", which: Which | None = None, count: int, at: datetime
) -> Cram:
    """Go through so many cards of a topic and set, the weakest first. Raises NothingToCram."""
    mine = Card.objects.seen_by(learner).open_to(learner).filter(suspended=False)
    found = mine.matching(topic, which, at, learner.day_of(at))
    weakest = found.order_by(F("stability").asc(nulls_first=True), "ask_day", "pk")
    cards = list(weakest.values_list("pk", flat=True)[: min(count, cram.MOST)])
    if not cards:
        raise cram.NothingToCram("No card of yours is like that. Choose another topic or set.")
    about = Topic.objects.seen_by(learner).filter(slug=topic).first() if topic else None
    made = Cram(learner=learner, total=len(cards), made=at)
    made.name = "All topics" if about is None else about.name
    made.round = cram.Round(tuple(cards))
    made.save()
    return made


@transaction.atomic
def answer_cram(
    learner: User,
    id: UUID,
    card: UUID,
    *,
    known: bool,
    key: UUID,
    at: datetime,
    verdicts: Mapping[UUID, Verdict] | None = None,
) -> Cram:
    """Say whether the card that was asked is known; one that is not comes again soon.

    A card that is not the one to ask now changes nothing: it was answered before. What was
    ticked counts as a rehearsal; no card, log or due day changes.
    """
    found = Cram.objects.seen_by(learner).select_for_update().filter(pk=id).first()
    if found is None:
        raise Http404
    if found.next != card:
        return found
    asked = Card.objects.seen_by(learner).filter(pk=card).first()
    # A card whose question is no longer for the learner is passed over.
    found.round = cram.answered(found.round, known or asked is None)
    found.finished = None if found.waiting else at
    found.save(update_fields=["waiting", "missed", "finished"])
    if asked is not None and verdicts:
        theirs = {point: verdicts[point] for point in points_of(asked, verdicts)}
        marks.tick(learner, theirs, where=Where.REHEARSAL, key=key, at=at)
    return found
