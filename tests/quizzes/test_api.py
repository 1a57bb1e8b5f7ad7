from __future__ import annotations

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from questions.flashcards.models import Card
from questions.quizzes.models import Quiz
from tests import make

QUIZZES = "/api/v1/quizzes/"
QUIZ = {
    "id", "settings", "started", "deadline", "left", "finished", "by_clock", "total", "done",
    "score",
}  # fmt: skip
ITEM = {
    "position", "question", "kind", "prompt", "prompt_html", "difficulty", "topics", "several",
    "options", "answered", "seconds", "picked", "text", "score", "points", "preferred_answer",
    "statement", "steps", "order", "certainty", "flagged", "hints", "turned_points", "late",
    "sealed",
}  # fmt: skip


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


@pytest.fixture
def mine(phone, learner):
    return phone(learner)


def keyed(**data):
    return {"key": str(uuid4()), **data}


def act(client, quiz, verb, **data):
    return client.post(f"{QUIZZES}{quiz.pk}/{verb}/", keyed(**data))


def test_creating_a_quiz_answers_its_items_without_solutions(mine, lamp, colour):
    response = mine.post(QUIZZES, keyed(length=5))
    body = response.json()
    assert response.status_code == 201
    assert set(body) == QUIZ | {"items"}
    assert (body["total"], body["done"], body["score"], body["finished"]) == (2, 0, 0, None)
    assert len(body["items"]) == 2
    for item in body["items"]:
        assert set(item) == ITEM
        assert (item["preferred_answer"], item["points"], item["score"]) == (None, [], None)
        assert {option["correct"] for option in item["options"]} <= {None}
        assert {option["why"] for option in item["options"]} <= {""}
    assert "light at night" not in response.content.decode()


def test_the_same_call_twice_is_one_quiz(mine, lamp):
    sent = keyed(length=5)
    first, second = mine.post(QUIZZES, sent), mine.post(QUIZZES, sent)
    assert first.json() == second.json()
    assert Quiz.objects.count() == 1
    other = mine.post(QUIZZES, {**sent, "length": 6})
    assert (other.status_code, other.json()["code"]) == (409, "key_reused")


def test_where_nothing_fits_the_code_says_so(mine, lamp):
    response = mine.post(QUIZZES, keyed(topics=["nothing"]))
    assert (response.status_code, response.json()["code"]) == (409, "no_questions")


@pytest.mark.parametrize(
    "wrong",
    [
        {"length": 0},
        {"length": 101},
        {"length": "5"},
        {"kinds": ["song"]},
        {"difficulty": "hard"},
        {"topics": ["no slug!"]},
        {"questions": []},
        {"key": "no"},
    ],
)
def test_what_is_not_valid_is_named(mine, lamp, wrong):
    response = mine.post(QUIZZES, keyed(**wrong))
    assert (response.status_code, response.json()["code"]) == (400, "invalid")
    assert set(response.json()["fields"]) == set(wrong)


def test_an_answer_comes_back_marked(mine, quiz):
    response = act(mine, quiz, "answer", position=1, text="It gives light at night")
    item = response.json()
    assert response.status_code == 200
    assert set(item) == ITEM
    assert item["score"] == pytest.approx(2 / 3)
    assert [set(point) for point in item["points"]] == [
        {"id", "text", "core", "verdict", "marked", "words"}
    ] * 2
    assert [(p["verdict"], p["words"]) for p in item["points"]] == [
        ("hit", ["gives light", "night"]),
        ("missed", []),
    ]
    assert item["preferred_answer"]["text"] == "A lamp gives light at night."
    assert (item["preferred_answer"]["first_line"], item["preferred_answer"]["last_line"]) == (1, 3)


def test_a_pick_comes_back_with_what_is_right(mine, quiz):
    [right] = quiz.items.get(position=2).right
    item = act(mine, quiz, "answer", position=2, picked=[right]).json()
    assert (item["score"], item["picked"]) == (1, [right])
    assert {option["correct"] for option in item["options"]} == {True, False}


def test_the_same_answer_twice_is_one_and_another_is_refused(mine, quiz):
    sent = keyed(position=1, text="light")
    address = f"{QUIZZES}{quiz.pk}/answer/"
    assert mine.post(address, sent).json() == mine.post(address, sent).json()
    other = mine.post(address, keyed(position=1, text="oil"))
    assert (other.status_code, other.json()["code"]) == (409, "already_answered")


def test_an_answer_that_does_not_fit_is_refused(mine, quiz):
    refused = act(mine, quiz, "answer", position=2, text="red")
    assert (refused.status_code, refused.json()["code"]) == (409, "wrong_answer")
    assert act(mine, quiz, "answer", position=3, text="red").status_code == 404


def test_a_phone_corrects_the_marking(mine, quiz):
    points = act(mine, quiz, "answer", position=1, text="It gives light at night").json()["points"]
    rows = [{"key_point": points[1]["id"], "verdict": "hit"}]
    item = act(mine, quiz, "correct", position=1, verdicts=rows).json()
    assert item["score"] == 1
    assert (item["points"][1]["verdict"], item["points"][1]["marked"]) == ("hit", "missed")


def test_finishing_reveals_everything_and_ends_answering(mine, quiz):
    body = act(mine, quiz, "finish").json()
    assert body["finished"]
    assert all(item["preferred_answer"] for item in body["items"])
    late = act(mine, quiz, "answer", position=1, text="light")
    assert (late.status_code, late.json()["code"]) == (409, "finished")


def test_what_was_missed_goes_to_cards_once_and_is_tried_again(mine, quiz, learner):
    act(mine, quiz, "finish")
    assert act(mine, quiz, "missed-to-cards").json() == {"added": 2}
    assert act(mine, quiz, "missed-to-cards").json() == {"added": 0}
    assert Card.objects.of(learner).count() == 2
    again = act(mine, quiz, "again")
    assert (again.status_code, again.json()["total"]) == (201, 2)


def test_trying_again_answers_the_same_even_when_nothing_is_missed_any_more(mine, quiz):
    act(mine, quiz, "answer", position=1, text="")
    [right] = quiz.items.get(position=2).right
    act(mine, quiz, "answer", position=2, picked=[right])
    sent, address = keyed(), f"{QUIZZES}{quiz.pk}/again/"
    first = mine.post(address, sent)
    points = quiz.items.get(position=1).asked["points"]
    rows = [{"key_point": point["id"], "verdict": "hit"} for point in points]
    act(mine, quiz, "correct", position=1, verdicts=rows)
    assert mine.post(address, sent).json() == first.json()
    late = act(mine, quiz, "again")
    assert (late.status_code, late.json()["code"]) == (409, "nothing_missed")


def test_the_list_has_ones_own_with_progress(mine, quiz, stranger, lamp, noon):
    make.quiz(stranger, [lamp], at=noon)
    body = mine.get(QUIZZES).json()
    assert body["count"] == 1
    assert set(body["results"][0]) == QUIZ


def test_a_strangers_quiz_is_not_there(phone, stranger, quiz):
    client = phone(stranger)
    assert client.get(f"{QUIZZES}{quiz.pk}/").status_code == 404
    correction = {"key_point": str(uuid4()), "verdict": "hit"}
    asked: dict[str, dict[str, object]] = {
        "answer": {"position": 1},
        "correct": {"position": 1, "verdicts": [correction]},
        "finish": {},
        "again": {},
        "missed-to-cards": {},
    }
    for verb, data in asked.items():
        assert act(client, quiz, verb, **data).status_code == 404


def test_nobody_has_quizzes(phone, quiz):
    assert phone().get(QUIZZES).status_code == 401
    assert phone().post(QUIZZES, keyed()).status_code == 401


def test_reading_a_quiz_costs_as_many_statements_for_5_items_as_for_100(mine, learner, noon):
    asked = [make.question(f"What is lamp {n}?") for n in range(100)]

    def statements(length):
        quiz = make.quiz(learner, asked[:length], at=noon)
        with CaptureQueriesContext(connection) as caught:
            assert len(mine.get(f"{QUIZZES}{quiz.pk}/").json()["items"]) == length
        return len(caught)

    assert statements(5) == statements(100) <= 3


def test_listing_quizzes_costs_two_statements(mine, learner, lamp, noon, django_assert_num_queries):
    for _ in range(6):
        make.quiz(learner, [lamp], at=noon)
    with django_assert_num_queries(2):
        assert mine.get(QUIZZES).json()["count"] == 6
