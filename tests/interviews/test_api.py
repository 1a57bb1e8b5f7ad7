"""What a phone does about the script of a mock: its rubric, and keeping it to begin others with."""

from __future__ import annotations

from uuid import uuid4

from questions.interviews.models import Template

CALM = {"name": "Calm", "examples": ["None.", "Little.", "Some.", "Much."]}


def test_a_rubric_is_read_and_made_anew(mock, mentor, phone):
    path = f"/api/v1/interviews/{mock.pk}/rubric/"
    before = phone(mentor).get(path).json()
    assert [one["dimension"] for one in before][:2] == ["depth", "trade-offs"]
    sent = {"key": str(uuid4()), "dimensions": [before[0], CALM]}
    after = phone(mentor).post(path, sent)
    assert after.status_code == 200
    assert after.json() == [before[0], {"dimension": "calm", **CALM}]
    assert phone(mentor).post(path, sent).json() == phone(mentor).get(path).json() == after.json()
    mock.refresh_from_db()
    assert [one.key for one in mock.rubric] == ["depth", "calm"]


def test_two_dimensions_of_one_name_are_refused(mock, mentor, phone):
    sent = {"key": str(uuid4()), "dimensions": [CALM, CALM]}
    answer = phone(mentor).post(f"/api/v1/interviews/{mock.pk}/rubric/", sent)
    assert (answer.status_code, answer.json()["code"]) == (422, "no_such_rubric")


def test_the_candidate_has_no_rubric_and_no_template(mock, learner, phone):
    path = f"/api/v1/interviews/{mock.pk}/rubric/"
    sent = {"key": str(uuid4()), "dimensions": [CALM]}
    kept = {"key": str(uuid4()), "interview": str(mock.pk), "name": "Mine"}
    assert phone(learner).get(path).status_code == 404
    assert phone(learner).post(path, sent).status_code == 404
    assert phone(learner).post("/api/v1/templates/", kept).status_code == 404


def test_a_script_is_kept_once_to_begin_others_with(mock, mentor, phone):
    sent = {"key": str(uuid4()), "interview": str(mock.pk), "name": "Usual"}
    kept = phone(mentor).post("/api/v1/templates/", sent)
    assert kept.status_code == 201
    assert set(kept.json()) == {"id", "name", "made"}
    assert phone(mentor).post("/api/v1/templates/", sent).json() == kept.json()
    assert Template.objects.get(owner=mentor).dimensions == mock.dimensions
    listed = phone(mentor).get("/api/v1/templates/").json()["results"]
    assert listed == [kept.json()]
    begun = {"key": str(uuid4()), "kind": "mock", "template": kept.json()["id"]}
    assert phone(mentor).post("/api/v1/interviews/", begun).status_code == 201
