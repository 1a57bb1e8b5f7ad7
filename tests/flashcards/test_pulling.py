"""Cards that come sooner than they would: by a mock, a plan, an answer that changed."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.http import Http404
from django.urls import reverse

from questions.bank.models import Question
from questions.errors import KeyReused
from questions.flashcards import actions
from questions.flashcards.models import Card, Event, outlook
from questions.flashcards.rules import Grade
from tests import make

DAY = timedelta(days=1)


def pulled(learner, question, noon, *, key=None, days=0, reason="Missed in a mock"):
    to = learner.day_of(noon) + days * DAY
    return actions.pull_forward(
        learner, question, to=to, reason=reason, key=key or uuid4(), at=noon
    )


def test_a_question_without_a_card_gets_one_that_is_asked_that_day(learner, noon):
    waiting, question = make.card(learner), make.question()
    card = pulled(learner, question, noon)
    assert (card.question_id, card.due_day, card.pulled) == (
        question.pk,
        learner.day_of(noon),
        "Missed in a mock",
    )
    actions.change_settings(learner, new_per_day=0)
    assert outlook(learner, noon).next == card.pk != waiting.pk


def test_a_known_card_comes_sooner_and_keeps_its_memory(learner, noon):
    later = make.card(learner)
    for n in range(3):
        actions.grade(learner, later.pk, Grade.EASY, key=uuid4(), at=noon + n * DAY)
    later.refresh_from_db()
    card = pulled(learner, later.question, noon + 3 * DAY, days=1)
    assert card.due_day == learner.day_of(noon) + 4 * DAY
    assert card.memory.strength == later.memory.strength


def test_the_same_key_again_changes_nothing_and_another_day_is_refused(learner, noon):
    question, key = make.question(), uuid4()
    assert pulled(learner, question, noon, key=key) == pulled(learner, question.pk, noon, key=key)
    assert Event.objects.count() == Card.objects.count() == 1
    with pytest.raises(KeyReused):
        pulled(learner, question, noon, key=key, days=1)


def test_the_card_of_the_question_that_stands_is_pulled(learner, noon):
    folded = make.question("The folded one?")
    card = make.card(learner, folded)
    stands = make.question("The one that stands?")
    Question.objects.filter(pk=folded.pk).update(folded_into=stands)
    assert pulled(learner, stands, noon) == card
    assert Card.objects.count() == 1


def test_a_strangers_question_is_not_there(learner, stranger, noon):
    with pytest.raises(Http404):
        pulled(learner, make.question(owner=stranger), noon)


def test_the_cards_of_all_key_points_are_pulled(learner, noon):
    whole = make.card(learner, suspended=True)
    face = make.card(learner, whole.question, face=whole.question.points.get())
    assert pulled(learner, whole.question, noon) == whole
    face.refresh_from_db()
    assert face.due_day == learner.day_of(noon)


def test_the_card_says_why_it_comes_now(browser, phone, learner, noon):
    card = pulled(learner, make.question(), noon)
    assert b"Missed in a mock" in browser.get(reverse("flashcards:card", args=[card.pk])).content
    found = phone(learner).get(f"/api/v1/cards/{card.pk}/").json()
    assert found["pulled"] == "Missed in a mock"
