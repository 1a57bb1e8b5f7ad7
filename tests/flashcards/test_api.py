"""Cards for a phone: the addresses are a promise, so they are written out."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils.timezone import now

from questions.bank.models import Question
from questions.flashcards.models import Card, Event
from questions.marks.models import Tick
from tests import make

CARDS = "/api/v1/cards/"
CARD_KEYS = {
    "id",
    "question",
    "title",
    "face",
    "added",
    "phase",
    "step",
    "due_at",
    "due_day",
    "suspended",
    "buried_until",
    "pulled",
    "ask_day",
    "flag",
    "note",
    "stability",
    "difficulty",
    "reviewed",
    "reps",
    "lapses",
    "leech",
}


@pytest.fixture
def mine(phone, learner):
    return phone(learner)


def due(learner, *args, **fields):
    return make.card(learner, *args, due=learner.day_of(now()), **fields)


def address(card, verb=""):
    return f"{CARDS}{card.pk}/{verb}/" if verb else f"{CARDS}{card.pk}/"


def test_without_a_token_nothing_is_answered(phone):
    assert phone().get(CARDS).status_code == 401


def test_questions_become_cards(mine, learner):
    questions = [make.question(f"Which {n}?") for n in range(2)]
    given = {"key": str(uuid4()), "questions": [str(q.pk) for q in questions]}
    response = mine.post(CARDS, given)
    assert (response.status_code, response.json()) == (201, {"added": 2})
    assert mine.post(CARDS, given).json() == {"added": 2}
    assert Card.objects.of(learner).count() == 2


def test_topics_become_cards(mine, learner):
    make.question(topics=[make.topic("Storage")])
    given = {"key": str(uuid4()), "topics": ["storage"]}
    assert mine.post(CARDS, given).json() == {"added": 1}


def test_questions_and_topics_may_come_together_or_not_at_all(mine):
    alone, told = make.question("Alone?"), make.question("Told?", topics=[make.topic("Storage")])
    given = {"questions": [str(alone.pk), str(told.pk)], "topics": ["storage"]}
    assert mine.post(CARDS, {"key": str(uuid4()), **given}).json() == {"added": 2}
    assert mine.post(CARDS, {"key": str(uuid4())}).json() == {"added": 0}


@pytest.mark.parametrize("more", [{"questions": ["x"]}, {"topics": [0]}, {"topics": "storage"}])
def test_an_addition_that_cannot_be_read_is_400(mine, more):
    response = mine.post(CARDS, {"key": str(uuid4()), **more})
    assert (response.status_code, response.json()["code"]) == (400, "invalid")


def test_a_row_of_the_list_has_these_keys(mine, learner):
    card = due(learner, make.question("What is a bucket?"))
    row = mine.get(CARDS).json()["results"][0]
    assert set(row) == CARD_KEYS
    assert (row["id"], row["title"], row["phase"]) == (str(card.pk), "What is a bucket?", "review")


def test_the_list_narrows_by_state_and_topic(mine, learner):
    make.card(learner, make.question("New?", topics=[make.topic("Storage")]))
    due(learner, make.question("Due?"))

    def titles(**query):
        return [row["title"] for row in mine.get(CARDS, query).json()["results"]]

    assert titles(which="due") == ["Due?"]
    assert titles(topic="storage") == ["New?"]
    assert titles(which="suspended") == []
    assert mine.get(CARDS, {"which": "odd"}).status_code == 400
    assert mine.get(CARDS, {"which": ""}).status_code == 400
    assert mine.get(CARDS, {"odd": "1"}).status_code == 400


def test_the_card_that_is_due_comes_with_all_that_a_screen_needs(mine, learner):
    learner.day_start = (now().hour + 12) % 24  # or a step may cross the end of the day
    learner.save()
    card = due(learner, make.question("What is a bucket?", "A place.", points=[("a place", True)]))
    found = mine.get(f"{CARDS}due/").json()
    none = dict.fromkeys(["new", "extra", "waiting", "answered"], 0)
    assert found["day"] == {"due": 1, **none, "undoable": False}
    assert set(found["card"]) == CARD_KEYS | {"asks", "next", "news"}
    assert found["card"]["id"] == str(card.pk)
    asks = found["card"]["asks"]
    assert (asks["prompt"], asks["answers"][0]["text"]) == ("What is a bucket?", "A place.")
    assert [(p["text"], p["core"]) for p in asks["key_points"]] == [("a place", True)]
    again, *_, easy = found["card"]["next"]
    assert (again["grade"], again["wait"][-3:], again["due_at"] is None) == (1, "min", False)
    assert (easy["grade"], easy["due_at"]) == (4, None)


def test_when_none_is_left_it_says_when_the_next_comes(mine, learner):
    tomorrow = learner.day_of(now()) + timedelta(days=1)
    make.card(learner, due=tomorrow)
    found = mine.get(f"{CARDS}due/").json()
    assert (found["card"], found["next_step"], found["next_day"]) == (None, None, str(tomorrow))


def test_a_card_of_a_folded_question_asks_the_one_that_stands(mine, learner):
    folded, stands = make.question("Folded?"), make.question("Standing?")
    card = make.card(learner, folded)
    Question.objects.filter(pk=folded.pk).update(folded_into=stands)
    found = mine.get(address(card)).json()
    assert (found["question"], found["asks"]["prompt"]) == (str(stands.pk), "Standing?")


def test_a_grade_answers_with_the_card_as_it_is_then(mine, learner):
    card, key = due(learner), str(uuid4())
    point = card.question.points.get()
    given = {
        "key": key,
        "grade": 3,
        "seconds": 12,
        "verdicts": [{"key_point": str(point.pk), "verdict": "missed"}],
    }
    response = mine.post(address(card, "grade"), given)
    found = response.json()
    assert response.status_code == 200
    assert set(found) == {"card", "event", "suggested"}
    assert (found["card"]["reps"], found["event"], found["suggested"]) == (2, key, 1)
    assert Tick.objects.get().verdict == "missed"
    assert Event.objects.get().seconds == 12


def test_the_same_grade_again_answers_the_same_and_another_is_refused(mine, learner):
    card, key = due(learner), str(uuid4())
    first = mine.post(address(card, "grade"), {"key": key, "grade": 3})
    again = mine.post(address(card, "grade"), {"key": key, "grade": 3})
    assert first.json() == again.json()
    other = mine.post(address(card, "grade"), {"key": key, "grade": 1})
    assert (other.status_code, other.json()["code"]) == (409, "key_reused")
    assert Event.objects.count() == 1


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"at": "2001-01-01T00:00:00Z"}, "before_the_card"),
        ({"at": "2100-01-01T00:00:00Z"}, "clock_ahead"),
    ],
)
def test_impossible_clocks_are_refused_by_name(mine, learner, wrong, code):
    response = mine.post(address(due(learner), "grade"), {"key": str(uuid4()), "grade": 3, **wrong})
    assert (response.status_code, response.json()["code"]) == (409, code)


def test_a_review_made_offline_keeps_its_own_time(mine, learner):
    at = now() - timedelta(hours=30)
    card = make.card(learner)
    mine.post(address(card, "grade"), {"key": str(uuid4()), "grade": 3, "at": at.isoformat()})
    event = Event.objects.get()
    assert (event.at, event.day) == (at, learner.day_of(at))


@pytest.mark.parametrize(
    "wrong",
    [
        {"grade": 0},
        {"grade": "3"},
        {"grade": None},
        {"seconds": -1},
        {"at": "2026-11-10"},
        {"at": "2026-11-10T10:00:00"},
        {"verdicts": [{"key_point": "x", "verdict": "hit"}]},
        {"odd": 1},
    ],
)
def test_a_grade_that_cannot_be_read_is_400(mine, learner, wrong):
    given = {"key": str(uuid4()), "grade": 3, **wrong}
    response = mine.post(address(due(learner), "grade"), given)
    assert (response.status_code, response.json()["code"]) == (400, "invalid")


def test_an_event_is_undone_by_its_key(mine, learner):
    card, key = make.card(learner), str(uuid4())
    mine.post(address(card, "grade"), {"key": key, "grade": 3})
    response = mine.post(address(card, "undo"), {"key": str(uuid4()), "undoes": key})
    assert (response.status_code, response.json()["card"]["reps"]) == (200, 0)


def test_a_card_is_suspended_resumed_and_put_away(mine, learner):
    card = due(learner)
    for verb, field, expected in [
        ("suspend", "suspended", True),
        ("resume", "suspended", False),
        ("bury", "buried_until", str(learner.day_of(now()) + timedelta(days=1))),
    ]:
        found = mine.post(address(card, verb), {"key": str(uuid4())}).json()
        assert found["card"][field] == expected


@pytest.mark.parametrize("verb", ["grade", "undo", "suspend", "resume", "bury"])
def test_a_strangers_card_is_not_there(mine, stranger, verb):
    card = make.card(stranger)
    given = {"key": str(uuid4()), "grade": 3, "undoes": str(uuid4())}
    wanted = {"grade": ["key", "grade"], "undo": ["key", "undoes"]}.get(verb, ["key"])
    response = mine.post(address(card, verb), {name: given[name] for name in wanted})
    assert (response.status_code, response.json()["code"]) == (404, "not_found")
    assert mine.get(address(card)).status_code == 404
    assert mine.get(CARDS).json()["count"] == 0


@pytest.mark.parametrize("id", ["0" * 36, "-" * 36, uuid4()])
def test_what_is_not_there_is_404_in_json(mine, id):
    response = mine.get(f"{CARDS}{id}/")
    assert (response.status_code, response.json()["code"]) == (404, "not_found")


@pytest.mark.parametrize("count", [1, 25])
def test_lists_take_the_same_statements_whatever_their_length(
    mine, learner, count, django_assert_num_queries
):
    for _ in range(count):
        due(learner)
    mine.get(f"{CARDS}due/")
    with django_assert_num_queries(2):  # the number of cards, the page
        mine.get(CARDS)
    with django_assert_num_queries(4):  # the day, the card, its question, what is news
        mine.get(f"{CARDS}due/")
