"""A form that cannot be taken is shown once more as it was filled in, with what is wrong."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.urls import reverse

from questions.quizzes import actions as quizzes
from questions.quizzes.rules import ItemKind
from tests import make
from tests.quizzes.test_views import text_of

STEPS = "In order:\n\n1. Fill the tank with oil\n2. Trim its wick short\n3. Hold a match there\n"


def sent(browser, quiz, **data):
    """What the page of the first question says to an answer that is not taken."""
    address = reverse("quizzes:answer", args=[quiz.pk, 1])
    response = browser.post(address, {"key": uuid4(), **data})
    assert response.status_code == 422
    assert quiz.items.get(position=1).response is None
    return text_of(response)


@pytest.fixture
def lamp(db):
    return make.question(
        "What is a lamp?", points=[("gives light at night", True), ("burns oil", False)]
    )


def test_what_was_picked_stays_picked_where_certainty_is_missing(browser, learner, noon):
    colour = make.question("Which?", points=(), choices=[("red", True), ("loud", False)])
    quiz = make.quiz(learner, [colour], at=noon, certainty=True)
    page = sent(browser, quiz, picked="b")
    assert "Say how sure you are." in page
    assert 'value="b" checked' in page
    assert 'value="a" checked' not in page


def test_how_sure_one_is_stays_where_nothing_is_picked(browser, learner, noon):
    colour = make.question("Which?", points=(), choices=[("red", True), ("loud", False)])
    quiz = make.quiz(learner, [colour], at=noon, certainty=True)
    assert 'data-key-name="Likely" checked' in sent(browser, quiz, certainty="2")


def test_what_is_said_of_one_point_stays_where_another_waits(browser, learner, lamp, noon):
    quiz = make.quiz(learner, [lamp], at=noon, kinds=(ItemKind.SPOKEN,))
    quizzes.turn(quiz, 1, at=noon)
    point = quiz.items.get().turned_points[1]["id"]
    page = sent(browser, quiz, **{point: "partly"})
    assert "Say of each key point whether you said it." in page
    assert f'name="{point}" value="partly" checked' in page
    assert page.count("checked") == 1


def test_places_stay_where_steps_have_none_yet(browser, learner, noon):
    lamp = make.question("How do you light a lamp, step by step?", STEPS)
    quiz = make.quiz(learner, [lamp], at=noon, kinds=(ItemKind.ORDER,))
    first, second, _ = [option["id"] for option in quiz.items.get().options]
    page = sent(browser, quiz, **{f"place-{first}": 3, f"place-{second}": 3})
    assert "Give each step a place of its own" in page
    assert page.count("selected") == 1
    assert '<option value="3" selected>' in page
