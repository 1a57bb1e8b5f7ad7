"""What leaves the bank, as plain values: every format is written from these alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from questions.bank.rules.states import Kind, State


@dataclass(frozen=True)
class Document:
    """What a question was read from; `house` where nobody owns it."""

    id: UUID
    name: str
    title: str
    format: str
    sha256: str
    visibility: str
    house: bool
    created: datetime
    updated: datetime


@dataclass(frozen=True)
class Topic:
    """What questions are about; `house` where nobody owns it."""

    id: UUID
    slug: str
    name: str
    parent: UUID | None
    position: int
    house: bool


@dataclass(frozen=True)
class Answer:
    """One answer with its source; lines are 1-based."""

    id: UUID
    document: UUID | None
    first_line: int | None
    last_line: int | None
    text: str
    html: str
    verified: bool
    chosen: bool
    created: datetime
    updated: datetime


@dataclass(frozen=True)
class Choice:
    """One option, and why it is right or wrong."""

    id: UUID
    position: int
    text: str
    html: str
    correct: bool
    why: str
    why_html: str


@dataclass(frozen=True)
class Point:
    """One row of a checklist; a retired one is kept for those who ticked it."""

    id: UUID
    position: int
    text: str
    core: bool
    revision: int
    retired: bool


@dataclass(frozen=True)
class Revision:
    """One change, and what the question said before it; `change` is shared within one act."""

    id: UUID
    number: int
    change: UUID
    way: str
    by: UUID | None
    at: datetime
    before: dict[str, Any]


@dataclass(frozen=True)
class Edit:
    """What an editor holds against the document."""

    id: UUID
    by: UUID | None
    at: datetime
    fields: dict[str, Any]
    said: dict[str, Any]
    now: dict[str, Any]


@dataclass(frozen=True)
class Item:
    """One question with all that belongs to it."""

    id: UUID
    document: UUID | None
    state: str
    visibility: str
    kind: str
    prompt: str
    prompt_html: str
    section: str
    position: int
    topics: tuple[UUID, ...]
    difficulty: str
    difficulty_source: str
    needs_key: bool
    brought_by: UUID | None
    folded_into: UUID | None
    preferred: UUID | None
    created: datetime
    updated: datetime
    choices: tuple[Choice, ...] = ()
    points: tuple[Point, ...] = ()
    answers: tuple[Answer, ...] = ()
    revisions: tuple[Revision, ...] = ()
    edits: tuple[Edit, ...] = ()

    @property
    def standing(self) -> bool:
        """Whether it is studied: published, and not folded into another."""
        return self.state == State.PUBLISHED.value and self.folded_into is None

    @property
    def choice(self) -> bool:
        return self.kind == Kind.CHOICE.value

    @property
    def checklist(self) -> list[Point]:
        """The points that count, core ones first, as a learner sees them."""
        current = [point for point in self.points if not point.retired]
        return sorted(current, key=lambda point: (not point.core, point.position))


@dataclass(frozen=True)
class Bank:
    """A selection of questions, and what they stand on; `cut` where there were more."""

    items: Sequence[Item]
    documents: Sequence[Document] = ()
    topics: Sequence[Topic] = ()
    cut: bool = False

    @cached_property
    def _documents(self) -> dict[UUID, Document]:
        return {document.id: document for document in self.documents}

    @cached_property
    def _topics(self) -> dict[UUID, Topic]:
        return {topic.id: topic for topic in self.topics}

    @cached_property
    def _answers(self) -> dict[UUID, Answer]:
        return {answer.id: answer for item in self.items for answer in item.answers}

    def standing(self) -> Iterator[Item]:
        """The questions that stand for themselves, in their order."""
        return (item for item in self.items if item.standing)

    def answer(self, item: Item) -> Answer | None:
        """The answer that speaks for a question; it may be one of a question folded into it."""
        if item.preferred in self._answers:
            return self._answers[item.preferred]
        return item.answers[0] if item.answers else None

    def topics_of(self, item: Item) -> list[Topic]:
        return [self._topics[pk] for pk in item.topics if pk in self._topics]

    def source(self, item: Item) -> str:
        """Where the answer comes from, in words: the document and its lines."""
        answer = self.answer(item)
        pk = answer.document if answer else item.document
        document = self._documents.get(pk) if pk else None
        if document is None:
            return ""
        name = document.title or document.name
        if answer is None or answer.first_line is None:
            return name
        return f"{name}, lines {answer.first_line}–{answer.last_line}"
