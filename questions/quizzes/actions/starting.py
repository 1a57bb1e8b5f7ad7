"""Starting a quiz, starting again with what was missed, and sending that to the cards."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from questions.accounts.models import User
from questions.bank import actions as bank
from questions.errors import KeyReused, Refusal
from questions.flashcards import actions as flashcards
from questions.quizzes.models import Item, Quiz, Setup, pace_of
from questions.quizzes.rules import LONGEST, Mode, Settings, deadline

from .building import build
from .learning import reserved
from .refusals import Closed, NoQuestions, NothingMissed, NotYet


@dataclass(frozen=True)
class DrawnUp:
    """A quiz that nobody has started yet: drawn, but not kept; why it is empty, if it is."""

    learner: User
    chosen: Settings
    key: UUID
    items: list[Item]
    refusal: Refusal
    setup: Setup | None = None


def start(
    learner: User, chosen: Settings, *, key: UUID, at: datetime, setup: Setup | None = None
) -> Quiz:
    """Start a quiz; the same key again gives the quiz that it started.

    Raises NoQuestions where nothing fits, KeyReused where the key started a quiz with other
    settings.
    """
    return keep(draw_up(learner, chosen, key=key, setup=setup), at=at)


def draw_up(learner: User, chosen: Settings, *, key: UUID, setup: Setup | None = None) -> DrawnUp:
    """Draw the items of a quiz. Only reads, and takes its time before anything is locked.

    The key seeds the drawing: the same bank gives the same quiz.
    """
    there = Quiz.objects.of(learner).filter(key=key).exists()
    items = [] if there else build(learner, chosen, random.Random(key.int))
    nothing = NoQuestions("No question fits these choices. Widen them and try again.")
    return DrawnUp(learner, chosen, key, items, nothing, setup)


@transaction.atomic
def keep(drawn: DrawnUp, *, at: datetime) -> Quiz:
    """Start what was drawn up, or give what its key started before; refuses as `start` does."""
    learner, key = drawn.learner, drawn.key
    if (quiz := Quiz.objects.of(learner).filter(key=key).first()) is None:
        if not drawn.items:
            raise drawn.refusal
        quiz = _kept(_new(drawn, at), drawn.items)
    if quiz.chosen != drawn.chosen:
        raise KeyReused(f"The key {key} started another quiz before.")
    return quiz


def _new(drawn: DrawnUp, at: datetime) -> Quiz:
    """The quiz with its clock set; of an adaptive one all items but the first are held back."""
    chosen, items = drawn.chosen, drawn.items
    if chosen.close is not None and chosen.close <= at:
        raise Closed("This could be taken until a moment that has passed.")
    size = min(chosen.drawn, len(items))
    reserve: list[dict[str, Any]] = []
    if chosen.mode is Mode.ADAPTIVE:
        reserve = [reserved(item) for item in items[1:]]
        del items[1:]
    ends = deadline(at, chosen.seconds, chosen.close, pace=pace_of(drawn.learner))
    return Quiz(
        learner=drawn.learner,
        key=drawn.key,
        settings=chosen.as_json(),
        mode=chosen.mode.value,
        started=at,
        deadline=ends,
        size=size,
        reserve=reserve,
        setup=drawn.setup,
    )


def _kept(quiz: Quiz, items: list[Item]) -> Quiz:
    try:
        with transaction.atomic():
            quiz.save(force_insert=True)
            for item in items:
                item.quiz = quiz
            Item.objects.bulk_create(items)
            if not quiz.tells:
                asked = {item.question_id for item in items}
                bank.seal(quiz.learner, asked, exam=quiz.pk, until=quiz.deadline)
    except IntegrityError:  # the same call, at the same moment, was quicker
        return Quiz.objects.get(learner=quiz.learner, key=quiz.key)
    return quiz


def missed(quiz: Quiz) -> list[UUID]:
    """The questions of the items that should be learned again, in order.

    Raises NotYet for an exam that still goes on: that would tell how it goes.
    """
    if not quiz.tells:
        raise NotYet("Hand the exam in first; then you see what you missed.")
    return [item.question_id for item in quiz.items.order_by("position") if item.missed]


def again(quiz: Quiz, *, key: UUID, at: datetime) -> Quiz:
    """Start a quiz of what was missed in this one, as far as it still stands."""
    return keep(draw_again(quiz, key=key), at=at)


def draw_again(quiz: Quiz, *, key: UUID) -> DrawnUp:
    """Draw up what was missed in a quiz; keeping it raises NothingMissed where that is nothing."""
    wrong, kinds = tuple(missed(quiz)), quiz.chosen.kinds
    if not wrong:
        nothing = NothingMissed("Nothing was missed in this quiz.")
        return DrawnUp(quiz.learner, Settings(kinds=kinds), key, [], nothing)
    chosen = Settings(length=min(len(wrong), LONGEST), kinds=kinds, questions=wrong)
    return draw_up(quiz.learner, chosen, key=key)


def to_cards(quiz: Quiz, *, key: UUID, at: datetime) -> int:
    """Make cards of what was missed; returns how many are new. The same again adds nothing."""
    return flashcards.add(quiz.learner, missed(quiz), key=key, at=at)
