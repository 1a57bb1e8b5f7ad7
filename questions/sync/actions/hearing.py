"""Events that go into no card's log: heard once each, and the latest word counts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.http import Http404

from questions.accounts import actions as accounts
from questions.accounts.models import User
from questions.bank.models import KeyPoint, Question
from questions.errors import KeyReused, Refusal
from questions.flashcards import actions as flashcards
from questions.flashcards import rules as cards
from questions.flashcards.models import Event
from questions.flashcards.rules.uploads import Fate, NoSuchCard, Outcome
from questions.marks import actions as marks
from questions.marks.rules import Where
from questions.quizzes import actions as quizzes
from questions.quizzes.models import Quiz
from questions.quizzes.rules import Certainty
from questions.sync.models import Heard, is_latest
from questions.sync.rules import Told

OF_THE_PERSON = ("time_zone", "day_start")


def hear(person: User, told: Told, digest: str, *, now: datetime) -> Outcome:
    """Do what one event asks for, once; what became of it."""
    try:
        with transaction.atomic():
            return _hear(person, told, digest, now)
    except (Refusal, Http404) as why:
        if isinstance(why, quizzes.TooLate):
            why.keep()  # what was kept inside the transaction went with it
        if isinstance(why, Refusal):
            return Outcome(Fate.REFUSED, None, why)
        return Outcome(Fate.REFUSED, None, NoSuchCard("There is no such thing of yours."))


def _hear(person: User, told: Told, digest: str, now: datetime) -> Outcome:
    person = User.objects.select_for_update(no_key=True).get(pk=person.pk)
    heard, new = Heard.objects.get_or_create(
        person=person, key=told.key, defaults={"digest": digest}
    )
    if not new and heard.digest == digest:
        return Outcome(Fate.KNOWN)
    if not new or Event.objects.of(person).filter(key=told.key).exists():
        raise KeyReused(f"The key {told.key} was used before with another body.")
    cards.check_clock(told.at, made=person.joined, now=now)
    return Outcome(Fate.ACCEPTED, VERBS[told.kind](person, told, now))


def _add(person: User, told: Told, now: datetime) -> UUID:
    card = flashcards.begin(person, told.said["question"], key=told.key, at=told.at, now=now)
    return card.pk


def _flag(person: User, told: Told, now: datetime) -> UUID:
    card: UUID = told.said["card"]
    if is_latest(person, f"flag:{card}", at=told.at, key=told.key):
        flashcards.keep(person, card, flag=cards.Flag(told.said["flag"]))
    return card


def _note(person: User, told: Told, now: datetime) -> UUID:
    card: UUID = told.said["card"]
    if is_latest(person, f"note:{card}", at=told.at, key=told.key):
        flashcards.keep(person, card, note=told.said["note"])
    return card


def _settings(person: User, told: Told, now: datetime) -> None:
    latest = {
        name: value
        for name, value in told.said.items()
        if is_latest(person, f"settings:{name}", at=told.at, key=told.key)
    }
    own = {name: latest.pop(name) for name in OF_THE_PERSON if name in latest}
    if own:
        accounts.change_settings(person, **own)
    if latest:
        flashcards.change_settings(person, **latest)


def _tick(person: User, told: Told, now: datetime) -> None:
    """Ticks of points that the person may see; others are left out, as on a card."""
    verdicts = dict(told.said["ticks"])
    seen = KeyPoint.objects.filter(
        question__in=Question.objects.seen_by(person), pk__in=list(verdicts)
    )
    theirs = {point: verdicts[point] for point in seen.values_list("pk", flat=True)}
    if not theirs:
        raise NoSuchCard("None of these key points is there for you to tick.")
    where = Where(told.said["where"])
    marks.tick_all(person, [(told.key, told.at, theirs)], where=where)


def _answer(person: User, told: Told, now: datetime) -> None:
    """An answer to a quiz, whose clock is ours: it counts as given when it arrives."""
    said = dict(told.said)
    quiz = Quiz.objects.of(person).filter(pk=said.pop("quiz")).first()
    if quiz is None:
        raise Http404
    position, sure = said.pop("position"), said.pop("certainty", None)
    given = quizzes.Said(**said, certainty=Certainty(sure) if sure else None)
    quizzes.answer(quiz, position, given, key=told.key, at=now)


VERBS: dict[str, Callable[[User, Told, datetime], UUID | None]] = {
    "add": _add,
    "flag": _flag,
    "note": _note,
    "settings": _settings,
    "tick": _tick,
    "answer": _answer,
}
