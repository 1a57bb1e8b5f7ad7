"""What an act upon a document's questions changes, as a person is shown it beforehand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol
from uuid import UUID

from questions.bank.models import Question
from questions.bank.rules.past import Change, Look, Past, What
from questions.bank.rules.states import Kind, State

from .shelf import Shelf


class Written(Protocol):
    """A writing that has been worked out."""

    shelf: Shelf
    touched: set[UUID]
    pasts: dict[UUID, Past]
    keys: dict[UUID, str]

    def past(self, question: Question) -> Past: ...


def changes_of(writing: Written) -> tuple[Change, ...]:
    """Each touched question before and after, in the document's order, what left it last."""
    questions = writing.shelf.questions
    order = {pk: place for place, pk in enumerate(writing.keys)}
    touched = sorted(writing.touched, key=lambda pk: (order.get(pk, len(order)), str(pk)))
    return tuple(_change(writing, questions[pk], questions) for pk in touched)


def _change(writing: Written, question: Question, questions: Mapping[UUID, Question]) -> Change:
    before, after = writing.pasts.get(question.pk), writing.past(question)
    retired = question.state == State.RETIRED.value
    what = What.NEW if before is None else What.RETIRED if retired else What.UPDATED
    head = questions.get(question.folded_into_id) if question.folded_into_id else None
    return Change(
        key=writing.keys.get(question.pk, str(question.pk)),
        what=what,
        title=question.title,
        before=before,
        after=None if retired else after,
        looks=() if retired else looks(question, after),
        twin=head.title if head else "",
    )


def looks(question: Question, past: Past) -> tuple[Look, ...]:
    """Why a question should be looked at before it is studied."""
    found = []
    keyed = past.given.kind is Kind.CHOICE and not question.needs_key
    if question.needs_key:
        found.append(Look.NO_KEY)
    elif not past.given.answer.strip() and not keyed:
        found.append(Look.NO_ANSWER)
    if not question.fingerprint:
        found.append(Look.UNCLEAR)
    return tuple(found)
