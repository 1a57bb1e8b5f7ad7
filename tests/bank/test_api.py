"""The bank for a phone."""

from __future__ import annotations

import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import make

pytestmark = pytest.mark.django_db
QUESTIONS = "/api/v1/questions/"
TOPICS = "/api/v1/topics/"


def listed(client, query=""):
    response = client.get(QUESTIONS + query)
    assert response.status_code == 200, response.json()
    return [row["title"] for row in response.json()["results"]]


def test_without_a_token_nothing_is_answered(phone):
    question = make.question()
    for address in (QUESTIONS, f"{QUESTIONS}{question.pk}/", TOPICS):
        assert phone().get(address).status_code == 401


def test_a_row_of_the_list_has_these_keys(phone, learner):
    question = make.question(topics=[make.topic("Storage")])
    body = phone(learner).get(QUESTIONS).json()
    assert set(body) == {"count", "next", "previous", "results"}
    assert body["results"] == [
        {
            "id": str(question.pk),
            "title": "What is a bucket?",
            "prompt": "What is a bucket?",
            "kind": "open",
            "difficulty": "medium",
            "difficulty_source": "signals",
            "document": str(question.document_id),
            "document_title": "Notes",
            "updated": "2026-11-01T09:00:00Z",
            "topics": [{"slug": "storage", "name": "Storage"}],
        }
    ]


def test_a_question_comes_whole(phone, learner):
    question = make.question(choices=[("a", True)], topics=[make.topic("Storage")])
    other = make.answer_to(question, "More.", verified=True)
    body = phone(learner).get(f"{QUESTIONS}{question.pk}/").json()
    first, second = body.pop("answers")
    (choice,), (point,) = body.pop("choices"), body.pop("key_points")
    assert body.pop("disagreements") == []
    assert body == {
        "id": str(question.pk),
        "title": "What is a bucket?",
        "prompt": "What is a bucket?",
        "prompt_html": "<p>What is a bucket?</p>",
        "kind": "choice",
        "state": "published",
        "visibility": "public",
        "difficulty": "medium",
        "difficulty_source": "signals",
        "section": "",
        "needs_key": False,
        "folded_into": None,
        "created": "2026-11-01T09:00:00Z",
        "updated": "2026-11-01T09:00:00Z",
        "topics": [{"slug": "storage", "name": "Storage"}],
        "sealed": False,
    }
    assert first.pop("struck") == []
    assert first == {
        "id": str(question.preferred_id),
        "text": "A named place for objects. It belongs to one region.",
        "html": "<p>A named place for objects. It belongs to one region.</p>",
        "opening": "A named place for objects",
        "preferred": True,
        "verified": False,
        "document": str(question.document_id),
        "document_title": "Notes",
        "document_name": "document-1.md",
        "first_line": 1,
        "last_line": 3,
    }
    assert (second["id"], second["preferred"], second["verified"]) == (str(other.pk), False, True)
    assert set(choice) == {"id", "text", "html", "correct", "why", "why_html"}
    assert choice["correct"] is True
    assert set(point) == {"id", "text", "core", "revision"}
    assert point["core"] is True


def test_a_folded_question_names_the_one_that_stands_for_it(phone, learner):
    head = make.question()
    folded = make.question(folded_into=head)
    body = phone(learner).get(f"{QUESTIONS}{folded.pk}/").json()
    assert body["folded_into"] == str(head.pk)
    assert len(listed(phone(learner))) == 1


def test_a_strangers_question_is_not_there(phone, learner, stranger):
    theirs = make.question("What do they ask?", owner=stranger)
    assert phone(learner).get(f"{QUESTIONS}{theirs.pk}/").status_code == 404
    assert listed(phone(learner), "?q=ask") == []
    assert listed(phone(stranger), "?q=ask") == ["What do they ask?"]


@pytest.mark.parametrize("id", [uuid.uuid4(), "7", "-" * 36])
def test_what_is_not_there_is_404_in_json(phone, learner, id):
    response = phone(learner).get(f"{QUESTIONS}{id}/")
    assert (response.status_code, response.json()["code"]) == (404, "not_found")


def test_the_list_narrows_by_each_filter(phone, learner):
    root = make.topic("Systems")
    make.question("A?", topics=[make.topic("Queues", parent=root)], difficulty="hard")
    mine = make.question("B?", owner=learner, choices=[("a", True), ("b", False)])
    for query, titles in {
        "?topic=systems": ["A?"],
        "?topic=queues&topic=nothing": ["A?"],
        "?difficulty=hard": ["A?"],
        "?difficulty=hard&difficulty=medium": ["A?", "B?"],
        "?kind=choice": ["B?"],
        "?mine=true": ["B?"],
        "?mine=false": ["A?", "B?"],
        f"?document={mine.document_id}": ["B?"],
        "?q=a": ["A?", "B?"],
        "?q=%2B%2B": [],
    }.items():
        assert sorted(listed(phone(learner), query)) == titles, query


@pytest.mark.parametrize(
    "query",
    ["difficulty=silly", "kind=", "document=7", "mine=1", "page_size=101", "colour=red", "page=0"],
)
def test_a_filter_that_means_nothing_is_named(phone, learner, query):
    response = phone(learner).get(f"{QUESTIONS}?{query}")
    assert (response.status_code, response.json()["code"]) == (400, "invalid")
    assert set(response.json()["fields"]) == {query.split("=")[0]}


def test_pages_have_the_size_that_was_asked_for(phone, learner):
    for number in range(3):
        make.question(f"What is part {number}?")
    body = phone(learner).get(f"{QUESTIONS}?q=part&page_size=2").json()
    assert (body["count"], len(body["results"])) == (3, 2)
    assert "page=2" in body["next"]
    assert phone(learner).get(f"{QUESTIONS}?page=9").status_code == 404


@pytest.mark.parametrize("address", [QUESTIONS, f"{QUESTIONS}?q=part", TOPICS])
def test_lists_take_the_same_statements_for_one_row_and_for_a_hundred(phone, learner, address):
    counts, made = set(), 0
    for rows in (1, 25, 100):
        for number in range(made, rows):
            make.question(f"What is part {number}?", topics=[make.topic(f"Topic {number}")])
        made = rows
        with CaptureQueriesContext(connection) as seen:
            assert phone(learner).get(address).status_code == 200
        counts.add(len(seen))
    assert len(counts) == 1
    assert counts.pop() <= 3


def test_topics_count_what_one_may_see(phone, learner, stranger):
    root = make.topic("Systems", position=1)
    part = make.topic("Queues", parent=root, position=2)
    own = make.topic("My job", owner=learner)
    make.topic("Their job", owner=stranger)
    make.question("A?", topics=[root, part])
    make.question("B?", topics=[part])
    make.question("C?", topics=[own], owner=learner)
    make.question("D?", topics=[part], owner=stranger)
    assert phone(learner).get(TOPICS).json()["results"] == [
        {"slug": "systems", "name": "Systems", "under": None, "mine": False, "questions": 2},
        {"slug": "queues", "name": "Queues", "under": "systems", "mine": False, "questions": 2},
        {"slug": "my-job", "name": "My job", "under": None, "mine": True, "questions": 1},
    ]
