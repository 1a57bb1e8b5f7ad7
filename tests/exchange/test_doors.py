"""Bring and take through both doors."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from questions.exchange.models import Bringing
from questions.jobs import runner
from questions.jobs.models import Job
from tests import make
from tests.conftest import signed_in

HOME = reverse("exchange:home")
ZIP = b"PK\x03\x04 and no more"


@pytest.fixture(autouse=True)
def _own_media(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path)


def package(name="deck.apkg", data=ZIP) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def test_a_package_is_read_in_the_background_and_what_is_wrong_is_said(browser):
    answer = browser.post(reverse("exchange:bring"), {"key": uuid4(), "package": package()})
    assert runner.work_once()
    assert "damaged" in browser.get(answer["Location"]).content.decode()


@pytest.mark.parametrize("file", [package("notes.txt"), package(data=b"SQLite format 3")])
def test_what_is_no_package_is_refused_at_once(browser, file):
    answer = browser.post(reverse("exchange:bring"), {"key": uuid4(), "package": file})
    assert answer.status_code == 422
    assert "no package of Anki" in answer.content.decode()
    assert not Job.objects.exists()


def test_what_is_too_large_is_refused_at_once(browser, settings):
    settings.UPLOAD_LIMIT = 10
    answer = browser.post(reverse("exchange:bring"), {"key": uuid4(), "package": package()})
    assert answer.status_code == 413


def test_a_package_is_shown_before_it_is_added(browser, learner):
    found = make.bringing(learner, left=[])
    assert found.name in browser.get(HOME).content.decode()
    page = browser.get(reverse("exchange:bringing", args=[found.pk])).content.decode()
    assert "Nothing is added yet" in page
    browser.post(reverse("exchange:discard", args=[found.pk]))
    assert (
        "discarded" in browser.get(reverse("exchange:bringing", args=[found.pk])).content.decode()
    )
    assert not Bringing.objects.waiting().exists()


def test_a_file_is_written_in_the_background_and_fetched_by_its_owner_alone(
    browser, learner, stranger
):
    make.card(learner)
    key = uuid4()
    answer = browser.post(reverse("exchange:take"), {"key": key, "kind": "apkg"})
    again = browser.post(reverse("exchange:take"), {"key": key, "kind": "apkg"})
    assert answer["Location"] == again["Location"]
    assert runner.work_once()
    job = Job.objects.get()
    assert "1 cards" in browser.get(answer["Location"]).content.decode()
    at = reverse("exchange:file", args=[job.pk])
    file = browser.get(at)
    assert b"".join(file.streaming_content).startswith(b"PK")
    assert file["Content-Disposition"].startswith('attachment; filename="rehearsal-cards-')
    assert signed_in(stranger).get(at).status_code == 404


def test_the_page_asks_the_same_whatever_there_is(browser, learner, django_assert_num_queries):
    for count in (1, 6):
        for n in range(count):
            make.bringing(learner, f"{count}-{n}.apkg")
        with django_assert_num_queries(4):  # session, person, waiting, jobs
            browser.get(HOME)


def test_a_phone_brings_and_takes(phone, learner):
    api = phone(learner)
    body = {"key": str(uuid4()), "package": package()}
    sent = api.post("/api/v1/bringings/", body, format="multipart")
    assert sent.status_code == 202
    found = make.bringing(learner)
    (shown,) = api.get("/api/v1/bringings/").json()["results"]
    assert shown["name"] == found.name
    key = {"key": str(uuid4())}
    job = api.post(f"/api/v1/bringings/{found.pk}/accept/", key)
    assert job.status_code == 202
    assert api.post(f"/api/v1/bringings/{found.pk}/accept/", key).json() == job.json()
    make.card(learner)
    wanted = api.post("/api/v1/takings/", {"key": str(uuid4()), "kind": "json"}).json()
    while runner.work_once():
        pass
    file = api.get(f"/api/v1/takings/{wanted['id']}/file/")
    assert b"rehearsal everything" in b"".join(file.streaming_content)
    found.refresh_from_db()
    assert found.state == "accepted"
