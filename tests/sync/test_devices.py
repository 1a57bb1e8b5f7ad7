"""Three devices, an editor and a change of mind: whatever the order, one state."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from questions.accounts.models import User
from questions.bank.models import KeyPoint, Question
from questions.flashcards import actions as flashcards
from questions.flashcards.models import Card, Settings
from questions.flashcards.rules import WEIGHTS, write_weights
from questions.marks.models import Tick
from questions.sync import actions
from tests import make

NOW = make.AT + timedelta(days=60)
HOURS = [0.0, 0.1, 0.2, 5.0, 23.0, 24.0, 24.2, 70.0, 300.0]
QUESTIONS = [UUID(int=100 + n) for n in range(3)]
KINDS = ["review", "review", "review", "undo", "suspend", "bury", "note", "settings"]
CARDS = [UUID(int=200 + n) for n in range(2)]
"""The third question has no card yet: the devices make it offline."""

FITTED = write_weights((*(round(weight * 1.1, 4) for weight in WEIGHTS[:20]), 0.2))


@st.composite
def devices(draw):
    """Three devices' logs: events of three cards, an undo of anything among them."""
    keys = [UUID(int=1 + n) for n in range(draw(st.integers(1, 10)))]
    logs = [[], [], []]
    for key in keys:
        kind = draw(st.sampled_from(KINDS))
        which = draw(st.integers(0, 2))
        hours = draw(st.sampled_from(HOURS))
        told = {
            "key": str(key),
            "kind": kind,
            "at": (make.AT + timedelta(hours=hours)).isoformat(),
        }
        if kind in {"note", "settings"}:
            word = {"note": str(key)} if kind == "note" else {"retention": 0.8, "longest": 90}
            told |= {"card": str(CARDS[0]), **word} if kind == "note" else word
            logs[draw(st.integers(0, 2))].append(told)
            continue
        told["zone"] = draw(st.sampled_from(["UTC", "Asia/Tokyo"]))
        if which < 2:
            told["card"] = str(CARDS[which])
        else:
            told["question"] = str(QUESTIONS[2])
        if kind == "review":
            told["grade"] = draw(st.integers(1, 4))
            verdict = draw(st.sampled_from(["hit", "missed", None]))
            point = str(UUID(int=300 + draw(st.sampled_from([which, 1]))))
            told["ticks"] = [{"key_point": point, "verdict": verdict}] if verdict else []
        if kind == "undo":
            told["undoes"] = str(draw(st.sampled_from(keys)))
        logs[draw(st.integers(0, 2))].append(told)
    return logs


@st.composite
def histories(draw):
    """The devices' logs, and an order of arrival: uploads in pieces and repeated, acts between."""
    logs = draw(devices())
    uploads = []
    for log in logs:
        cut = draw(st.integers(0, len(log)))
        uploads += [piece for piece in (log[:cut], log[cut:], log) if piece]
    acts = draw(st.lists(st.sampled_from(sorted(ACTS)), unique=True))
    return logs, acts, draw(st.permutations([*uploads, *acts]))


def fold():
    Question.objects.filter(pk=QUESTIONS[0]).update(folded_into=QUESTIONS[1])


def retire():
    Question.objects.filter(pk=QUESTIONS[2]).update(state="retired")


def wish():
    flashcards.change_settings(User.objects.get(), retention=0.8, longest=90)


def move():
    User.objects.update(time_zone="America/New_York")


def refit():
    learner = User.objects.get()
    row, _ = Settings.objects.get_or_create(pk=learner.pk)
    row.weights = FITTED
    row.save()
    flashcards.replay_all(learner, row.preferences.scheduler)


ACTS = {"fold": fold, "retire": retire, "wish": wish, "refit": refit, "move": move}


def world():
    learner = make.person(id=UUID(int=7), joined=make.AT - timedelta(days=1))
    paper = make.document()
    for n, id in enumerate(QUESTIONS):
        question = make.question(f"Which {n}?", id=id, document=paper, points=(), answer="")
        point = {"position": 0, "text": "A point", "core": True}
        KeyPoint.objects.create(id=UUID(int=300 + n), question=question, **point)
    for id, question in zip(CARDS, QUESTIONS, strict=False):
        make.card(learner, Question.objects.get(pk=question), id=id)
    return learner


def outcome(happening):
    """The state in which these uploads and acts end: cards, memories and ticks."""
    with transaction.atomic():
        learner = world()
        for one in happening:
            if isinstance(one, str):
                ACTS[one]()
            else:
                actions.take_in(learner, one, now=NOW)
        cards = {card.pk: (card.added, card.memory, card.note) for card in Card.objects.all()}
        ticks = set(Tick.objects.values_list("key", "key_point", "verdict", "at"))
        transaction.set_rollback(True)
    return cards, ticks


@given(histories())
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_any_order_any_pieces_and_any_repetition_end_in_one_state(db, history):
    logs, acts, happening = history
    straight = [[event] for log in logs for event in log]
    assert outcome(happening) == outcome([*straight, *acts])
