"""All that is kept about a person goes along, and nothing of anybody else's."""

from __future__ import annotations

import json
from uuid import uuid4

from django.apps import apps
from django.utils.timezone import now

from questions.accounts.models import User
from questions.exchange.actions import everything as everything_of
from questions.exchange.actions.everything import NOT_OURS, tables
from questions.flashcards import actions as flashcards
from questions.flashcards.rules import Grade
from tests import make


def whole(person):
    return json.loads("".join(everything_of(person)))


def test_it_holds_documents_cards_answers_and_quizzes_of_ones_own(learner, stranger):
    mine = make.question("Mine?", owner=learner)
    make.question("Theirs?", owner=stranger)
    card = make.card(learner, mine)
    make.card(stranger)
    flashcards.grade(learner, card.pk, Grade.GOOD, key=uuid4(), at=now())
    make.quiz(learner, [mine])
    found = whole(learner)
    assert [row["email"] for row in found["accounts.user"]] == [learner.email]
    assert [row["prompt"] for row in found["bank.question"]] == ["Mine?"]
    assert [row["text"] for row in found["bank.keypoint"]] == ["a named place for objects"]
    assert len(found["flashcards.card"]) == len(found["flashcards.event"]) == 1
    assert len(found["quizzes.quiz"]) == 1
    assert "Theirs?" not in json.dumps(found)


def test_no_secret_is_in_it(learner):
    assert learner.password
    assert learner.password not in json.dumps(whole(learner))


def test_every_table_that_names_a_person_is_in_it():
    named = {
        model._meta.label_lower
        for model in apps.get_models()
        if model.__module__.startswith("questions.")
        for field in model._meta.concrete_fields
        if field.related_model is User
    }
    there = {model._meta.label_lower for model, _ in tables()}
    assert named - there == NOT_OURS
