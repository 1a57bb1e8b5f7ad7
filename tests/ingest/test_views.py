"""The library in a browser."""

from __future__ import annotations

import json
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from questions.bank.models import Document, Question, Sharing
from questions.ingest.models import Preview, Reading
from questions.jobs import runner
from questions.jobs.models import Job
from tests import make
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
    assert answer.url == reverse("ingest:bringing", args=[job.id])
    assert job.title in browser.get(reverse(LIBRARY)).content.decode()
    runner.work_once()
    page = browser.get(answer.url).content.decode()
    assert "Add all 3 questions" in page
    assert "Waiting for your word" in browser.get(reverse(LIBRARY)).content.decode()
    accepting = reverse("ingest:accept_all", args=[job.id])
    added = browser.post(accepting, {"key": str(uuid4())}, follow=True).content.decode()
    assert "3 new, 0 updated, 0 retired" in added
    assert browser.post(accepting, {"key": str(uuid4())}).url == answer.url
    assert "3 questions" in browser.get(reverse(LIBRARY)).content.decode()


def test_text_is_pasted_and_pasted_anew(browser, learner):
    for text, said in ((TIDES, "3 new"), (TIDES.replace("twice a day", "two times a day"), "1 up")):
        body = {"text": text, "called": "Tides / of mine", "key": str(uuid4())}
        waits = browser.post(reverse(UPLOAD), body).url
        runner.work_once()
        assert said in browser.get(waits).content.decode()
        browser.post(f"{waits}accept/", {"key": str(uuid4())})
    assert [str(one.name) for one in Document.objects.all()] == ["Tides of mine.md"]


def test_a_preview_is_ticked_one_by_one(browser, learner, ingest):
    ingest(TIDES, learner)
    send(browser, file(TIDES.replace("twice a day", "two times a day").replace("Because", "For")))
    runner.work_once()
    preview = Preview.objects.get()
    shown = browser.get(reverse("ingest:preview", args=[preview.id])).content.decode()
    assert "<ins>two times</ins>" in shown
    keys = [change["key"] for change in preview.changes]
    body = {"shown": json.dumps(keys), "take": keys[:1], "key": str(uuid4())}
    browser.post(reverse("ingest:accept", args=[preview.id]), body)
    preview.refresh_from_db()
    assert preview.reading.updated == 1


def test_a_preview_is_discarded(browser):
    send(browser, file())
    runner.work_once()
    preview = Preview.objects.get()
    browser.post(reverse("ingest:discard", args=[preview.id]))
    shown = browser.get(reverse("ingest:preview", args=[preview.id])).content.decode()
    assert "This was discarded" in shown
    assert not Question.objects.exists()


def test_the_latest_reading_is_undone(browser, learner, ingest):
    document = ingest(TIDES, learner).document
    shown = browser.get(reverse("ingest:document", args=[document.id])).content.decode()
    undo = reverse("ingest:undo", args=[Reading.objects.get().id])
    assert undo in shown
    assert "Undone" in browser.post(undo, follow=True).content.decode()
    assert not Question.objects.exists()


def test_a_mentor_shares_and_takes_back(mentor, learner, ingest):
    client, document = signed_in(mentor), ingest(TIDES, mentor).document
    page = reverse("ingest:document", args=[document.id])
    assert "Shared with" in client.get(page).content.decode()
    client.post(reverse("ingest:share", args=[document.id]), {"email": learner.email})
    assert Question.objects.seen_by(learner).count() == 3
    assert learner.email in client.get(page).content.decode()
    sharing = Sharing.objects.get()
    client.post(reverse("ingest:unshare", args=[sharing.id]))
    assert Question.objects.seen_by(learner).count() == 0


def test_an_editor_publishes_their_own_and_keeps_the_houses(editor, ingest, client):
    browser, document = signed_in(editor), ingest(TIDES, editor).document
    house = ingest(TIDES.replace("tide", "wave"), name="house.md").document
    browser.post(reverse("ingest:publish", args=[document.id]))
    assert Question.objects.filter(document=document, visibility="public").count() == 3
    browser.post(reverse("ingest:withdraw", args=[document.id]))
    assert not Question.objects.filter(document=document, visibility="public").exists()
    assert browser.get(reverse("ingest:document", args=[house.id])).status_code == 200


def test_what_lacks_something_is_listed(browser, learner):
    bare = make.question("What is bare?", "", owner=learner)
    make.question(owner=learner)
    shown = browser.get(reverse("ingest:look")).content.decode()
    assert reverse("bank:edit", args=[bare.id]) in shown
    assert "bucket" not in shown


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
    assert answer.status_code == 413
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
        with django_assert_num_queries(11):
            browser.get(reverse(LIBRARY), headers=HTMX)
