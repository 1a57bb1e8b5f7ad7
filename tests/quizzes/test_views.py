from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.html import strip_tags

from questions.bank.models import Question
from questions.bank.rules.states import State, Visibility
from questions.flashcards.models import Card
from questions.quizzes import actions as quizzes
from questions.quizzes.actions import Said
from questions.quizzes.models import Item, Quiz
from tests import make
from tests.conftest import HTMX, signed_in

NEW = "quizzes:new"


@pytest.fixture
def lamp(db):
    return make.question(
        "What is a lamp?",
        "A lamp gives light at night.",
        points=[("gives light at night", True), ("burns oil", False)],
        topics=[make.topic("Light")],
    )


@pytest.fixture
def colour(db):
    return make.question(
        "Which is a colour?", "Red.", points=(), choices=[("red", True), ("loud", False)]
    )


@pytest.fixture
def quiz(learner, lamp, colour, noon):
    return make.quiz(learner, [lamp, colour], at=noon)


def url(name, quiz, *more):
    return reverse(f"quizzes:{name}", args=[quiz.pk, *more])


def text_of(response):
    """The page on one line, so that no test hangs on how a template is broken."""
    return " ".join(response.content.decode().split())


def post_answer(browser, quiz, position=1, **data):
    return browser.post(url("answer", quiz, position), {"key": uuid4(), **data})


def test_the_set_up_counts_what_fits(browser, lamp, colour):
    page = browser.get(reverse(NEW))
    assert page.status_code == 200
    assert page.context["count"] == 2
    narrowed = browser.get(reverse(NEW), {"topic": "light", "length": "5"})
    assert narrowed.context["count"] == 1
    assert narrowed.context["chosen"].length == 5
    assert 'value="light" checked' in text_of(narrowed)


def test_htmx_gets_the_fragment_alone(browser, quiz):
    for address, id in [
        (reverse(NEW), "new"),
        (url("item", quiz, 1), "item"),
        (url("results", quiz), "results"),
    ]:
        assert browser.get(address, headers=HTMX).content.startswith(f'<section id="{id}"'.encode())


def test_without_scripts_a_button_counts(browser, lamp):
    data = {"topic": ["light"], "difficulty": ["hard"], "length": "5", "kind": ["typed"]}
    response = browser.post(reverse("quizzes:count"), data)
    assert response.status_code == 302
    assert response["Location"] == (
        f"{reverse(NEW)}?topic=light&difficulty=hard&length=5&kind=typed"
    )
    assert browser.get(response["Location"]).context["count"] == 0


@pytest.mark.parametrize("query", ["topic=%00", "length=7", "kind=song", "difficulty=x", "topic="])
def test_choices_that_mean_nothing_are_passed_over(browser, lamp, query):
    assert browser.get(f"{reverse(NEW)}?{query}").status_code == 200


def test_starting_opens_the_first_question_and_twice_is_one_quiz(browser, lamp):
    data = {"key": uuid4(), "length": "5"}
    first = browser.post(reverse("quizzes:start"), data)
    again = browser.post(reverse("quizzes:start"), data)
    assert first["Location"] == again["Location"] == url("item", Quiz.objects.get(), 1)


@pytest.mark.parametrize("data", [{}, {"key": "no"}, {"key": str(uuid4()), "length": "7"}])
def test_a_set_up_that_is_not_valid_is_shown_again(browser, lamp, data):
    assert browser.post(reverse("quizzes:start"), data).status_code == 422
    assert not Quiz.objects.exists()


def test_where_nothing_fits_the_page_says_so(browser, lamp):
    response = browser.post(reverse("quizzes:start"), {"key": uuid4(), "difficulty": "hard"})
    assert response.status_code == 409
    assert "No question matches" in text_of(browser.get(reverse(NEW), {"difficulty": "hard"}))


def test_the_solution_is_nowhere_on_an_open_question(browser, quiz):
    typed = text_of(browser.get(url("item", quiz, 1)))
    assert "What is a lamp?" in typed
    assert "light at night" not in typed
    assert "burns oil" not in typed
    picked = text_of(browser.get(url("item", quiz, 2)))
    assert "red" in picked
    assert "overlooked" not in picked
    assert "preferred answer" not in picked


def test_an_answer_is_marked_at_once(browser, quiz):
    response = post_answer(browser, quiz, text="It gives light at night")
    assert response["Location"] == url("item", quiz, 1)
    page = text_of(browser.get(response["Location"]))
    assert "<mark>gives light</mark>" in page
    assert "burns oil" in page
    assert "The preferred answer" in page
    assert "lines 1–3" in page


def test_what_a_learner_types_is_shown_as_text(browser, quiz):
    post_answer(browser, quiz, text="<script>alert(1)</script> gives light at night")
    page = text_of(browser.get(url("item", quiz, 1)))
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def test_picking_nothing_is_said_on_the_same_page(browser, quiz):
    response = post_answer(browser, quiz, position=2)
    assert response.status_code == 422
    assert "Pick an option first." in text_of(response)
    assert Item.objects.filter(answered__isnull=False).count() == 0


def test_the_right_option_is_named_after_the_answer(browser, quiz):
    item = quiz.items.get(position=2)
    [wrong] = [o["id"] for o in item.options if not o["correct"]]
    page = text_of(browser.get(post_answer(browser, quiz, 2, picked=wrong)["Location"]))
    assert "you picked it: wrong" in page
    assert '<span class="tag good">right</span>' in page


def test_a_second_answer_is_refused_and_the_first_stays(browser, quiz):
    post_answer(browser, quiz, text="It gives light at night")
    response = post_answer(browser, quiz, text="no")
    assert response.status_code == 409
    assert quiz.items.get(position=1).text == "It gives light at night"


def test_the_learner_has_the_last_word(browser, quiz):
    post_answer(browser, quiz, text="It gives light at night")
    oil = quiz.items.get(position=1).asked["points"][1]["id"]
    response = browser.post(url("correct", quiz, 1), {oil: "hit"})
    assert response["Location"] == url("item", quiz, 1)
    assert quiz.items.get(position=1).score == 1
    assert "your verdict" in text_of(browser.get(response["Location"]))
    assert browser.post(url("correct", quiz, 1), {oil: "perhaps"}).status_code == 422


def test_going_on_opens_the_first_question_without_an_answer(browser, quiz, learner):
    post_answer(browser, quiz, text="light")
    elsewhere = signed_in(learner)
    assert elsewhere.get(url("quiz", quiz))["Location"] == url("item", quiz, 2)
    assert list(elsewhere.get(reverse(NEW)).context["unfinished"]) == [quiz]
    browser.post(url("finish", quiz))
    assert elsewhere.get(url("quiz", quiz))["Location"] == url("results", quiz)
    assert list(elsewhere.get(reverse(NEW)).context["past"]) == [quiz]


def test_results_keep_their_solutions_until_the_quiz_is_finished(browser, quiz):
    page = text_of(browser.get(url("results", quiz)))
    assert "not handed in" in page
    assert "light at night" not in page


def test_results_show_every_answer_with_its_source(browser, quiz):
    post_answer(browser, quiz, text="It gives light at night")
    response = browser.post(url("finish", quiz))
    assert response["Location"] == url("results", quiz)
    page = text_of(browser.get(response["Location"]))
    for said in ["33 %", "Light", "<mark>gives light</mark>", "lines 1–3", "not answered"]:
        assert said in page
    assert reverse("bank:question", args=[quiz.items.first().question_id]) in page


def test_what_was_missed_goes_to_the_cards(browser, quiz, learner):
    browser.post(url("finish", quiz))
    data = {"key": uuid4()}
    for _ in range(2):
        response = browser.post(url("to_cards", quiz), data)
        assert response["Location"] == url("results", quiz)
    assert Card.objects.of(learner).count() == 2
    assert "they are all there" in text_of(browser.get(response["Location"]))


def test_what_was_missed_is_tried_again(browser, quiz):
    browser.post(url("finish", quiz))
    response = browser.post(url("again", quiz), {"key": uuid4()})
    newest = Quiz.objects.newest_first().first()
    assert newest != quiz
    assert response["Location"] == url("item", newest, 1)


def test_a_question_that_went_away_is_shown_as_it_was(browser, quiz, lamp, stranger):
    Question.objects.filter(pk=lamp.pk).update(
        state=State.RETIRED.value, visibility=Visibility.PRIVATE.value, owner=stranger
    )
    post_answer(browser, quiz, text="light at night")
    page = text_of(browser.get(url("item", quiz, 1)))
    assert "What is a lamp?" in page
    assert reverse("bank:question", args=[lamp.pk]) not in page
    browser.post(url("finish", quiz))
    assert browser.get(url("results", quiz)).status_code == 200


SHOWN = ["quiz", "item", "results"]
DONE = ["answer", "correct", "finish", "to_cards", "again"]


@pytest.mark.parametrize("name", SHOWN + DONE)
def test_a_strangers_quiz_is_not_there(name, quiz, stranger):
    more = [1] if name in {"item", "answer", "correct"} else []
    client = signed_in(stranger)
    act = client.get if name in SHOWN else client.post
    assert act(url(name, quiz, *more)).status_code == 404
    assert client.get(reverse(NEW)).context["unfinished"] == []


@pytest.mark.parametrize("name", SHOWN + DONE)
def test_nobody_is_asked_to_sign_in(client, name, quiz):
    more = [1] if name in {"item", "answer", "correct"} else []
    act = client.get if name in SHOWN else client.post
    assert act(url(name, quiz, *more))["Location"].startswith(reverse("account_login"))


@pytest.mark.parametrize("position", [0, 3, 10**30])
def test_there_is_no_such_question(browser, quiz, position):
    assert browser.get(url("item", quiz, position)).status_code == 404


def statements(browser, address):
    browser.get(address)
    with CaptureQueriesContext(connection) as caught:
        assert browser.get(address).status_code == 200
    return len(caught)


def test_pages_cost_as_many_statements_for_5_items_as_for_100(browser, learner, noon):
    topic = make.topic("Light")
    asked = [
        make.question(f"What is lamp {n}?", topics=[topic], points=[("a light", True)])
        for n in range(100)
    ]
    costs = {}
    for length in (5, 100):
        quiz = make.quiz(learner, asked[:length], at=noon)
        for position in range(1, length, 2):
            at = noon + timedelta(seconds=position)
            quizzes.answer(quiz, position, Said(text="a light"), key=uuid4(), at=at)
        pages = {f"item {p}": url("item", quiz, p) for p in (1, 2)}
        found = {name: statements(browser, address) for name, address in pages.items()}
        quizzes.finish(quiz, at=noon)
        found["results"] = statements(browser, url("results", quiz))
        found["set-up"] = statements(browser, reverse(NEW))
        costs[length] = found
    assert costs[5] == costs[100]
    assert max(costs[5].values()) <= 8


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("____: keeps the thread upright", "said of? keeps the thread upright"),
        ("A lamp burns ____ hours: all night", "Fill the gap A lamp burns ____ hours: all night"),
    ],
)
def test_a_term_is_asked_for_by_what_is_said_of_it(browser, quiz, statement, said):
    item = quiz.items.get(position=2)
    item.asked["statement"] = statement
    item.save()
    assert said in " ".join(strip_tags(text_of(browser.get(url("item", quiz, 2)))).split())
