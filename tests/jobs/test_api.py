"""Jobs over the API."""

from __future__ import annotations

from uuid import uuid4

from questions.jobs import actions, runner
from questions.jobs.registry import path_of
from tests.jobs import verbs


def asked(owner, at, to=3):
    return actions.enqueue(
        owner, path_of(verbs.count), {"to": to}, title="Counting", key=uuid4(), at=at
    )


def test_a_job_is_followed_to_its_end(phone, learner, noon):
    job = asked(learner, noon)
    path = f"/api/v1/jobs/{job.id}/"
    assert phone(learner).get(path).json()["state"] == "queued"
    runner.work_once()
    answer = phone(learner).get(path).json()
    assert (answer["state"], answer["done"], answer["total"]) == ("done", 3, 3)
    assert answer["result"] == {"summary": "counted to 3", "rows": []}
    assert set(answer) == {
        "id", "title", "state", "done", "total", "words", "attempts", "error", "result",
        "created", "started", "finished",
    }  # fmt: skip


def test_the_list_is_ones_own(phone, learner, stranger, noon, django_assert_num_queries):
    for _ in range(3):
        asked(learner, noon)
    theirs = asked(stranger, noon)
    with django_assert_num_queries(2):
        answer = phone(learner).get("/api/v1/jobs/").json()
    assert answer["count"] == 3
    assert phone(learner).get(f"/api/v1/jobs/{theirs.id}/").status_code == 404
    assert phone().get("/api/v1/jobs/").status_code == 401
