"""What follows from answers once they may be told: ticks, abilities, and what is asked next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from questions.marks import actions as marks
from questions.marks.rules import Where
from questions.marks.rules.ability import Outcome, most_telling
from questions.quizzes.models import Item, Quiz


def tell(quiz: Quiz, items: Sequence[Item]) -> None:
    """Tick the points of these answers and learn from those that are first ones."""
    tick(quiz, items)
    asked = [item.question_id for item in items]
    before = (
        Item.objects.tries(quiz.learner, asked)
        .exclude(pk__in=[item.pk for item in items])
        .order_by()
    )
    known = set(before.values_list("question", flat=True))
    first = [item for item in items if item.question_id not in known]
    if first:
        marks.learn(quiz.learner, [_outcome(item) for item in first])


def tick(quiz: Quiz, items: Sequence[Item]) -> None:
    """The ticks of an answer are those of its key: a correction takes the place of the first."""
    occasions = [
        marks.Occasion(
            item.key,
            Where.REHEARSAL if item.is_spoken else Where.QUIZ,
            item.answered,
            {UUID(point): verdict for point, verdict in item.verdicts.items()},
        )
        for item in items
        if item.form.marked and item.key and item.answered
    ]
    if occasions:
        marks.tick_anew(quiz.learner, occasions)


def _outcome(item: Item) -> Outcome[UUID, UUID]:
    topics = tuple(UUID(topic) for topic in item.asked.get("subjects", ()))
    return Outcome(item.question_id, topics, item.score or 0.0, guess_of(item.options))


def guess_of(options: Sequence[Mapping[str, Any]]) -> float:
    """The chance to be right without knowing: one in so many options, none where one writes."""
    return 1 / len(options) if options and "correct" in options[0] else 0.0


def next_of(quiz: Quiz) -> None:
    """Ask next what teaches most: of what was drawn up, where success is likely but not sure."""
    if not quiz.reserve or quiz.items.count() >= quiz.size:
        return
    topics = {UUID(topic) for row in quiz.reserve for topic in row["asked"].get("subjects", ())}
    questions = {UUID(row["question"]) for row in quiz.reserve}
    known = marks.ratings(quiz.learner, topics, questions)
    chances = {
        place: known.chance(
            UUID(row["question"]),
            [UUID(topic) for topic in row["asked"].get("subjects", ())],
            guess_of(row["options"]),
        )
        for place, row in enumerate(quiz.reserve)
    }
    row = quiz.reserve.pop(most_telling(chances))
    last = quiz.items.order_by("-position").values_list("position", flat=True).first() or 0
    quiz.items.create(
        position=last + 1,
        question_id=UUID(row["question"]),
        kind=row["kind"],
        asked=row["asked"],
        options=row["options"],
    )
    quiz.save(update_fields=["reserve"])


def reserved(item: Item) -> dict[str, Any]:
    """An item as an adaptive quiz keeps it until it is asked."""
    return {
        "question": str(item.question_id),
        "kind": item.kind,
        "asked": item.asked,
        "options": item.options,
    }
