"""What people decide: that two questions are one or two, and which of two statements is right."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import Q

from questions.accounts.models import User
from questions.bank.models import Disagreement, Question, Suggestion
from questions.bank.rules.decisions import (
    AlreadyDecided,
    Decision,
    NoLongerThere,
    Right,
    Why,
    check_may_settle,
)
from questions.bank.rules.past import Way
from questions.bank.rules.states import State

from .folds import settle
from .likely import look_again
from .moments import Act
from .relearning import relearn
from .shelf import Shelf
from .topics import TopicNames
from .undoing import deleted
from .writing import Writing


def accept(suggestion: Suggestion, *, by: User, at: datetime) -> Suggestion:
    """Let two questions be one: the younger folds into the elder, which can be taken back.

    Where a prompt was reworded the elder goes on under the new words instead, with its cards.
    """
    return _decide(suggestion, Decision.ACCEPTED, by, at)


def dismiss(suggestion: Suggestion, *, by: User, at: datetime) -> Suggestion:
    """Let two questions be two, for ever, unless this is taken back."""
    return _decide(suggestion, Decision.DISMISSED, by, at)


def reopen(suggestion: Suggestion, *, by: User, at: datetime) -> Suggestion:
    """Take a decision back: what it folded stands for itself again, and it is offered anew."""
    return _decide(suggestion, Decision.OPEN, by, at)


@transaction.atomic
def part(question: Question, *, by: User, at: datetime) -> Suggestion:
    """Let a folded question stand for itself again, and no re-reading fold it back."""
    head = question.folded_into
    if head is None:
        raise NoLongerThere("This question stands for itself already.")
    pair = Q(one=head, other=question) | Q(one=question, other=head)
    suggestion = Suggestion.objects.filter(pair).first()
    if suggestion is None:
        why = Why.LIKELY.value
        suggestion = Suggestion.objects.create(one=head, other=question, why=why, created=at)
    return dismiss(suggestion, by=by, at=at)


@transaction.atomic
def _decide(suggestion: Suggestion, wanted: Decision, by: User, at: datetime) -> Suggestion:
    row = Suggestion.objects.select_for_update().get(pk=suggestion.pk)
    _check(row.one, by)
    if row.decision == wanted.value:
        return row
    reworded = row.why == Why.REWORDED.value
    if wanted is not Decision.OPEN and row.decision != Decision.OPEN.value and reworded:
        raise AlreadyDecided("This was decided otherwise. Take that back first.")
    if wanted is Decision.ACCEPTED and not _both_there(row):
        raise NoLongerThere("One of the two questions is no longer there.")
    row.decision, row.by, row.at = wanted.value, by, at
    row.save(update_fields=["decision", "by", "at"])
    if not reworded:
        _fold_again(row, at)
    elif wanted is Decision.ACCEPTED:
        _go_on_as(row.one, row.other, by, at)
    return row


def _both_there(row: Suggestion) -> bool:
    published = State.PUBLISHED.value
    elder = row.why == Why.REWORDED.value or row.one.state == published
    return elder and row.other.state == published


def _check(question: Question, by: User) -> None:
    owner = question.owner_id
    check_may_settle(own=owner == by.pk, of_the_house=owner is None, editor=by.is_editor)


def _fold_again(row: Suggestion, at: datetime) -> None:
    """Fold or unfold the two and whatever is folded with either of them."""
    both = [row.one_id, row.other_id]
    heads = Question.objects.filter(pk__in=both).exclude(folded_into=None)
    tops = {*both, *heads.values_list("folded_into", flat=True)}
    shelf = Shelf()
    shelf.load(Question.objects.filter(Q(pk__in=tops) | Q(folded_into__in=tops)))
    document = row.one.document
    assert document is not None
    touched = set(shelf.questions)
    settle(shelf, TopicNames(document), {}, touched, (), at=at)
    shelf.save()
    look_again(touched, at=at)


def _go_on_as(elder: Question, came: Question, by: User, at: datetime) -> None:
    """The elder says from now on what the new one says, which makes room for it."""
    document = came.document
    assert document is not None
    writing = Writing(document, Act(Way.READ, by, at, uuid4()))
    writing.load()
    given = writing.past(writing.shelf.questions[came.pk]).raw
    writing.retire(writing.shelf.questions[came.pk])
    writing.keys[elder.pk] = str(elder.pk)
    writing.rewrite(writing.shelf.questions[elder.pk], given)
    writing.settle()
    writing.save()
    came.refresh_from_db()
    deleted(came)


def may_settle(disagreement: Disagreement, by: User) -> None:
    """Raise NotAllowed unless this person decides about the sources."""
    _check(disagreement.one.question, by)


@transaction.atomic
def settle_disagreement(
    disagreement: Disagreement, right: Right, reason: str, *, by: User, at: datetime
) -> Disagreement:
    """Record which statement is right and why; a wrong one is struck and no longer learned."""
    row = Disagreement.objects.select_for_update().get(pk=disagreement.pk)
    _check(row.one.question, by)
    row.right, row.reason, row.by, row.at = right.value, reason.strip(), by, at
    row.save(update_fields=["right", "reason", "by", "at"])
    relearn(_answers(row), at=at)
    return row


@transaction.atomic
def reopen_disagreement(disagreement: Disagreement, *, by: User, at: datetime) -> Disagreement:
    """Take back what was settled: both statements stand again, side by side."""
    row = Disagreement.objects.select_for_update().get(pk=disagreement.pk)
    _check(row.one.question, by)
    row.right, row.reason, row.by, row.at = "", "", None, None
    row.save(update_fields=["right", "reason", "by", "at"])
    relearn(_answers(row), at=at)
    return row


def _answers(row: Disagreement) -> tuple[UUID, UUID]:
    return row.one_id, row.other_id
