"""What people change by hand: a question, a step back in its history, its document's word."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import Q
from django.http import Http404

from questions.accounts.models import User
from questions.bank.models import Document, Edit, Question, Revision
from questions.bank.rules import past as rules
from questions.bank.rules.difficulty import Difficulty
from questions.bank.rules.given import Given, GivenChoice
from questions.bank.rules.past import Past, Way
from questions.bank.rules.points import Point
from questions.bank.rules.reasons import check_may_edit
from questions.bank.rules.states import Kind, Visibility
from questions.errors import Refusal
from questions.web import markup

from .asked import print_of, storable
from .moments import Act
from .writing import Writing


class ChangedSince(Refusal):
    """Somebody else has changed the question since it was looked at."""

    code = "changed_since"


class NotEdited(Refusal):
    """Nobody holds anything against the document, so there is nothing to decide."""

    code = "not_edited"


@dataclass(frozen=True)
class Wanted:
    """What an editor wants a question to say."""

    prompt: str
    answer: str
    difficulty: Difficulty
    choices: tuple[GivenChoice, ...]
    points: tuple[Point, ...]
    topics: tuple[str, ...]

    def of(self, given: Given) -> Given:
        """The question as it is, saying this."""
        kind = Kind.CHOICE if self.choices else Kind.OPEN
        own = {**vars(self), "topics": tuple(sorted(set(self.topics)))}
        return storable(replace(given, kind=kind, **own))


def may_edit(question: Question, by: User) -> None:
    """Raise NotAllowed unless this person may change the question."""
    check_may_edit(
        own=question.owner_id == by.pk,
        of_the_house=question.owner_id is None,
        visibility=Visibility(question.visibility),
        editor=by.is_editor,
    )


def edit(
    question: Question, wanted: Wanted, *, by: User, at: datetime, seen: datetime | None = None
) -> bool:
    """Make a question say this; False where it does already.

    From now on these words are the editor's, and no re-reading takes them away. `seen` is when the
    question had last changed when the editor looked: raises ChangedSince where it has since.
    """
    return _changed(question, lambda past: wanted.of(past.given), Way.EDITED, by, at, seen)


def revert(question: Question, number: int, *, by: User, at: datetime) -> bool:
    """Make a question say what it said before the change of that number."""
    past = _revision(question, number).past
    return _changed(question, lambda _: past.given, Way.REVERTED, by, at, None)


def take_documents_word(question: Question, *, by: User, at: datetime) -> bool:
    """Drop what an editor held: the question says what its document says."""
    _held(question)
    return _changed(question, lambda past: past.raw, Way.REVERTED, by, at, None)


@transaction.atomic
def keep_own_words(question: Question, *, by: User, at: datetime) -> None:
    """Stay with the editor's words although the document says something else now."""
    may_edit(question, by)
    held = _held(question)
    held.said, held.offered, held.at, held.by = held.now, False, at, by
    held.save(update_fields=["said", "offered", "at", "by"])


def present(question: Question) -> Past:
    """How a question stands now."""
    document = Document.objects.get(questions=question)
    looking = Writing(document, Act(Way.READ, None, question.updated, uuid4()))
    looking.load(Q(pk=question.pk))
    return looking.past(looking.shelf.questions[question.pk])


def _held(question: Question) -> Edit:
    found = Edit.objects.filter(question=question).first()
    if found is None:
        raise NotEdited("This question says what its document says.")
    return found


def _revision(question: Question, number: int) -> Revision:
    found = Revision.objects.filter(question=question, number=number).first()
    if found is None:
        raise Http404
    return found


def _changed(
    question: Question,
    wanted: Callable[[Past], Given],
    way: Way,
    by: User,
    at: datetime,
    seen: datetime | None,
) -> bool:
    may_edit(question, by)
    if question.document is None:
        raise NotEdited("A question without a document cannot be changed.")
    one = wanted(present(question))
    texts = [one.prompt, one.answer, *(t for c in one.choices for t in (c.text, c.why))]
    # Rendered before anything is locked.
    with markup.ahead(text for text in texts if text), transaction.atomic():
        return _written(question, wanted, Act(way, by, at, uuid4()), seen)


def _written(
    question: Question, wanted: Callable[[Past], Given], act: Act, seen: datetime | None
) -> bool:
    document = Document.objects.select_for_update().get(questions=question)
    writing = Writing(document, act)
    mine = _loaded(writing, question.pk, wanted)
    if seen is not None and mine.updated != seen:
        raise ChangedSince("Somebody else has changed this question since. Look at it again.")
    now = writing.past(mine)
    one = wanted(now)
    writing.topics.ensure(one.topics)
    names = rules.differing(one, now.raw)
    writing.remember(mine)
    _hold(writing, mine, one, now.raw, names)
    own = next(a for a in writing.shelf.answers[mine.pk] if a.document_id == document.pk)
    writing.shelf.set(own, chosen="answer" in names and bool(one.answer.strip()))
    writing.rewrite(mine, now.raw)
    writing.settle()
    writing.save()
    if not names:
        Edit.objects.filter(question=mine).delete()
    return bool(writing.touched)


def _loaded(writing: Writing, pk: UUID, wanted: Callable[[Past], Given]) -> Question:
    """The question under its document's lock, with all of the document that it may fold with."""
    writing.load(Q(pk=pk))
    mine = writing.shelf.questions[pk]
    prints = {mine.fingerprint, print_of(wanted(writing.past(mine)))} - {""}
    near = Q(pk=pk) | Q(fingerprint__in=prints) | Q(folded_into=pk)
    edits = writing.edits
    writing.load(near)
    writing.edits = {**writing.edits, **edits}
    return mine


def _hold(
    writing: Writing, question: Question, one: Given, raw: Given, names: tuple[str, ...]
) -> None:
    """Note what is held against the document; what was held before and still is, stays known."""
    edit = writing.edits.get(question.pk)
    now = rules.values(raw, names)
    fields = rules.values(one, names)
    fields.pop("difficulty_source", None)
    if edit is None:
        if not names:
            return
        edit = writing.shelf.add(Edit(question=question, by=writing.act.by, at=writing.at, now=now))
        edit.said, edit.fields = now, fields
        writing.edits[question.pk] = edit
        return
    by, at = writing.act.by, writing.at
    writing.shelf.set(edit, fields=fields, now=now, said=now, offered=False, by=by, at=at)
