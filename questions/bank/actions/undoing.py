"""Taking back what one reading of a document did to its questions."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import ProtectedError, RestrictedError

from questions.accounts.models import User
from questions.bank.models import Document, Question, Revision
from questions.bank.rules.given import Written
from questions.bank.rules.past import Past, Way
from questions.bank.rules.states import State

from .moments import Act
from .writing import Writing


@transaction.atomic
def undo(document: Document, change: UUID, *, by: User | None, at: datetime) -> Written:
    """Make a document's questions what they were before the act of this number.

    What it brought goes: retired where somebody's history or an editor's words stand on it,
    deleted otherwise. What it changed says again what it said, what it retired is back; what an
    editor has changed since stays changed.
    """
    document = Document.objects.select_for_update().get(pk=document.pk)
    writing = Writing(document, Act(Way.UNDONE, by, at, uuid4()))
    known = {question.pk: question for question in writing.load()}
    changed = Revision.objects.filter(change=change, question__document=document)
    for revision in changed:
        bring_back(writing, known[revision.question_id], revision.past)
    brought = [question for question in known.values() if question.brought_by == change]
    retired = sum(writing.retire(question) for question in brought)
    writing.settle()
    writing.save()
    for question in brought:
        if question.pk not in writing.edits:
            deleted(question)
    return Written(updated=len(changed), retired=retired)


def bring_back(writing: Writing, question: Question, past: Past) -> None:
    """Let a question's document say again what it said then."""
    writing.topics.ensure(past.raw.topics)
    writing.rewrite(question, past.raw)
    if past.state is State.RETIRED:
        writing.retire(question)


def deleted(question: Question) -> bool:
    """Delete a question unless somebody's history stands on it."""
    try:
        with transaction.atomic():
            question.delete()
    except (ProtectedError, RestrictedError):
        return False
    return True
