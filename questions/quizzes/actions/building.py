"""The items of a new quiz: drawn from the bank and frozen, each asked in a way that is sound."""

from __future__ import annotations

import random
from collections.abc import Sequence
from uuid import UUID

from django.db.models import Prefetch

from questions.accounts.models import User
from questions.bank.models import KeyPoint, Question
from questions.bank.rules.states import Kind
from questions.quizzes.models import Item, askable
from questions.quizzes.rules import LONGEST, Candidate, ItemKind, Mode, Settings, mix, tried

from .forms import Form, Makers

DRAWN_FROM = 400
"""From so many questions, taken at random, the ones of a quiz are drawn evenly."""
AHEAD = 3
"""Times as many items are drawn up where the next one depends on how the last one went."""


def build(learner: User, chosen: Settings, rng: random.Random) -> list[Item]:
    """The items, without a quiz yet; as many as were asked for or as there are questions.

    For an adaptive quiz there are more, of which the first is asked first. The statements do not
    grow in number with the length of the quiz or of the bank.
    """
    wanted = chosen.drawn * (AHEAD if chosen.mode is Mode.ADAPTIVE else 1)
    questions = _drawn(learner, chosen, wanted, rng)
    makers = Makers(learner, questions, chosen, rng)
    forms = [makers.forms_of(question) for question in questions]
    mixed = mix(forms, chosen.asked_kinds, min(wanted, LONGEST))
    if chosen.mode is Mode.SPRINT:
        mixed = [(place, kind) for place, kind in mixed if kind.picks] or mixed
    items = [_item(questions[place], kind, forms[place][kind]) for place, kind in mixed]
    rng.shuffle(items)
    order = {question: place for place, question in enumerate(chosen.questions)}
    items.sort(key=lambda item: order.get(item.question_id, 0))
    for position, item in enumerate(items, 1):
        item.position = position
    return items


def _drawn(learner: User, chosen: Settings, wanted: int, rng: random.Random) -> list[Question]:
    """The questions of the quiz; more than its length where some may turn out not to fit."""
    found = list(askable(learner, chosen).order_by("pk").values_list("pk", "difficulty", "kind"))
    found = rng.sample(found, min(DRAWN_FROM, len(found)))
    topics = _topics_of([pk for pk, *_ in found])
    given: list[Candidate] = []
    opened: list[Candidate] = []
    for pk, level, kind in found:
        fitting = given if kind == Kind.CHOICE.value else opened
        fitting.append(Candidate(pk, frozenset(topics.get(pk, ())), level))
    drawn = [one.id for one in tried(given, opened, chosen.asked_kinds, wanted, rng)]
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


def _item(question: Question, kind: ItemKind, form: Form) -> Item:
    """The question as it stands now: nothing that comes later changes the attempt."""
    answer = question.preferred
    source = answer.document if answer else None
    asked = {
        "title": question.title,
        "prompt": question.prompt,
        "prompt_html": question.prompt_html,
        "difficulty": question.difficulty,
        "topics": [topic.name for topic in question.topics.all()],
        "subjects": [str(topic.pk) for topic in question.topics.all()],
        "statement": form.statement,
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
    return Item(question=question, kind=kind.value, asked=asked, options=form.options)
