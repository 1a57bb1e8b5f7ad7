"""In which ways a question can be asked, and what each of them shows."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, Q

from questions.accounts.models import User
from questions.bank.models import Answer, KeyPoint, Question, struck_in
from questions.bank.rules import struck
from questions.bank.rules.states import Kind
from questions.quizzes import rules
from questions.quizzes.rules import ItemKind, Made, Settings, Told

POOL = 600
"""So many other questions may give wrong options to a quiz."""
LETTERS = "abcdefghijklmnopqrstuvwxyz"

Options = list[dict[str, Any]]


@dataclass(frozen=True)
class Form:
    """How a question is asked: its options or steps, and the statement that has the gap."""

    options: Options
    statement: str = ""


class Makers:
    """What is needed to decide how each question can be asked, read once for all of them."""

    def __init__(
        self, learner: User, questions: Sequence[Question], chosen: Settings, rng: random.Random
    ) -> None:
        self.chosen, self.rng = chosen, rng
        opened = [q for q in questions if q.kind == Kind.OPEN.value]
        self.told: dict[UUID, Told] = {}
        self.pool: list[Told] = []
        if opened and any(chosen.allows(kind) for kind in MADE):
            answers = _answers_of(opened)
            self.told = {q.pk: replace(told(q), answers=answers.get(q.pk, ())) for q in opened}
        if self.told and chosen.allows(ItemKind.CHOICE):
            self.pool = _pool(learner, opened, rng)

    def forms_of(self, question: Question) -> Mapping[ItemKind, Form]:
        """Every way in which this question can be asked soundly, of those that are wanted."""
        if question.kind == Kind.CHOICE.value:
            return {ItemKind.CHOICE: Form(_native(question, self.rng))}
        found = {ItemKind.TYPED: Form([])}
        if self.chosen.allows(ItemKind.SPOKEN):
            found[ItemKind.SPOKEN] = Form([])
        for kind, make in MADE.items():
            asked = self.told.get(question.pk)
            if asked and self.chosen.allows(kind) and (form := make(asked, self.pool, self.rng)):
                found[kind] = form
        return found


def _choice(asked: Told, pool: Sequence[Told], rng: random.Random) -> Form | None:
    made = rules.make_choice(asked, pool, rng)
    return Form(_made(made)) if made else None


def _cloze(asked: Told, pool: Sequence[Told], rng: random.Random) -> Form | None:
    """An amount or a term that is missing; which of the two is tried first is chance."""
    makers = [partial(rules.gap_of_amount, asked), partial(rules.gap_of_term, asked, pool)]
    rng.shuffle(makers)
    for make in makers:
        if made := make(rng):
            statement, options = made
            return Form(_made(options), statement)
    return None


def _order(asked: Told, pool: Sequence[Told], rng: random.Random) -> Form | None:
    steps = rules.steps_of(asked, rng)
    if steps is None:
        return None
    return Form(
        [
            {"id": letter, "text": text, "place": place}
            for letter, (place, text) in zip(LETTERS, steps, strict=False)
        ]
    )


MADE = {ItemKind.CHOICE: _choice, ItemKind.CLOZE: _cloze, ItemKind.ORDER: _order}


def _answers_of(questions: Sequence[Question]) -> dict[UUID, tuple[str, ...]]:
    """Every answer to the questions and to those folded into them, the preferred one first.

    What was found wrong in an answer is left out.
    """
    rows = list(
        Answer.objects.filter(
            Q(question__in=questions) | Q(question__folded_into__in=questions)
        ).values_list("pk", "question", "question__folded_into", "text")
    )
    wrong = struck_in([pk for pk, *_ in rows])
    preferred = {question.preferred_id for question in questions}
    rows.sort(key=lambda row: (row[0] not in preferred, row[0]))
    found: dict[UUID, tuple[str, ...]] = {}
    for pk, own, stands, text in rows:
        right = struck.without(text, [said for said, _ in wrong.get(pk, ())])
        for question in {own, stands or own}:
            found[question] = (*found.get(question, ()), right)
    return found


def _pool(learner: User, asked: Iterable[Question], rng: random.Random) -> list[Told]:
    """Other open questions on the topics: standing ones that the learner may see anyway."""
    topics = {topic.pk for question in asked for topic in question.topics.all()}
    on_topic = Question.topics.through.objects.filter(topic__in=topics).values("question")
    others = (
        Question.objects.seen_by(learner)
        .standing()
        .filter(pk__in=on_topic, kind=Kind.OPEN.value, preferred__isnull=False)
    )
    ids = list(others.order_by("pk").values_list("pk", flat=True))
    rows = (
        Question.objects.filter(pk__in=rng.sample(ids, min(POOL, len(ids))))
        .select_related("preferred")
        .prefetch_related("topics", Prefetch("points", KeyPoint.objects.current()))
        .order_by("pk")
    )
    return [told(question) for question in rows]


def told(question: Question) -> Told:
    """A question as the makers see it."""
    assert question.preferred is not None
    return Told(
        question.pk,
        question.prompt,
        question.preferred.opening,
        tuple(point.text for point in question.points.all()),
        (question.preferred.text,),
        frozenset(topic.pk for topic in question.topics.all()),
    )


def _native(question: Question, rng: random.Random) -> Options:
    choices = list(question.choices.all())
    rng.shuffle(choices)
    return [
        {
            "id": letter,
            "text": choice.text,
            "html": choice.html,
            "correct": choice.correct,
            "why": choice.why_html,
        }
        for letter, choice in zip(LETTERS, choices, strict=False)
    ]


def _made(options: Sequence[Made]) -> Options:
    return [
        {
            "id": letter,
            "text": option.text,
            "html": "",
            "correct": option.correct,
            "why": "",
            "from": str(option.source),
        }
        for letter, option in zip(LETTERS, options, strict=False)
    ]
