"""What all first attempts together say of the questions, and of the sets that are shared."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from questions.bank import actions as bank
from questions.bank.rules.difficulty import Difficulty
from questions.bank.rules.states import Kind
from questions.marks.models import Hardness
from questions.marks.rules.ability import level
from questions.quizzes import rules
from questions.quizzes.models import Item, Setup, Statistic
from questions.quizzes.rules import ENOUGH

Row = tuple[UUID, UUID, UUID, float]


@dataclass
class _Question:
    """First attempts at one question: the scores, each beside the rest of the same quiz."""

    scores: list[float] = field(default_factory=list)
    rests: list[float] = field(default_factory=list)


@transaction.atomic
def measure_questions(*, at: datetime) -> int:
    """Write down what first attempts say of each question that has enough of them; how many.

    An attempt counts beside the mean of the other first attempts in the same quiz.
    """
    found = _attempts()
    idle = _unpicked()
    rows = []
    for question, tried in found.items():
        if measured := rules.measure(tried.scores, tried.rests):
            rows.append(
                Statistic(
                    question_id=question,
                    attempts=measured.attempts,
                    facility=measured.facility,
                    discrimination=measured.discrimination,
                    efficiency=measured.efficiency,
                    hurts=measured.hurts,
                    unpicked=idle.get(question, []),
                    at=at,
                )
            )
    Statistic.objects.exclude(pk__in=[row.pk for row in rows]).delete()
    told = ["attempts", "facility", "discrimination", "efficiency", "hurts", "unpicked", "at"]
    Statistic.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["question"], update_fields=told
    )
    return len(rows)


def _attempts() -> dict[UUID, _Question]:
    by_quiz: dict[UUID, list[tuple[UUID, float]]] = defaultdict(list)
    for quiz, _, question, score in _firsts():
        by_quiz[quiz].append((question, score))
    found: dict[UUID, _Question] = defaultdict(_Question)
    for tried in by_quiz.values():
        total = sum(score for _, score in tried)
        for question, score in tried:
            if len(tried) > 1:
                found[question].scores.append(score)
                found[question].rests.append((total - score) / (len(tried) - 1))
    return found


def _firsts() -> Iterator[Row]:
    """Each person's first attempt at each question, in quizzes that were handed in."""
    known: set[tuple[UUID, UUID]] = set()
    items = Item.objects.told().filter(quiz__finished__isnull=False, score__isnull=False)
    rows = items.order_by("answered", "pk").values_list(
        "quiz_id", "quiz__learner_id", "question_id", "score"
    )
    for quiz, learner, question, score in rows.iterator():
        if (learner, question) not in known:
            known.add((learner, question))
            yield quiz, learner, question, float(score or 0.0)


def _unpicked() -> dict[UUID, list[str]]:
    """The options that nobody picked, of choice questions with enough answers."""
    picked: dict[UUID, Counter[str]] = defaultdict(Counter)
    answers: Counter[UUID] = Counter()
    offered: dict[UUID, list[str]] = {}
    items = Item.objects.told().filter(question__kind=Kind.CHOICE.value)
    rows = items.order_by("answered", "pk").values_list("question_id", "options", "response")
    for question, options, response in rows.iterator():
        texts: dict[str, str] = {option["id"]: option["text"] for option in options}
        answers[question] += 1
        offered[question] = sorted(texts.values())
        picked[question].update(texts[id] for id in _ids(response) if id in texts)
    return {
        question: [text for text in texts if not picked[question][text]]
        for question, texts in offered.items()
        if answers[question] >= ENOUGH
    }


def _ids(response: Any) -> list[str]:
    found: list[str] = (response or {}).get("picked", [])
    return found


def measure_setups(*, at: datetime) -> int:
    """Write down the alpha of each shared set of questions that enough people tried."""
    measured = 0
    for setup in Setup.objects.exclude(link=None).iterator():
        attempts = _first_quizzes(setup)
        rows = list(attempts.values())
        setup.attempts = len(rows)
        setup.alpha = rules.alpha(rows) if len(rows) >= ENOUGH else None
        setup.save(update_fields=["attempts", "alpha"])
        measured += setup.alpha is not None
    return measured


def _first_quizzes(setup: Setup) -> dict[UUID, list[float]]:
    """Each person's scores on all questions of a set, in the set's order, from their first quiz."""
    asked = setup.chosen.questions
    items = Item.objects.filter(quiz__setup=setup, quiz__finished__isnull=False)
    rows = items.order_by("quiz__started", "quiz_id").values_list(
        "quiz__learner_id", "quiz_id", "question_id", "score"
    )
    first: dict[UUID, UUID] = {}
    scores: dict[UUID, dict[UUID, float]] = defaultdict(dict)
    for learner, quiz, question, score in rows.iterator():
        if first.setdefault(learner, quiz) == quiz:
            scores[learner][question] = score or 0.0
    return {
        learner: [found[question] for question in asked]
        for learner, found in scores.items()
        if asked and set(found) == set(asked)
    }


def learn_difficulties() -> int:
    """Give questions with enough first answers the level that these show; how many changed."""
    known = Hardness.objects.known().values_list("pk", "value")
    return bank.learn_difficulty({pk: Difficulty(level(value)) for pk, value in known})
