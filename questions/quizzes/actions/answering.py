"""Answering an item, correcting how it was marked, and handing in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.http import Http404

from questions.errors import KeyReused
from questions.marks import actions as marks
from questions.marks.rules import Verdict, Where, mark
from questions.quizzes.models import Item, Quiz

from .refusals import AlreadyAnswered, Finished, NotAnswered, WrongAnswer

LONGEST_ANSWER = 10_000
"""Letters that a typed answer may have."""
SLOWEST = 3600
"""Seconds after which an answer is no longer measured."""


@dataclass(frozen=True)
class Said:
    """What a learner answers: options picked, or a text."""

    picked: Sequence[str] = ()
    text: str = ""

    def as_json(self, item: Item) -> dict[str, Any]:
        """The answer as it is stored; refused where it does not fit the item."""
        if item.is_choice:
            return {"picked": self._options(item)}
        if self.picked:
            raise WrongAnswer("This question wants a typed answer.")
        if len(self.text) > LONGEST_ANSWER:
            raise WrongAnswer(f"An answer may have {LONGEST_ANSWER:,} letters.")
        return {"text": self.text}

    def _options(self, item: Item) -> list[str]:
        offered = [option["id"] for option in item.options]
        if self.text or not self.picked:
            raise WrongAnswer("Pick one of the options.")
        if not set(self.picked) <= set(offered):
            raise WrongAnswer("There is no such option.")
        if len(set(self.picked)) > 1 and not item.several:
            raise WrongAnswer("Only one of the options is right: pick one.")
        return [option for option in offered if option in self.picked]


@transaction.atomic
def answer(quiz: Quiz, position: int, said: Said, *, key: UUID, at: datetime) -> Item:
    """Answer an item and mark the answer; a typed one also ticks its key points.

    The same key again changes nothing and gives the item. Raises AlreadyAnswered where another
    key answered it, Finished after handing in.
    """
    quiz, item = _locked(quiz, position)
    response = said.as_json(item)
    if item.key == key and item.response == response:
        return item
    if item.key == key or quiz.items.filter(key=key).exists():
        raise KeyReused(f"The key {key} came with another answer before.")
    if quiz.finished:
        raise Finished("This quiz was handed in; nothing more can be answered.")
    if item.answered:
        raise AlreadyAnswered("This question was answered before. That answer stays.")
    item.response, item.key, item.answered = response, key, at
    item.seconds = _seconds(quiz, at)
    item.marking = {"points": [] if item.is_choice else _marks(item, said.text), "corrected": {}}
    item.score = item.scored()
    item.save()
    _tick(quiz, item)
    return item


@transaction.atomic
def correct(quiz: Quiz, position: int, verdicts: Mapping[str, Verdict], *, at: datetime) -> Item:
    """Let the learner say what counts of each point; the marker's own verdicts are kept beside.

    Points that are not named keep what counted. The ticks of the answer are replaced. The same
    correction again changes nothing.
    """
    quiz, item = _locked(quiz, position)
    if item.is_choice or not item.answered or item.marking is None:
        raise NotAnswered("There is no marked answer here to correct.")
    made = {point["id"]: point["verdict"] for point in item.marking["points"]}
    if not set(verdicts) <= set(made):
        raise WrongAnswer("There is no such key point.")
    wanted = {**item.verdicts, **verdicts}
    corrected = {point: v.value for point, v in wanted.items() if v.value != made[point]}
    if corrected != item.marking["corrected"]:
        item.marking["corrected"] = corrected
        item.marking["at"] = at.isoformat()
        item.score = item.scored()
        item.save(update_fields=["marking", "score"])
        _tick(quiz, item)
    return item


@transaction.atomic
def finish(quiz: Quiz, *, at: datetime) -> Quiz:
    """Hand a quiz in; what was not answered is worth nothing. Once finished it stays so."""
    quiz = Quiz.objects.select_for_update().get(pk=quiz.pk)
    if quiz.finished is None:
        quiz.finished = at
        quiz.save(update_fields=["finished"])
    return quiz


def _locked(quiz: Quiz, position: int) -> tuple[Quiz, Item]:
    """The quiz, which is the lock of all its items, and the item as they are now."""
    quiz = Quiz.objects.select_for_update().select_related(None).get(pk=quiz.pk)
    item = quiz.items.filter(position=position).first()
    if item is None:
        raise Http404
    return quiz, item


def _seconds(quiz: Quiz, at: datetime) -> int:
    """Since the answer before, or since the start; a pause counts as the slowest answer."""
    last = quiz.items.aggregate(last=Max("answered"))["last"] or quiz.started
    return min(SLOWEST, max(0, round((at - last).total_seconds())))


def _marks(item: Item, text: str) -> list[dict[str, Any]]:
    points = item.asked["points"]
    marked = mark(text, [point["text"] for point in points], prompt=item.asked["prompt"])
    return [
        {
            "id": point["id"],
            "verdict": made.verdict.value,
            "share": round(made.share, 3),
            "spans": [list(span) for span in made.spans],
        }
        for point, made in zip(points, marked, strict=True)
    ]


def _tick(quiz: Quiz, item: Item) -> None:
    """The ticks of an answer are those of its key: a correction takes the place of the first."""
    if item.is_choice or item.key is None or item.answered is None:
        return
    marks.untick(quiz.learner, key=item.key)
    verdicts = {UUID(point): verdict for point, verdict in item.verdicts.items()}
    marks.tick(quiz.learner, verdicts, where=Where.QUIZ, key=item.key, at=item.answered)
