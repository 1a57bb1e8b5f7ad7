"""Documents over the API."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from questions.jobs import runner
from questions.jobs.models import Job
from tests.ingest.texts import TIDES

PATH = "/api/v1/documents/"
PREVIEWS = "/api/v1/previews/"


def send(client, *files, key=None, **more):
    every = [SimpleUploadedFile(name, data) for name, data in files]
    body = {"key": str(key or uuid4()), "files": every, **more}
    return client.post(PATH, body, format="multipart")


def tides(name="tides.md"):
    return (name, TIDES.encode())


def test_a_document_is_brought_and_read(phone, learner):
    answer = send(phone(learner), tides())
    assert answer.status_code == 202
    assert answer.json()["state"] == "queued"
    runner.work_once()
    job = phone(learner).get(f"/api/v1/jobs/{answer.json()['id']}/").json()
    assert (job["state"], job["result"]["summary"]) == (
        "done",
        "Read, and not yet added: 3 new, 0 updated, 0 retired.",
    )
    (waiting,) = phone(learner).get(PREVIEWS).json()["results"]
    shown = phone(learner).get(f"{PREVIEWS}{waiting['id']}/").json()
    assert [change["what"] for change in shown["changes"]] == ["new"] * 3
    key, path = str(uuid4()), f"{PREVIEWS}{waiting['id']}/accept/"
    done = phone(learner).post(path, {"key": key, "leave": ["2"]}, format="json")
    assert (done.status_code, done.json()["state"]) == (200, "accepted")
    again = phone(learner).post(path, {"key": key, "leave": ["2"]}, format="json")
    assert again.json() == done.json()
    (listed,) = phone(learner).get(PATH).json()["results"]
    assert set(listed) == {
        "id", "name", "title", "format", "visibility", "sha256", "questions",
        "created", "updated", "retired", "folded", "read",
    }  # fmt: skip
    assert (listed["name"], listed["title"], listed["questions"]) == ("tides.md", "Tides", 2)
    whole = phone(learner).get(f"{PATH}{listed['id']}/").json()
    assert set(whole) - set(listed) == {"articles", "skipped"}


def test_the_same_key_answers_the_same(phone, learner):
    key = uuid4()
    first = send(phone(learner), tides(), key=key)
    again = send(phone(learner), tides(), key=key)
    assert (again.status_code, again.json()) == (202, first.json())
    assert Job.objects.count() == 1
    other = send(phone(learner), ("tides.md", b"other words"), key=key)
    assert (other.status_code, other.json()["code"]) == (409, "key_reused")


@pytest.mark.parametrize(
    ("files", "status", "code"),
    [
        ([], 400, "invalid"),
        ([("moon.md", b"%PDF-1.4 \x00")], 422, "unreadable"),
        ([("nothing.md", b"")], 422, "unreadable"),
    ],
)
def test_what_cannot_be_read_is_refused(phone, learner, files, status, code):
    answer = send(phone(learner), *files)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert not Job.objects.exists()


def test_too_much_is_413(phone, learner, settings):
    settings.UPLOAD_LIMIT = 10
    answer = send(phone(learner), tides())
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")


def test_a_misspelt_field_is_an_error(phone, learner):
    assert send(phone(learner), tides(), owner="me").status_code == 400


def test_json_is_not_what_an_upload_is(phone, learner):
    answer = phone(learner).post(PATH, {"key": str(uuid4())}, format="json")
    assert answer.status_code == 415


def test_ones_own_and_nobody_elses(phone, learner, stranger, ingest):
    document = ingest(TIDES, learner).document
    ingest(TIDES, name="house.md")
    assert phone(learner).get(PATH).json()["count"] == 1
    assert phone(stranger).get(PATH).json()["count"] == 0
    assert phone(stranger).get(f"{PATH}{document.id}/").status_code == 404
    assert phone().get(PATH).status_code == 401


def test_the_list_needs_two_statements(phone, learner, ingest, django_assert_num_queries):
    for number in range(3):
        ingest(TIDES.replace("moon", f"moon {number}"), learner, name=f"{number}.md")
    with django_assert_num_queries(2):
        phone(learner).get(PATH)


def test_a_reading_is_undone_once(phone, learner, ingest):
    document = ingest(TIDES, learner).document
    body, path = {"key": str(uuid4())}, f"{PATH}{document.id}/undo/"
    first = phone(learner).post(path, body, format="json")
    again = phone(learner).post(path, body, format="json")
    assert first.json() == again.json() == {"id": str(document.id), "gone": True}
    assert phone(learner).get(PATH).json()["count"] == 0


def test_a_preview_is_discarded(phone, learner):
    send(phone(learner), tides())
    runner.work_once()
    (waiting,) = phone(learner).get(PREVIEWS).json()["results"]
    path = f"{PREVIEWS}{waiting['id']}"
    answer = phone(learner).post(f"{path}/discard/", {"key": str(uuid4())}, format="json")
    assert answer.json()["state"] == "discarded"
    answer = phone(learner).post(f"{path}/accept/", {"key": str(uuid4())}, format="json")
    assert (answer.status_code, answer.json()["code"]) == (409, "decided")


def test_a_mentor_shares_and_takes_back(phone, mentor, learner, ingest):
    document = ingest(TIDES, mentor).document
    body = {"key": str(uuid4()), "email": learner.email}
    answer = phone(mentor).post(f"{PATH}{document.id}/share/", body, format="json")
    assert answer.json()["shared_with"] == [learner.email]
    assert phone(learner).get("/api/v1/questions/?q=moon").json()["count"] == 2
    body = {"key": str(uuid4()), "email": learner.email}
    answer = phone(mentor).post(f"{PATH}{document.id}/unshare/", body, format="json")
    assert answer.json()["visibility"] == "private"
    assert phone(learner).get("/api/v1/questions/?q=moon").json()["count"] == 0
