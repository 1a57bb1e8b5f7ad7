"""An export put back as it was: the same rows under the same ids, for one owner."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import models, transaction

from questions.accounts.models import User
from questions.bank.exports import items
from questions.bank.exports.records import NotOurs
from questions.bank.models import (
    Answer,
    Choice,
    Document,
    Edit,
    KeyPoint,
    Question,
    Revision,
    Topic,
)
from questions.bank.rules import identity
from questions.bank.rules.difficulty import Difficulty, Source
from questions.bank.rules.past import past_loaded
from questions.bank.rules.states import Kind, State, Visibility
from questions.web import markup

from .folds import learn_words
from .shelf import Shelf, in_batches

LEFT_ALONE = {"id", "house", "html", "prompt_html", "why_html", "topics", "choices", "points"}
LEFT_ALONE |= {
    "answers",
    "revisions",
    "edits",
    "document",
    "preferred",
    "folded_into",
    "visibility",
}
ALLOWED: dict[str, type[Any]] = {
    "state": State,
    "kind": Kind,
    "difficulty": Difficulty,
    "difficulty_source": Source,
    "visibility": Visibility,
}


@dataclass(frozen=True)
class Restored:
    """What one restoring did; `kept` are questions that are somebody else's and stayed so."""

    questions: int
    kept: int


@transaction.atomic
def restore(bank: items.Bank, owner: User | None) -> Restored:
    """Put the selection back: for a person all of it becomes theirs, for None the house's.

    Rows that are there are made what the export says, and what is another's is left alone. Words
    to find by, fingerprints and HTML are made anew. Raises NotOurs for a file that contradicts
    itself or would take a row from another question.
    """
    return _Restoring(bank, owner).run()


class _Restoring:
    """One call of `restore`."""

    def __init__(self, bank: items.Bank, owner: User | None) -> None:
        self.bank, self.owner = bank, owner
        self.shelf = Shelf()
        self.documents: dict[UUID, Document] = {}
        self.topics: dict[UUID, Topic] = {}

    def run(self) -> Restored:
        self._documents()
        ids = [item.id for item in self.bank.items]
        if len(set(ids)) < len(ids):
            raise NotOurs("This export names a question twice.")
        others = self._others(ids)
        mine = [item for item in self.bank.items if item.id not in others]
        self._topics({pk for item in mine for pk in item.topics})
        self.shelf.load(Question.objects.filter(pk__in=[item.id for item in mine]))
        self._refuse_taking(mine)
        for item in mine:
            self._question(item)
        self._relations(mine)
        self.shelf.save()
        self._history(mine)
        return Restored(len(mine), len(others))

    def _others(self, ids: Sequence[UUID]) -> set[UUID]:
        owner = self.owner.pk if self.owner else None
        there: dict[UUID, UUID | None] = {}
        for some in in_batches(ids):
            there |= dict(Question.objects.filter(pk__in=some).values_list("pk", "owner_id"))
        return {pk for pk, whose in there.items() if whose != owner}

    def _seen(self, visibility: str) -> str:
        """A person's rows are public only where they may make them so."""
        public = Visibility.PUBLIC.value
        if visibility == public and self.owner is not None and not self.owner.is_editor:
            return Visibility.PRIVATE.value
        return visibility

    def _documents(self) -> None:
        there = Document.objects.in_bulk([document.id for document in self.bank.documents])
        owner = self.owner.pk if self.owner else None
        taken = set(Document.objects.of(self.owner).values_list("name", flat=True))
        for one in self.bank.documents:
            found = there.get(one.id)
            if found is not None and found.owner_id != owner:
                continue
            if found is None and one.name in taken:
                raise NotOurs(f"There is another document named {one.name} already.")
            row = found or Document(id=one.id, owner=self.owner)
            _fill(row, one)
            row.visibility = self._seen(one.visibility)
            row.save()
            self.documents[one.id] = row

    def _topics(self, wanted: set[UUID]) -> None:
        """Topics are the house's of that slug, else the owner's; what is missing is made."""
        mine = {topic.slug: topic for topic in Topic.objects.filter(owner=self.owner)}
        known = mine | {topic.slug: topic for topic in Topic.objects.filter(owner=None)}
        wanted |= {one.parent for one in self.bank.topics if one.parent and one.id in wanted}
        # Those above come first, so that they are there for those below.
        for one in sorted(self.bank.topics, key=lambda topic: topic.parent is not None):
            if one.id not in wanted:
                continue
            if one.slug not in known:
                taken = Topic.objects.filter(pk=one.id).exists()
                more = {} if taken else {"id": one.id}
                parent = self.topics.get(one.parent) if one.parent else None
                known[one.slug] = Topic.objects.create(
                    slug=one.slug[:80],
                    name=one.name[:80],
                    parent=parent,
                    position=one.position,
                    owner=self.owner,
                    **more,
                )
            self.topics[one.id] = known[one.slug]

    def _refuse_taking(self, mine: Sequence[items.Item]) -> None:
        """No answer, option or key point may move from one question to another."""
        named: tuple[tuple[type[models.Model], Iterable[tuple[UUID, UUID]]], ...] = (
            (Answer, ((a.id, i.id) for i in mine for a in i.answers)),
            (Choice, ((c.id, i.id) for i in mine for c in i.choices)),
            (KeyPoint, ((p.id, i.id) for i in mine for p in i.points)),
            (Revision, ((r.id, i.id) for i in mine for r in i.revisions)),
            (Edit, ((e.id, i.id) for i in mine for e in i.edits)),
        )
        for model, pairs in named:
            wanted = dict(pairs)
            for some in in_batches(wanted):
                there = model._default_manager.filter(pk__in=some)
                for pk, question in there.values_list("pk", "question_id"):
                    if wanted[pk] != question:
                        raise NotOurs("This export takes a part of another question.")

    def _question(self, item: items.Item) -> None:
        row = self.shelf.questions.get(item.id)
        if row is None:
            row = self.shelf.add(Question(id=item.id, prompt=""))
        self.shelf.write_text(row, "prompt", "prompt_html", item.prompt)
        self.shelf.set(
            row,
            **_checked(item),
            owner_id=self.owner.pk if self.owner else None,
            visibility=self._seen(item.visibility),
            document_id=self._document(item.document),
            title=identity.shortened(markup.plain(item.prompt), 300),
            fingerprint=identity.fingerprint(item.prompt, [one.text for one in item.choices]),
        )
        self._answers(row, item)
        self._choices(row, item)
        self._points(row, item)
        self.shelf.topics[row.pk] = {self.topics[pk].pk for pk in item.topics if pk in self.topics}

    def _document(self, pk: UUID | None) -> UUID | None:
        return pk if pk in self.documents else None

    def _answers(self, question: Question, item: items.Item) -> None:
        there = {answer.pk: answer for answer in self.shelf.answers[question.pk]}
        for one in item.answers:
            row = there.get(one.id) or self.shelf.add(Answer(id=one.id, question=question))
            self.shelf.write_text(row, "text", "html", one.text)
            self.shelf.set(
                row,
                **_checked(one),
                document_id=self._document(one.document),
                opening=identity.opening(one.text),
            )

    def _choices(self, question: Question, item: items.Item) -> None:
        there = {choice.pk: choice for choice in self.shelf.choices[question.pk]}
        kept = {one.id for one in item.choices}
        for choice in [one for pk, one in there.items() if pk not in kept]:
            self.shelf.remove(choice)
        for one in item.choices:
            row = there.get(one.id) or self.shelf.add(Choice(id=one.id, question=question))
            self.shelf.write_text(row, "text", "html", one.text)
            self.shelf.write_text(row, "why", "why_html", one.why)
            self.shelf.set(row, **_checked(one))

    def _points(self, question: Question, item: items.Item) -> None:
        there = {point.pk: point for point in self.shelf.points[question.pk]}
        for one in item.points:
            row = there.get(one.id) or self.shelf.add(KeyPoint(id=one.id, question=question))
            self.shelf.set(row, **_checked(one))

    def _relations(self, mine: Sequence[items.Item]) -> None:
        """What stands for what, once every question is there."""
        every = self.shelf.questions
        answers = {one.pk for found in self.shelf.answers.values() for one in found}
        members: dict[UUID, list[UUID]] = defaultdict(list)
        for item in mine:
            row = every[item.id]
            head = item.folded_into if item.folded_into in every else None
            if head is not None:
                members[head].append(item.id)
            preferred = item.preferred if item.preferred in answers else None
            self.shelf.set(row, folded_into_id=head, preferred_id=preferred)
        named = {topic.pk: topic for topic in self.topics.values()}
        for item in mine:
            self._learn(every[item.id], members[item.id], named)

    def _history(self, mine: Sequence[items.Item]) -> None:
        """The past of each question that has one in the export; who is gone is named by nobody."""
        for item in mine:
            for one in item.revisions:
                _readable(one.before)
        people = {one.by for item in mine for one in item.revisions}
        people |= {one.by for item in mine for one in item.edits}
        here = set(
            User.objects.filter(pk__in=[pk for pk in people if pk]).values_list("pk", flat=True)
        )
        revisions = [
            Revision(question_id=item.id, **_whole(one, here))
            for item in mine
            for one in item.revisions
        ]
        edits = [Edit(question_id=i.id, **_whole(one, here)) for i in mine for one in i.edits]
        Revision.objects.filter(question__in={one.question_id for one in revisions}).delete()
        Edit.objects.filter(question__in={one.question_id for one in edits}).delete()
        Revision.objects.bulk_create(revisions, batch_size=500)
        Edit.objects.bulk_create(edits, batch_size=500)

    def _learn(self, row: Question, members: Sequence[UUID], named: dict[UUID, Topic]) -> None:
        """A question that stands is found by its words, any other by none."""
        if row.state == State.PUBLISHED.value and row.folded_into_id is None:
            spoken = [one for pk in (row.pk, *members) for one in self.shelf.answers[pk]]
            learn_words(self.shelf, row, spoken, named)
        elif row.pk in self.shelf.entries:
            self.shelf.remove(self.shelf.entries[row.pk])


def _checked(value: Any) -> dict[str, Any]:
    """The plain fields of a value, each within what its column may hold."""
    found = {
        name: getattr(value, name)
        for name in value.__dataclass_fields__
        if name not in LEFT_ALONE and name not in {"text", "why", "prompt"}
    }
    for name in found.keys() & ALLOWED.keys():
        try:
            ALLOWED[name](found[name])
        except ValueError:
            raise NotOurs(f"There is no {name} {found[name]!r}.") from None
    if isinstance(value, items.Point):
        found["text"] = value.text[:300]
    return found


def _whole(value: Any, here: set[UUID]) -> dict[str, Any]:
    """Every field of a part of the history."""
    found = {name: getattr(value, name) for name in value.__dataclass_fields__}
    by = found.pop("by")
    return found | {"by_id": by if by in here else None}


def _readable(before: dict[str, Any]) -> None:
    try:
        past_loaded(before)
    except (KeyError, TypeError, ValueError, AttributeError):
        raise NotOurs("This export is damaged: its history cannot be read.") from None


def _fill(row: Document, one: items.Document) -> None:
    for name in ("name", "title", "format", "sha256", "created", "updated"):
        setattr(row, name, getattr(one, name))
