"""How cards are printed for a phone, with all that it shows of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import Http404
from rest_framework.request import Request

from questions.accounts.models import User
from questions.bank.models import KeyPoint, Question, sheet, sheets
from questions.flashcards import actions, rules
from questions.flashcards.models import Card, follow_folds, news_of
from questions.marks.rules import Verdict

from .serializers import CardDoneSerializer


def person(request: Request) -> User:
    assert isinstance(request.user, User)
    return request.user


def as_id(text: str) -> UUID:
    """The id in an address; one that is no id names nothing."""
    try:
        return UUID(text)
    except ValueError:
        raise Http404 from None


def with_questions(learner: User, cards: Iterable[Card]) -> None:
    """Let each card print what it asks; one statement for them all."""
    found = sheets(learner, [card.question.pk for card in cards])
    asks = {one.question.pk: one for one in found}
    for card in cards:
        if shown := asks.get(card.question.pk):
            vars(card)["asks"] = shown


def asked(learner: User, card: Card, at: datetime, by: rules.Scheduler) -> Card:
    """The card with what AskedCardSerializer prints besides its columns."""
    follow_folds(learner, [card])
    moment, memory = rules.Moment.lived(at, learner.zone, learner.day_start), card.memory
    nexts = [(g, rules.graded(memory, g, moment, card.pk, by)) for g in rules.Grade]
    asks = sheet(learner, card.question.pk)
    vars(card).update(
        asks=asks,
        news=[] if asks is not None and asks.sealed else news_of(card),
        next=[
            {
                "grade": grade.value,
                "due_at": after.due_at,
                "due_day": after.due_day,
                "wait": rules.wait(after, at, moment.day),
            }
            for grade, after in nexts
        ],
    )
    return card


def printed(learner: User, done: actions.Done) -> Any:
    """What an act on a card answers."""
    card = done.card
    card.question = Question.objects.get(pk=card.question_id)
    follow_folds(learner, [card])
    ticks = done.event.data.get("ticks", {})
    missed = [UUID(point) for point, said in ticks.items() if said == Verdict.MISSED.value]
    core = KeyPoint.objects.filter(pk__in=missed, core=True).values_list("pk", flat=True)
    suggested = rules.suggested(list(core), missed) if missed else None
    found = {"card": card, "event": done.event.key, "suggested": suggested and suggested.value}
    return CardDoneSerializer(found).data
