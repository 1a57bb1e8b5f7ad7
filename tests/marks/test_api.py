from __future__ import annotations

from uuid import uuid4

import pytest

from questions.marks import actions as marks
from questions.marks.rules import Verdict, Where
from tests import make

TICKS = "/api/v1/ticks/"


def body(*points, key=None, verdict="hit", where="card"):
    rows = [{"key_point": str(point.pk), "verdict": verdict} for point in points]
    return {"key": str(key or uuid4()), "where": where, "verdicts": rows}


def test_ticking_answers_the_ticks(phone, learner):
    point, key = make.question().points.get(), uuid4()
    response = phone(learner).post(TICKS, body(point, key=key))
    assert response.status_code == 201
    [tick] = response.json()
    assert sorted(tick) == ["at", "id", "key", "key_point", "question", "verdict", "where"]
    assert tick["key_point"] == str(point.pk)
    assert tick["question"] == str(point.question_id)
    assert (tick["verdict"], tick["where"], tick["key"]) == ("hit", "card", str(key))


def test_the_same_call_twice_answers_the_same_and_another_body_is_refused(phone, learner):
    client, sent = phone(learner), body(make.question().points.get())
    first, second = client.post(TICKS, sent), client.post(TICKS, sent)
    assert (first.status_code, first.json()) == (second.status_code, second.json())
    other = client.post(TICKS, {**sent, "where": "rehearsal"})
    assert (other.status_code, other.json()["code"]) == (409, "key_reused")


def test_a_point_of_a_strangers_question_is_not_there(phone, learner, stranger):
    hidden = make.question(owner=stranger).points.get()
    sent = body(make.question(prompt="Mine?").points.get(), hidden)
    assert phone(learner).post(TICKS, sent).status_code == 404
    assert phone(learner).get(TICKS).json()["count"] == 0


@pytest.mark.parametrize(
    "wrong",
    [
        {"where": "quiz"},
        {"verdicts": []},
        {"verdicts": [{"key_point": "no id", "verdict": "hit"}]},
        {"verdicts": [{"key_point": str(uuid4()), "verdict": "perhaps"}]},
        {"key": None},
        {"more": 1},
    ],
)
def test_what_is_not_valid_is_named(phone, learner, wrong):
    response = phone(learner).post(TICKS, {**body(make.question().points.get()), **wrong})
    assert (response.status_code, response.json()["code"]) == (400, "invalid")
    assert set(response.json()["fields"]) == set(wrong)


def test_a_phone_lists_its_own_ticks_in_a_constant_number_of_statements(
    phone, learner, stranger, noon, django_assert_num_queries
):
    points = [make.question(prompt=f"Number {n}?").points.get() for n in range(9)]
    for person in (learner, stranger):
        verdicts = {point.pk: Verdict.MISSED for point in points}
        marks.tick(person, verdicts, where=Where.CARD, key=uuid4(), at=noon)
    with django_assert_num_queries(2):
        assert phone(learner).get(TICKS).json()["count"] == 9


def test_nobody_ticks(phone, db):
    assert phone().get(TICKS).status_code == 401
    assert phone().post(TICKS, {}).status_code == 401
