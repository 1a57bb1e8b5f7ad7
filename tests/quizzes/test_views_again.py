"""What is not taken is shown once more as it was filled in, what was passed over is led back to."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils.timezone import now

from questions.quizzes import actions as quizzes
from questions.quizzes.rules import ItemKind, Mode
from tests import make
from tests.quizzes.test_views import text_of

STEPS = "In order:\n\n1. Fill the tank with oil\n2. Trim its wick short\n3. Hold a match near\n"


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


@pytest.mark.parametrize("minutes", ["9999", "-1", "1.5", "soon"])
def test_minutes_that_cannot_be_are_said_beside_what_was_typed(browser, lamp, minutes):
    response = browser.post(reverse("quizzes:start"), {"key": uuid4(), "minutes": minutes})
    page = text_of(response)
    assert response.status_code == 422
    assert "Whole minutes, at most 600" in page
    assert f'value="{minutes}" aria-invalid="true"' in page
    assert "<details open>" in page


def test_choices_without_a_name_are_not_saved_and_stay_chosen(browser, lamp):
    data = {"key": uuid4(), "name": " ", "mode": "exam", "length": "5"}
    response = browser.post(reverse("quizzes:save"), data)
    page = text_of(response)
    assert response.status_code == 422
    assert "Give the choices a name to save them." in page
    assert 'value="exam" checked' in page
    assert "<details open>" in page


@pytest.mark.parametrize(
    "query", ["mode=adaptive", "mode=sprint", "kind=choice", "minutes=5", "certainty=on"]
)
def test_what_is_chosen_is_never_folded_away(browser, lamp, query):
    assert "<details open>" in text_of(browser.get(f"{reverse('quizzes:new')}?{query}"))
    assert "<details open>" not in text_of(browser.get(f"{reverse('quizzes:new')}?mode=exam"))


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("", "There are no questions yet."),
        ("difficulty=hard", "Choose more topics or levels"),
        ("mode=mistakes", "No mistake to try again"),
    ],
)
def test_where_nothing_matches_it_says_what_to_do(browser, db, query, said):
    assert said in text_of(browser.get(f"{reverse('quizzes:new')}?{query}"))


def test_the_last_question_leads_back_to_the_first_that_was_passed_over(browser, learner, noon):
    quiz = make.quiz(learner, [make.question(f"What is {n}?") for n in range(3)], at=noon)
    quizzes.answer(quiz, 1, quizzes.Said(text="no"), key=uuid4(), at=noon)
    first, second, last = (reverse("quizzes:item", args=[quiz.pk, n]) for n in (1, 2, 3))
    assert "Back to question" not in text_of(browser.get(second))
    assert "Back to question 2" in text_of(browser.get(last))
    quizzes.answer(quiz, 2, quizzes.Said(text="no"), key=uuid4(), at=noon)
    assert "Back to question" not in text_of(browser.get(last))
    quizzes.finish(quiz, at=noon)
    assert "Back to question" not in text_of(browser.get(first)) + text_of(browser.get(last))


@pytest.mark.parametrize(
    ("mode", "said"),
    [
        (Mode.PRACTICE, ["Finish now", "1 question without an answer will count as missed."]),
        (Mode.EXAM, ["Hand in now", "1 question without an answer will count as missed."]),
        (Mode.SPRINT, ["Finish now", "Only what you answered counts."]),
    ],
)
def test_before_handing_in_it_says_what_becomes_of_the_rest(browser, learner, mode, said):
    colour = make.question("Which?", points=(), choices=[("red", True), ("loud", False)])
    quiz = make.quiz(learner, [colour], at=now(), mode=mode)
    page = text_of(browser.get(reverse("quizzes:item", args=[quiz.pk, 1])))
    for words in said:
        assert words in page
