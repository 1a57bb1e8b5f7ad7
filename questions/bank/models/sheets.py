"""A question with all that is shown of it, read in one statement."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db.models import JSONField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject

from questions.accounts.models import User
from questions.bank.rules.decisions import Right
from questions.web.prepared import Prepared

from .answers import Answer, Choice, KeyPoint
from .documents import Topic
from .questions import Question
from .seals import exam_about
from .settling import Disagreement

if TYPE_CHECKING:
    from .documents import Person

Row = dict[str, Any]
QUESTION = [field.attname for field in Question._meta.concrete_fields]

IDS = {"id", "document", "one", "other", "one_question", "other_question", "question"}
BOOLEANS = {"core", "correct", "verified"}


class Rows(Subquery):
    """The rows of a subquery, each a JSON object named `item`, as one list in their order."""

    output_field = JSONField()
    template = "(SELECT COALESCE(JSONB_AGG(listed.item), '[]') FROM (%(subquery)s) AS listed)"
    on_sqlite = "(SELECT JSON_GROUP_ARRAY(JSON(listed.item)) FROM (%(subquery)s) AS listed)"

    def as_sqlite(self, compiler: Any, connection: Any, **extra: Any) -> tuple[str, Any]:
        return self.as_sql(compiler, connection, template=self.on_sqlite, **extra)


def rows(found: QuerySet[Any], *order: str, **more: str) -> Rows:
    """The found rows as objects with the fields that `more` names, in this order."""
    return Rows(found.order_by(*order).values(item=JSONObject(**more)))


def topics_of(question: OuterRef) -> Rows:
    """The topics of a question in the order of their tree."""
    found = Topic.objects.filter(questions=question)
    return rows(found, "position", "name", slug="slug", name="name")


@dataclass(frozen=True)
class Sheet:
    """What a question's page and the API show of it.

    `exam` is the one in which its reader is being asked it: then nothing of the answer is here.
    """

    question: Question
    topics: list[Row]
    points: list[Row]
    choices: list[Row]
    answers: list[Row]
    disagreements: list[Row]
    exam: UUID | None = None

    @property
    def sealed(self) -> bool:
        """Whether the answer is closed to its reader until they hand an exam in."""
        return self.exam is not None

    def without_answer(self) -> Sheet:
        """What may be shown of it to whoever is being asked it."""
        return replace(self, points=[], choices=[], answers=[], disagreements=[])

    @property
    def open_disagreements(self) -> list[Row]:
        """What its sources disagree on, as long as nobody has said who is right."""
        return [row for row in self.disagreements if not row["right"]]


def sheet(person: Person, question: UUID) -> Sheet | None:
    """A question with its answers by source, the preferred one first; None for a stranger's."""
    if person.pk is None:
        row = FOR_ANYBODY.row(question=question)
    else:
        row = FOR_ONE.row(question=question, person=person.pk)
    return None if row is None else _read(row)


def sheets(person: Person, questions: Iterable[UUID]) -> list[Sheet]:
    """Those of these questions that the person may see, as `sheet` shows one; one statement."""
    found = _all(None if person.pk is None else person.pk).filter(pk__in=list(questions))
    return [_read(row) for row in found]


def _read(row: tuple[Any, ...]) -> Sheet:
    found = Question.from_db("default", QUESTION, row[: len(QUESTION)])
    *lists, exam = row[len(QUESTION) :]
    parts = (_typed(part) for part in lists)
    topics, points, choices, answers, disagreements = parts
    for answer in answers:
        answer["preferred"] = answer["id"] == found.preferred_id
        answer["struck"] = _struck(answer["id"], disagreements)
    answers.sort(key=lambda answer: not answer["preferred"])
    read = Sheet(found, topics, points, choices, answers, disagreements, exam)
    return read.without_answer() if read.sealed else read


def _struck(answer: UUID, disagreements: list[Row]) -> list[Row]:
    """The statements of an answer that were found wrong, each with the reason."""
    wrong_where = {"one": (Right.OTHER, Right.NEITHER), "other": (Right.ONE, Right.NEITHER)}
    return [
        {"text": row[f"{side}_says"], "reason": row["reason"]}
        for row in disagreements
        for side, verdicts in wrong_where.items()
        if row[side] == answer and row["right"] in verdicts
    ]


def _typed(found: list[Row]) -> list[Row]:
    """Ids and booleans as they are in Python, however a database writes them in JSON."""
    for row in found:
        for name in row.keys() & IDS:
            row[name] = row[name] and UUID(row[name])
        for name in row.keys() & BOOLEANS:
            row[name] = bool(row[name])
    return found


def _write(question: UUID, person: UUID | None = None) -> QuerySet[Any, tuple[Any, ...]]:
    return _all(person).filter(pk=question)


def _all(person: UUID | None) -> QuerySet[Any, tuple[Any, ...]]:
    reader = AnonymousUser() if person is None else User(pk=person)
    mine = OuterRef("pk")
    return (
        Question.objects.seen_by(reader)
        .readable()
        .values_list(
            *QUESTION,
            topics_of(mine),
            rows(
                KeyPoint.objects.current().filter(question=mine),
                "-core",
                "position",
                **{name: name for name in ("id", "text", "core", "revision")},
            ),
            rows(
                Choice.objects.filter(question=mine),
                "position",
                **{name: name for name in ("id", "text", "html", "correct", "why", "why_html")},
            ),
            _answers(),
            _disagreements(),
            exam_about(person, mine),
        )
    )


def _answers() -> Rows:
    one = OuterRef(OuterRef("pk"))
    group = Question.objects.filter(Q(pk=one) | Q(folded_into=one)).values("pk")
    own = ("id", "text", "html", "opening", "first_line", "last_line", "verified")
    source = {
        "question": "question_id",
        "document": "document_id",
        "document_title": "document__title",
        "document_name": "document__name",
    }
    found = Answer.objects.filter(question__in=group)
    return rows(found, "created", "pk", **{name: name for name in own}, **source)


def _disagreements() -> Rows:
    one = OuterRef(OuterRef("pk"))
    group = Question.objects.filter(Q(pk=one) | Q(folded_into=one)).values("pk")
    own = ("id", "one_says", "other_says", "differs", "right", "reason")
    sources = {"one": "one_id", "other": "other_id"}
    for side in ("one", "other"):
        sources |= {f"{side}_question": f"{side}__question_id"}
        sources |= {f"{side}_source": f"{side}__document__title"}
    found = Disagreement.objects.standing().filter(
        Q(one__question__in=group) | Q(other__question__in=group)
    )
    return rows(found, "created", "pk", **{name: name for name in own}, **sources)


FOR_ONE = Prepared(_write, question=UUID, person=UUID)
FOR_ANYBODY = Prepared(_write, question=UUID)
