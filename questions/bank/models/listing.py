"""What a person asked to be listed, a page's worth at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, overload
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db.models import OuterRef, QuerySet, Value
from django.db.models.functions import Coalesce

from questions.accounts.models import User
from questions.bank import search
from questions.bank.rules import terms
from questions.bank.rules.wanted import Wanted
from questions.web import cursors
from questions.web.prepared import Prepared

from .questions import Question, QuestionQuerySet
from .seals import Seal
from .sheets import Row, topics_of

if TYPE_CHECKING:
    from .documents import Person


@dataclass(frozen=True)
class Line:
    """A question as a list shows it."""

    id: UUID
    title: str
    prompt: str
    kind: str
    difficulty: str
    difficulty_source: str
    document: UUID | None
    document_title: str
    updated: datetime
    topics: list[Row]


class Listing(Sequence[Line]):
    """The questions that a person wants listed: ranked where they searched, else newest first.

    Each slice is one statement; so is the length, unless somebody has counted them already and
    set `total`. Where nothing is asked for but the bank as it is, both were written before.
    """

    def __init__(self, person: Person, wanted: Wanted) -> None:
        self.person, self.wanted = person, wanted
        self.ids = self._found(self.questions) if wanted.text else None
        self.total: int | None = None

    @cached_property
    def seen(self) -> QuestionQuerySet:
        """All that may be listed to the person."""
        return _standing(self.person)

    @cached_property
    def questions(self) -> QuestionQuerySet:
        """Those of them that pass the filters."""
        return self.seen.wanted(self.wanted, self.person)

    def unfiltered_ids(self) -> list[UUID] | None:
        """What the search alone finds, for counting what other filters would leave of it."""
        if self.ids is None or not self.wanted.narrows:
            return self.ids
        return self._found(self.seen)

    def _found(self, among: QuerySet[Question]) -> list[UUID]:
        """What a search finds; of what is closed to the person only what its prompt tells."""
        found = search.ranked(among, self.wanted.text)
        return [pk for pk in found if pk not in self._betrayed] if found else found

    @cached_property
    def _betrayed(self) -> set[UUID]:
        """Questions that one is being asked in an exam and that only their answer would find."""
        words = terms.wanted(self.wanted.text)
        asked = Seal.objects.of(self.person).values_list("question", "question__prompt")
        return {pk for pk, prompt in asked if not terms.tells(prompt, words)}

    def __len__(self) -> int:
        if self.ids is not None:
            return len(self.ids)
        if self.total is None:
            whole = self.wanted == Wanted()
            self.total = _count_all(self.person) if whole else self.questions.count()
        return self.total

    @overload
    def __getitem__(self, part: int) -> Line: ...
    @overload
    def __getitem__(self, part: slice) -> Sequence[Line]: ...
    def __getitem__(self, part: int | slice) -> Line | Sequence[Line]:
        if isinstance(part, int):
            return self[part : part + 1][0]
        if self.ids is not None:
            some = self.ids[part]
            found = {line.id: line for line in _lines(_row(Question.objects.filter(pk__in=some)))}
            return [found[pk] for pk in some if pk in found]
        if self.wanted == Wanted():
            start, stop, _ = part.indices(len(self))
            return _lines(_part_of_all(self.person, start, stop))
        return _lines(_row(self.questions.newest_first()[part]))

    def after(self, cursor: str, size: int) -> list[Line]:
        """So many questions after those that a cursor has seen."""
        if self.ids is None:
            return _lines(_row(cursors.after(self.questions.newest_first(), cursor)[:size]))
        place = len(self.ids) - len(cursors.after_in(self.ids, cursor))
        return list(self[place : place + size])

    def cursor_of(self, last: Line) -> str:
        """The cursor for what comes after a question of the list."""
        if self.ids is None:
            return cursors.cursor_of(self.questions.newest_first(), last.id)
        return cursors.cursor_in(self.ids, last.id)


def _lines(rows: Iterable[tuple[Any, ...]]) -> list[Line]:
    return [Line(*row) for row in rows]


def _standing(person: Person) -> QuestionQuerySet:
    return Question.objects.seen_by(person).standing()


def _row(questions: QuerySet[Question]) -> QuerySet[Any, tuple[Any, ...]]:
    return questions.values_list(
        "pk",
        "title",
        "prompt",
        "kind",
        "difficulty",
        "difficulty_source",
        "document",
        Coalesce("document__title", Value("")),
        "updated",
        topics_of(OuterRef("pk")),
    )


def _reader(person: UUID | None) -> Person:
    return AnonymousUser() if person is None else User(pk=person)


def _write_all(person: UUID | None = None) -> QuerySet[Any, tuple[Any, ...]]:
    return _row(_standing(_reader(person)).newest_first())


def _write_ids(person: UUID | None = None) -> QuerySet[Any, tuple[Any, ...]]:
    return _standing(_reader(person)).values_list("pk")


ALL_OF_ONE, ALL_OF_ANYBODY = Prepared(_write_all, person=UUID), Prepared(_write_all)
IDS_OF_ONE, IDS_OF_ANYBODY = Prepared(_write_ids, person=UUID), Prepared(_write_ids)


def _part_of_all(person: Person, start: int, stop: int) -> list[tuple[Any, ...]]:
    if person.pk is None:
        return ALL_OF_ANYBODY.part(start, stop)
    return ALL_OF_ONE.part(start, stop, person=person.pk)


def _count_all(person: Person) -> int:
    if person.pk is None:
        return IDS_OF_ANYBODY.count()
    return IDS_OF_ONE.count(person=person.pk)
