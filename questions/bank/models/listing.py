"""What a person asked to be listed, a page's worth at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, overload
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Value
from django.db.models.functions import Coalesce

from questions.bank import search
from questions.bank.rules.wanted import Wanted

from .questions import Question
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
    set `total`.
    """

    def __init__(self, person: Person, wanted: Wanted) -> None:
        self.wanted = wanted
        self.seen = Question.objects.seen_by(person).standing()
        self.questions = self.seen.wanted(wanted, person)
        self.ids = search.ranked(self.questions, wanted.text) if wanted.text else None
        self.total: int | None = None

    def unfiltered_ids(self) -> list[UUID] | None:
        """What the search alone finds, for counting what other filters would leave of it."""
        if self.ids is None or not self.wanted.narrows:
            return self.ids
        return search.ranked(self.seen, self.wanted.text)

    def __len__(self) -> int:
        if self.ids is not None:
            return len(self.ids)
        if self.total is None:
            self.total = self.questions.count()
        return self.total

    @overload
    def __getitem__(self, part: int) -> Line: ...
    @overload
    def __getitem__(self, part: slice) -> Sequence[Line]: ...
    def __getitem__(self, part: int | slice) -> Line | Sequence[Line]:
        if isinstance(part, int):
            return self[part : part + 1][0]
        if self.ids is None:
            return _lines(self.questions.newest_first()[part])
        some = self.ids[part]
        found = {line.id: line for line in _lines(Question.objects.filter(pk__in=some))}
        return [found[pk] for pk in some if pk in found]


def _lines(questions: QuerySet[Question]) -> list[Line]:
    found = questions.values_list(
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
    return [Line(*row) for row in found]
