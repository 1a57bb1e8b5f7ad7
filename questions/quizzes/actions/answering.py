"""Answering an item, with help or without, correcting how it was marked, and handing in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.http import Http404

from questions.bank import actions as bank
from questions.bank.rules.seals import Sealed
from questions.errors import KeyReused
from questions.marks.rules import Verdict
from questions.quizzes.models import Given, Item, Quiz
from questions.quizzes.rules import ItemKind, Mode

from .learning import next_of, tell, tick
from .refusals import (
    AlreadyAnswered,
    Finished,
    NoHint,
    NotAnswered,
    NotTurned,
    TooLate,
    WrongAnswer,
)
from .saying import Said, marking_of

SLOWEST = 3600
"""Seconds after which an answer is no longer measured."""


def answer(quiz: Quiz, position: int, said: Said, *, key: UUID, at: datetime) -> Item:
    """Answer an item and mark the answer; where the mode tells, it also ticks and teaches.

    The same key again changes nothing and gives the item. Raises AlreadyAnswered where another
    key answered it and answers stay, Finished after handing in, and TooLate where the time was
    up: such an answer is kept and shown as late.
    """
    try:
        return _answer(quiz, position, said, key, at)
    except TooLate as late:
        late.keep = partial(_keep, quiz, position, said, key, at)
        late.keep()
        raise


@transaction.atomic
def _keep(quiz: Quiz, position: int, said: Said, key: UUID, at: datetime) -> None:
    """Keep an answer that came too late, once."""
    quiz, item = locked(quiz, position, at)
    given = {"item": item, "response": said.as_json(item), "at": at, "late": True}
    Given.objects.get_or_create(quiz=quiz, key=key, defaults=given)


@transaction.atomic
def _answer(quiz: Quiz, position: int, said: Said, key: UUID, at: datetime) -> Item:
    quiz, item = locked(quiz, position, at)
    response = said.as_json(item)
    if known := Given.objects.filter(quiz=quiz, key=key).first():
        if known.item_id != item.pk or known.response != response:
            raise KeyReused(f"The key {key} came with another answer before.")
        if not known.late:
            return item
    _require_open(quiz, item)
    item.seconds = (item.seconds or 0) + _seconds(quiz, at)
    Given.objects.create(quiz=quiz, item=item, key=key, response=response, at=at)
    item.response, item.key, item.answered = response, key, at
    item.certainty = response.get("certainty")
    item.marking = marking_of(item, said)
    item.score = item.scored()
    item.save()
    if quiz.tells:
        tell(quiz, [item])
    if quiz.mode == Mode.ADAPTIVE.value:
        next_of(quiz)
    return item


def _require_open(quiz: Quiz, item: Item) -> None:
    """Refuse an answer that comes too late, to what was handed in, or to what has one for good."""
    if quiz.by_clock:
        raise TooLate("The time was up. Your answer is kept and shown, but it does not count.")
    if quiz.finished:
        raise Finished("This quiz was handed in; nothing more can be answered.")
    _require_unsealed(item)
    if not item.open_now:
        raise AlreadyAnswered("This question was answered before. That answer stays.")
    if item.is_spoken and item.turned is None:
        raise NotTurned("Look at the key points first, then say which of them you said.")


def _require_unsealed(item: Item) -> None:
    """Refuse what would tell how another exam of the learner goes."""
    if item.sealed:
        raise Sealed()


@transaction.atomic
def hint(quiz: Quiz, position: int, *, shown: int, at: datetime) -> Item:
    """Show the beginning of one more point than the `shown` ones; the same again changes nothing.

    A point that was helped with counts as partly said at most.
    """
    quiz, item = locked(quiz, position, at)
    if item.hints > shown:
        return item
    _require_open(quiz, item)
    if not quiz.tells or item.form is not ItemKind.TYPED:
        raise NoHint("There is no help with this question.")
    if item.hints >= len(item.asked["points"]):
        raise NoHint("That was all the help there is.")
    item.hints += 1
    item.save(update_fields=["hints"])
    return item


@transaction.atomic
def turn(quiz: Quiz, position: int, *, at: datetime) -> Item:
    """Stop the clock of a spoken answer and show its points; the same again changes nothing."""
    quiz, item = locked(quiz, position, at)
    if not item.is_spoken:
        raise WrongAnswer("Only what was said aloud is marked by oneself.")
    if item.turned is None:
        _require_unsealed(item)
        if quiz.finished:
            raise Finished("This quiz was handed in; nothing more can be answered.")
        item.turned, item.seconds = at, _seconds(quiz, at)
        item.save(update_fields=["turned", "seconds"])
    return item


@transaction.atomic
def flag(quiz: Quiz, position: int, *, flagged: bool, at: datetime) -> Item:
    """Mark an item to come back to, or no longer; it says nothing about the answer."""
    quiz, item = locked(quiz, position, at)
    if item.flagged != flagged:
        item.flagged = flagged
        item.save(update_fields=["flagged"])
    return item


@transaction.atomic
def correct(quiz: Quiz, position: int, verdicts: Mapping[str, Verdict], *, at: datetime) -> Item:
    """Let the learner say what counts of each point; the marker's own verdicts are kept beside.

    Points that are not named keep what counted. The ticks of the answer are replaced. The same
    correction again changes nothing.
    """
    quiz, item = locked(quiz, position, at)
    if not item.form.marked or item.open_now or not item.answered or item.marking is None:
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
        tick(quiz, [item])
    return item


@transaction.atomic
def finish(quiz: Quiz, *, at: datetime) -> Quiz:
    """Hand a quiz in; what was not answered is worth nothing. Once finished it stays so."""
    quiz = Quiz.objects.select_for_update(of=("self",)).get(pk=quiz.pk)
    if quiz.finished is None:
        quiz.settle(at)
        _hand_in(quiz, quiz.finished or at)
    return quiz


def hand_in_due(*, at: datetime) -> int:
    """Write down which quizzes the clock has ended; how many there were."""
    ended = list(Quiz.objects.due(at).values_list("pk", flat=True)[:500])
    for id in ended:
        with transaction.atomic():
            quiz = Quiz.objects.select_for_update().due(at).filter(pk=id).first()
            if quiz is not None:
                _hand_in(quiz, quiz.settle(at).finished or at)
    return len(ended)


def _hand_in(quiz: Quiz, at: datetime) -> None:
    """Write the end; an exam tells and teaches only now, and opens what it had closed."""
    quiz.finished, quiz.reserve = at, []
    quiz.save(update_fields=["finished", "reserve"])
    if not Mode(quiz.mode).tells:
        bank.unseal(quiz.learner, quiz.pk)
        tell(quiz, list(quiz.items.filter(answered__isnull=False).order_by("answered", "pk")))


def locked(quiz: Quiz, position: int, at: datetime) -> tuple[Quiz, Item]:
    """The quiz, which is the lock of all its items, and the item as they are now."""
    quiz = Quiz.objects.select_for_update().select_related(None).get(pk=quiz.pk).settle(at)
    item = quiz.items.filter(position=position).first()
    if item is None:
        raise Http404
    return quiz, item


def _seconds(quiz: Quiz, at: datetime) -> int:
    """Since the answer before, or since the start; a pause counts as the slowest answer."""
    last = quiz.given.filter(late=False).aggregate(last=Max("at"))["last"]
    turned = quiz.items.aggregate(last=Max("turned"))["last"]
    since = max(moment for moment in (last, turned, quiz.started) if moment)
    return min(SLOWEST, max(0, round((at - since).total_seconds())))
