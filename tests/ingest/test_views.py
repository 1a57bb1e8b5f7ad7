"""The library in a browser."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from questions.bank.models import Question
from questions.ingest.models import Reading
from questions.jobs import runner
from questions.jobs.models import Job
from tests.conftest import HTMX, signed_in
from tests.ingest.texts import ESSAY, TIDES

LIBRARY, UPLOAD = "ingest:library", "ingest:upload"


def file(text=TIDES, name="tides.md"):
    return SimpleUploadedFile(name, text if isinstance(text, bytes) else text.encode())


def send(client, *files, key=None):
    return client.post(reverse(UPLOAD), {"documents": list(files), "key": str(key or uuid4())})


def test_an_empty_library_says_what_to_do(browser):
    shown = browser.get(reverse(LIBRARY)).content.decode()
    assert "There is no document of yours yet" in shown
    assert 'name="key"' in shown
    assert "multiple" in shown


def test_the_fragment_alone_for_htmx(browser):
    shown = browser.get(reverse(LIBRARY), headers=HTMX).content
    assert shown.startswith(b'<section id="library"') or shown.strip().startswith(b"<section")


def test_an_upload_becomes_a_job_and_then_a_document(browser, learner):
    answer = send(browser, file())
    job = Job.objects.get()
    assert answer.status_code == 302
    assert answer.url == reverse("jobs:job", args=[job.id])
    assert job.title in browser.get(reverse(LIBRARY)).content.decode()
    runner.work_once()
    page = browser.get(answer.url).content.decode()
    reading = Reading.objects.get()
    assert reverse("ingest:document", args=[reading.document_id]) in page
    assert "3 questions" in browser.get(reverse(LIBRARY)).content.decode()


def test_the_same_form_twice_is_one_job(browser):
    key = uuid4()
    assert send(browser, file(), key=key).url == send(browser, file(), key=key).url
    assert Job.objects.count() == 1


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ([], "Choose at least one document"),
        ([file(b"%PDF-1.4 \x00", "moon.md")], "This is named .md, but it is a PDF"),
        ([file("", "nothing.md")], "nothing.md is empty"),
    ],
)
def test_what_cannot_be_read_is_said_at_once(browser, files, said):
    answer = send(browser, *files)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not Job.objects.exists()


def test_too_much_is_said_at_once(browser, settings):
    settings.UPLOAD_LIMIT = 1024 * 1024
    answer = send(browser, file("a" * 600_000), file("b" * 600_000))
    assert answer.status_code == 422
    assert "more than 1 MB" in answer.content.decode()


def test_a_document_shows_what_was_found_and_what_was_left_out(browser, learner, ingest):
    document = ingest(TIDES + "\n---\n\n[Back to top](#tides)\n", learner).document
    ingest(ESSAY, learner, name="sea.txt")
    shown = browser.get(reverse("ingest:document", args=[document.id])).content.decode()
    reading = Reading.objects.get(document=document)
    assert f"document={document.id}" in shown
    for left in reading.skipped:
        assert left["reason"] in shown


def test_nobody_elses_document_is_there(stranger, learner, ingest):
    document = ingest(TIDES, learner).document
    client = signed_in(stranger)
    assert client.get(reverse("ingest:document", args=[document.id])).status_code == 404
    assert client.post(reverse("ingest:remove", args=[document.id])).status_code == 404
    assert "Tides" not in client.get(reverse(LIBRARY)).content.decode()


def test_the_houses_documents_are_not_ones_own(browser, ingest):
    document = ingest(TIDES).document
    assert browser.get(reverse("ingest:document", args=[document.id])).status_code == 404


def test_a_document_is_taken_out(browser, learner, ingest):
    document = ingest(TIDES, learner).document
    answer = browser.post(reverse("ingest:remove", args=[document.id]), follow=True)
    assert "is out of your library" in answer.content.decode()
    assert not Question.objects.exists()


def test_nobody_is_asked_to_sign_in(client):
    assert client.get(reverse(LIBRARY)).status_code == 302
    assert client.post(reverse(UPLOAD)).status_code == 302


def test_the_list_needs_as_many_statements_for_many(
    browser, learner, ingest, django_assert_num_queries
):
    for number in (1, 12):
        for each in range(number):
            ingest(TIDES.replace("moon", f"moon {each}"), learner, name=f"{number}-{each}.md")
        with django_assert_num_queries(5):
            browser.get(reverse(LIBRARY), headers=HTMX)
