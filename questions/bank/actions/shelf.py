"""The rows that one writing looks at; what it changes reaches the database in one go."""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any, TypeVar
from uuid import UUID

from django.db import models

from questions.bank.models import Answer, Choice, Edit, KeyPoint, Question, SearchEntry
from questions.web import markup
from questions.web.prepared import Saved

R = TypeVar("R", bound=models.Model)
Through: type[models.Model] = Question.topics.through
BATCH = 500
IDS = 10_000
"""Values in one IN (…), well below what either database takes."""


def in_batches(values: Iterable[Any]) -> Iterator[list[Any]]:
    """The distinct values, a statement's worth at a time."""
    every = list(dict.fromkeys(values))
    for start in range(0, len(every), IDS):
        yield every[start : start + IDS]


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for no garbage meanwhile: among many rows that all stay it is a quarter of the work."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()


@cache
def _inserted(model: type[models.Model]) -> Saved:
    """All columns of a model's new rows; a number that counts them is the database's to give."""
    fields = model._meta.concrete_fields
    return Saved(model, [f.name for f in fields if not isinstance(f, models.AutoField)])


class Shelf:
    """Questions with all that belongs to them, in memory, and a note of every change to them."""

    def __init__(self) -> None:
        self.questions: dict[UUID, Question] = {}
        self.answers: dict[UUID, list[Answer]] = defaultdict(list)
        self.choices: dict[UUID, list[Choice]] = defaultdict(list)
        self.points: dict[UUID, list[KeyPoint]] = defaultdict(list)
        self.entries: dict[UUID, SearchEntry] = {}
        self.topics: dict[UUID, set[UUID]] = defaultdict(set)
        self._links: dict[tuple[UUID, UUID], Any] = {}
        self._new: dict[type[models.Model], dict[int, Any]] = defaultdict(dict)
        self._changed: dict[type[models.Model], dict[Any, Any]] = defaultdict(dict)
        self._fields: dict[type[models.Model], set[str]] = defaultdict(set)
        self._gone: dict[type[models.Model], set[Any]] = defaultdict(set)
        self._unrendered: list[tuple[models.Model, str, str]] = []

    def load(self, questions: models.QuerySet[Question]) -> list[Question]:
        """Take these questions and what belongs to them from the database; the new ones of them."""
        found = [q for q in questions if q.pk not in self.questions]
        for some in in_batches(q.pk for q in found):
            self._load_parts(some)
        for question in found:
            self.questions[question.pk] = question
        return found

    def _load_parts(self, ids: Sequence[UUID]) -> None:
        for answer in Answer.objects.filter(question__in=ids).order_by("created", "pk"):
            self.answers[answer.question_id].append(answer)
        for choice in Choice.objects.filter(question__in=ids):
            self.choices[choice.question_id].append(choice)
        for point in KeyPoint.objects.filter(question__in=ids).order_by("retired", "position"):
            self.points[point.question_id].append(point)
        for entry in SearchEntry.objects.filter(question__in=ids):
            self.entries[entry.question_id] = entry
        through = Through._default_manager.filter(question__in=ids)
        for pk, question, topic in through.values_list("pk", "question_id", "topic_id"):
            self.topics[question].add(topic)
            self._links[question, topic] = pk

    def add(self, row: R) -> R:
        """A row that is not there yet."""
        self._new[type(row)][id(row)] = row
        match row:
            case Question():
                self.questions[row.pk] = row
            case Answer():
                self.answers[row.question_id].append(row)
            case Choice():
                self.choices[row.question_id].append(row)
            case KeyPoint():
                self.points[row.question_id].append(row)
            case SearchEntry():
                self.entries[row.question_id] = row
        return row

    def set(self, row: models.Model, **fields: Any) -> bool:
        """Give a row these values; True where that changes it."""
        moved = {name for name, value in fields.items() if getattr(row, name) != value}
        for name in moved:
            setattr(row, name, fields[name])
        if moved and id(row) not in self._new[type(row)]:
            self._changed[type(row)][row.pk] = row
            self._fields[type(row)] |= moved
        return bool(moved)

    def write_text(self, row: models.Model, name: str, html: str, text: str) -> bool:
        """Give a row this Markdown; its HTML follows before it is saved."""
        fresh = bool(text) and not getattr(row, html)
        if self.set(row, **{name: text}) or fresh:
            self._unrendered.append((row, name, html))
            return True
        return False

    def remove(self, row: Choice | SearchEntry) -> None:
        """Take away a row that nobody's history stands on."""
        self._gone[type(row)].add(row.pk)
        if isinstance(row, Choice):
            self.choices[row.question_id].remove(row)
        else:
            del self.entries[row.question_id]

    def save(self) -> None:
        """Render what is new and write what changed: a few statements for a few hundred rows."""
        texts = [getattr(row, name) for row, name, _ in self._unrendered]
        for (row, _, html), made in zip(self._unrendered, markup.render_many(texts), strict=True):
            self.set(row, **{html: made})
        for model, ids in self._gone.items():
            for some in in_batches(ids):
                model._default_manager.filter(pk__in=some).delete()
        self._step_aside()
        for model in (Question, Answer, Choice, KeyPoint, SearchEntry, Edit):
            self._save(model)
        self._save_topics()

    def _step_aside(self) -> None:
        """Options that change places meet one another's place on the way; first move all away."""
        if "position" in self._fields[Choice]:
            for some in in_batches(self._changed[Choice]):
                Choice.objects.filter(pk__in=some).update(position=models.F("position") + 1000)

    def _save(self, model: type[models.Model]) -> None:
        added = list(self._new[model].values())
        for start in range(0, len(added), BATCH):
            _inserted(model).insert_all(added[start : start + BATCH])
        if fields := self._fields[model]:
            model._default_manager.bulk_create(
                list(self._changed[model].values()),
                batch_size=BATCH,
                update_conflicts=True,
                unique_fields=["id"],
                update_fields=sorted(fields),
            )

    def _save_topics(self) -> None:
        links = {(question, topic) for question, topics in self.topics.items() for topic in topics}
        for some in in_batches(pk for link, pk in self._links.items() if link not in links):
            Through._default_manager.filter(pk__in=some).delete()
        Through._default_manager.bulk_create(
            [Through(question_id=q, topic_id=t) for q, t in links if (q, t) not in self._links],
            batch_size=BATCH,
        )
