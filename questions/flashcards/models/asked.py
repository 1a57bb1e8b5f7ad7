"""One card as a screen shows it: its question, its checklist, and what of that is news."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from questions.accounts.models import User
from questions.bank.models import Answer, Choice, Document, KeyPoint, Question, exam_about
from questions.bank.rules.states import Kind
from questions.flashcards.rules import News, Phase, Shown, news
from questions.web.prepared import Prepared

from .cards import Card
from .confirmed import Confirmed

Rows = QuerySet[Any, tuple[Any, ...]]


def columns(model: type[models.Model], names: str = "") -> list[str]:
    """These columns of a model, or all, in the order in which rows become instances of it."""
    wanted = names.split()
    every = [field.attname for field in model._meta.concrete_fields]
    return [name for name in every if name in wanted or not wanted]


CARD = columns(Card)
QUESTION = columns(Question, "id title prompt_html kind state owner_id folded_into_id preferred_id")
ANSWER = columns(Answer, "id html verified first_line last_line document_id")
DOCUMENT = columns(Document, "id title name")
POINT = columns(KeyPoint, "id text core revision retired")


@dataclass(frozen=True)
class Asked:
    """A card as a screen shows it: the question that stands for it, its checklist, its options.

    `news` is what has changed in the answer since the learner last confirmed that they know it.
    `exam` is the one in which they are being asked it: then nothing of the answer is here.
    """

    card: Card
    question: Question
    points: list[KeyPoint]
    news: list[News]
    choices: list[Choice]
    exam: UUID | None = None

    @property
    def face(self) -> KeyPoint | None:
        """The one point that the card asks for, where it asks for one."""
        return next((p for p in self.points if p.pk == self.card.face_id), None)

    @property
    def given(self) -> list[KeyPoint]:
        """The points that a card of one point tells, so that the missing one is asked for."""
        return [point for point in self.points if point.pk != self.card.face_id]

    @property
    def asked(self) -> list[KeyPoint]:
        """The points to tick."""
        if self.card.face_id is None:
            return self.points
        return [] if self.face is None else [self.face]


def _write_asked(learner: UUID, card: UUID) -> Rows:
    answer, document = "question__preferred__", "question__preferred__document__"
    return (
        Card.objects.seen_by(User(pk=learner))
        .filter(pk=card)
        .values_list(
            *CARD,
            *(f"question__{name}" for name in QUESTION),
            *(answer + name for name in ANSWER),
            *(document + name for name in DOCUMENT),
            exam_about(learner, OuterRef("question")),
        )
    )


def _write_points(question: UUID, card: UUID) -> Rows:
    known = Confirmed.objects.filter(card=card, point=OuterRef("pk"))
    points = KeyPoint.objects.filter(Q(retired=False) | Exists(known), question=question)
    before = (Subquery(known.values(name)[:1]) for name in ("revision", "text"))
    return points.order_by("-core", "position").values_list(*POINT, *before)


ASKED = Prepared(_write_asked, learner=UUID, card=UUID)
POINTS = Prepared(_write_points, question=UUID, card=UUID)


def asked(learner: User, card: UUID) -> Asked | None:
    """A card that the learner may see, with its question; None where there is no such card."""
    row = ASKED.row(learner=learner.pk, card=card)
    if row is None:
        return None
    values = iter(row)
    found, question = _made(Card, CARD, values), _made(Question, QUESTION, values)
    answer, document = _made(Answer, ANSWER, values), _made(Document, DOCUMENT, values)
    if answer.pk is not None:
        answer.document = document if document.pk is not None else None
        question.preferred = answer
    question = _standing(learner, question)
    if (exam := next(values)) is not None:
        question.preferred = None
        return Asked(found, question, [], [], [], exam)
    choices = list(question.choices.all()) if question.kind == Kind.CHOICE.value else []
    return Asked(found, question, *_checklist(found, question), choices)


def news_of(card: Card) -> list[News]:
    """What changed in a card's answer since its learner last confirmed that they know it."""
    return _checklist(card, card.question)[1]


def _checklist(card: Card, question: Question) -> tuple[list[KeyPoint], list[News]]:
    """The points to tick, and what of them is news to the learner."""
    points, shown = [], []
    for *values, revision, before in POINTS.rows(question=question.pk, card=card.pk):
        point = KeyPoint.from_db("default", POINT, values)
        points.append(point)
        shown.append(
            Shown(
                point.pk,
                point.text,
                point.core,
                point.revision,
                point.retired,
                revision,
                before or "",
            )
        )
    changes = [] if card.phase == Phase.NEW.value else news(shown, face=card.face_id)
    return [point for point in points if not point.retired], changes


def _made(model: Any, names: list[str], values: Any) -> Any:
    return model.from_db("default", names, [next(values) for _ in names])


def _standing(learner: User, question: Question) -> Question:
    """The question that a folded one was folded into, as long as the learner may see that."""
    if question.folded_into_id is None:
        return question
    seen = Question.objects.seen_by(learner).select_related("preferred__document")
    return seen.filter(pk=question.folded_into_id).first() or question


def follow_folds(learner: User, cards: Iterable[Card]) -> None:
    """Let each card show the question that its own is folded into; one statement for them all."""
    seen = Question.objects.seen_by(learner).select_related("preferred__document")
    stands = seen.in_bulk([c.question.folded_into_id for c in cards if c.question.folded_into_id])
    for card in cards:
        card.question = stands.get(card.question.folded_into_id, card.question)
