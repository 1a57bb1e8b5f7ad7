"""The items of a new quiz: drawn from the bank and frozen, with options where they are sound."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, Q

from questions.accounts.models import User
from questions.bank.models import Answer, KeyPoint, Question
from questions.bank.rules.states import Kind
from questions.quizzes.models import Item, askable
from questions.quizzes.rules import Candidate, ItemKind, Made, Settings, Told, draw, make_choice

DRAWN_FROM = 400
"""From so many questions, taken at random, the ones of a quiz are drawn evenly."""
SPARE = 6
"""Times as many questions are tried where choices are wanted: for most no options are sound."""
POOL = 600
"""So many other questions may give wrong options to a quiz."""
LETTERS = "abcdefghijklmnopqrstuvwxyz"

Options = list[dict[str, Any]]


def build(learner: User, chosen: Settings, rng: random.Random) -> list[Item]:
    """The items, without a quiz yet; as many as were asked for or as there are questions.

    The statements do not grow in number with the length of the quiz or of the bank.
    """
    questions = _drawn(learner, chosen, rng)
    makers = _Makers(learner, questions, chosen, rng)
    items = _mixed([_item(one, *makers.form_of(one)) for one in questions], chosen)
    rng.shuffle(items)
    order = {question: place for place, question in enumerate(chosen.questions)}
    items.sort(key=lambda item: order.get(item.question_id, 0))
    for position, item in enumerate(items, 1):
        item.position = position
    return items


def _mixed(items: Sequence[Item], chosen: Settings) -> list[Item]:
    """As many items as wanted: half of them choices, or all, as far as there are any.

    Who asked for choices alone gets texts to type rather than a shorter quiz.
    """
    choices = [item for item in items if item.is_choice]
    typed = [item for item in items if not item.is_choice]
    wanted = min(chosen.length, len(items))
    share = (wanted + 1) // 2 if chosen.allows(ItemKind.TYPED) else wanted
    kept = choices[: max(share, wanted - len(typed))]
    return kept + typed[: wanted - len(kept)]


def _drawn(learner: User, chosen: Settings, rng: random.Random) -> list[Question]:
    """The questions of the quiz; more than its length where some may turn out not to fit."""
    found = list(askable(learner, chosen).order_by("pk").values_list("pk", "difficulty"))
    found = rng.sample(found, min(DRAWN_FROM, len(found)))
    topics = _topics_of([pk for pk, _ in found])
    candidates = [Candidate(pk, frozenset(topics.get(pk, ())), level) for pk, level in found]
    spare = SPARE if chosen.allows(ItemKind.CHOICE) else 1
    drawn = [one.id for one in draw(candidates, chosen.length * spare, rng)]
    points = KeyPoint.objects.current()
    rows = (
        Question.objects.filter(pk__in=drawn)
        .select_related("preferred__document")
        .prefetch_related("topics", "choices", Prefetch("points", points))
    )
    by_id = {question.pk: question for question in rows}
    return [by_id[pk] for pk in drawn]


def _topics_of(questions: Sequence[UUID]) -> dict[UUID, list[UUID]]:
    through = Question.topics.through.objects.filter(question__in=questions)
    topics: dict[UUID, list[UUID]] = {}
    for question, topic in through.values_list("question", "topic"):
        topics.setdefault(question, []).append(topic)
    return topics


class _Makers:
    """What is needed to decide how each question is asked, read once for all of them."""

    def __init__(
        self, learner: User, questions: Sequence[Question], chosen: Settings, rng: random.Random
    ) -> None:
        self.chosen, self.rng = chosen, rng
        opened = [q for q in questions if q.kind == Kind.OPEN.value]
        self.told: dict[UUID, Told] = {}
        self.pool: list[Told] = []
        if opened and chosen.allows(ItemKind.CHOICE):
            answers = _answers_of(opened)
            self.told = {q.pk: replace(_told(q), answers=answers.get(q.pk, ())) for q in opened}
            self.pool = _pool(learner, opened, rng)

    def form_of(self, question: Question) -> tuple[ItemKind, Options]:
        """How a question is asked; typed wherever no sound options can be made."""
        if question.kind == Kind.CHOICE.value:
            return ItemKind.CHOICE, _native(question, self.rng)
        if question.pk in self.told:
            made = make_choice(self.told[question.pk], self.pool, self.rng)
            if made is not None:
                return ItemKind.CHOICE, _made(made)
        return ItemKind.TYPED, []


def _answers_of(questions: Sequence[Question]) -> dict[UUID, tuple[str, ...]]:
    """Every answer to the questions and to those folded into them."""
    rows = Answer.objects.filter(
        Q(question__in=questions) | Q(question__folded_into__in=questions)
    ).values_list("question", "question__folded_into", "text")
    found: dict[UUID, tuple[str, ...]] = {}
    for own, stands, text in rows:
        for question in {own, stands or own}:
            found[question] = (*found.get(question, ()), text)
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
    return [_told(question) for question in rows]


def _told(question: Question) -> Told:
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


def _item(question: Question, kind: ItemKind, options: Options) -> Item:
    """The question as it stands now: nothing that comes later changes the attempt."""
    answer = question.preferred
    source = answer.document if answer else None
    asked = {
        "title": question.title,
        "prompt": question.prompt,
        "prompt_html": question.prompt_html,
        "difficulty": question.difficulty,
        "topics": [topic.name for topic in question.topics.all()],
        "points": [
            {"id": str(point.pk), "text": point.text, "core": point.core}
            for point in question.points.all()
        ],
        "answer": answer
        and {
            "text": answer.text,
            "html": answer.html,
            "document": source.name if source else "",
            "title": str(source) if source else "",
            "first_line": answer.first_line,
            "last_line": answer.last_line,
        },
    }
    return Item(question=question, kind=kind.value, asked=asked, options=options)
