"""Documents into the bank, again, changed, renamed, and out of it."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest

from questions.bank.models import Answer, Document, KeyPoint, Question
from questions.bank.rules.given import Written
from questions.errors import KeyReused, NotAllowed
from questions.flashcards import actions as flashcards
from questions.ingest import actions, uploads
from questions.ingest.actions.previews import ChangedMeanwhile, Decided
from questions.ingest.actions.reading import NotTheLatest
from questions.ingest.models import Preview, Reading
from questions.jobs import actions as jobs
from questions.jobs import runner
from tests.ingest.texts import ESSAY, TIDES, VERIFIED


def rows():
    return [
        list(model.objects.order_by("pk").values())
        for model in (Document, Question, Answer, KeyPoint)
    ]


def test_a_document_brings_its_questions(ingest):
    outcome = ingest(TIDES)
    assert outcome.written == Written(created=3)
    assert Question.objects.filter(document=outcome.document).count() == 3


def test_the_same_again_changes_no_row(ingest, noon):
    ingest(TIDES)
    before = rows()
    later = noon + timedelta(days=1)
    assert ingest(TIDES, at=later).written == Written(unchanged=3)
    assert rows() == before
    assert Reading.objects.get().again == later


def test_every_reading_that_changes_something_is_kept(ingest, noon):
    ingest(TIDES)
    outcome = ingest(TIDES.replace("twice a day", "two times a day"), at=noon + timedelta(days=1))
    assert outcome.written.updated == 1
    last, first = Reading.objects.of(outcome.document)
    assert (last.updated, last.latest, first.created, first.latest) == (1, True, 3, False)


def test_the_house_is_public_and_may_be_verified(ingest):
    ingest(VERIFIED)
    assert set(Question.objects.values_list("visibility", flat=True)) == {"public"}
    assert set(Answer.objects.values_list("verified", flat=True)) == {True}


def test_a_persons_own_is_private_and_never_verified(ingest, learner, stranger):
    ingest(VERIFIED, learner)
    assert set(Question.objects.values_list("visibility", flat=True)) == {"private"}
    assert not Answer.objects.filter(verified=True).exists()
    assert Question.objects.seen_by(learner).count() == 3
    assert Question.objects.seen_by(stranger).count() == 0


def test_a_renamed_document_is_the_same_document(ingest):
    first = ingest(TIDES, name="tides.md")
    second = ingest(TIDES, name="sea/tides-and-waves.md")
    assert second.document == first.document
    assert second.written == Written(unchanged=3)
    assert Document.objects.get().name == "sea/tides-and-waves.md"


def test_a_copy_beside_it_is_another_document(ingest):
    both = frozenset({"tides.md", "copy.md"})
    ingest(TIDES, name="tides.md", others=both)
    outcome = ingest(TIDES, name="copy.md", others=both)
    assert Document.objects.count() == 2
    assert outcome.written.folded == 3


def test_two_people_may_bring_a_file_of_one_name(ingest, learner, stranger):
    ingest(TIDES, learner)
    assert ingest(TIDES, stranger).written.created == 3


def test_a_part_of_a_job_is_done_once(ingest, learner, uploaded):
    task = actions.Task(uploaded(learner, ("tides.md", TIDES)), 0)
    assert ingest(TIDES, learner, task=task).written.created == 3
    assert ingest(TIDES, learner, task=task).written.created == 3
    assert Question.objects.count() == 3
    assert Reading.objects.count() == 1


def test_an_upload_is_read_in_the_background_and_waits(learner, uploaded):
    job = uploaded(learner, ("tides.md", TIDES), ("sea.txt", ESSAY))
    assert runner.work_once()
    job.refresh_from_db()
    assert job.state == "done"
    assert [row["name"] for row in job.result["rows"]] == ["tides.md", "sea.txt"]
    assert job.result["rows"][0]["words"] == "3 questions: 3 new, 0 updated, 0 retired"
    assert job.result["rows"][1]["words"].startswith("0 questions")
    assert not Question.objects.exists()
    assert not Document.objects.exists()
    assert [(p.new, p.waiting) for p in Preview.objects.order_by("part")] == [(3, True), (0, True)]
    assert list(uploads.folder().iterdir()) == []


def test_what_is_accepted_is_written_once(learner, uploaded, accepted, noon):
    (preview,) = accepted(uploaded(learner, ("tides.md", TIDES)))
    assert Question.objects.filter(owner=learner).count() == 3
    assert (preview.state, preview.reading.created, preview.found) == ("accepted", 3, "")
    with pytest.raises(Decided):
        actions.accept(preview, by=learner, at=noon)
    with pytest.raises(Decided):
        actions.discard(preview, by=learner, at=noon)


def test_what_is_discarded_is_gone(learner, uploaded, noon):
    uploaded(learner, ("tides.md", TIDES))
    runner.work_once()
    preview = Preview.objects.get()
    actions.discard(preview, by=learner, at=noon)
    actions.discard(preview, by=learner, at=noon)
    assert (preview.state, preview.found) == ("discarded", "")
    assert not Question.objects.exists()


def test_some_changes_are_accepted_and_others_not(learner, ingest, uploaded, noon):
    document = ingest(TIDES, learner).document
    changed = TIDES.replace("twice a day", "two times a day").replace("Because", "For")
    uploaded(learner, ("tides.md", changed + "\n## What is slack water?\nThe turn of the tide.\n"))
    runner.work_once()
    preview = Preview.objects.get()
    assert (preview.document, preview.new, preview.updated, preview.unchanged) == (
        document,
        1,
        2,
        1,
    )
    keys = {change["title"]: change["key"] for change in preview.changes}
    leave = {keys["Why are some tides larger?"], keys["What is slack water?"]}
    outcome = actions.accept(preview, by=learner, at=noon, leave=leave)
    assert (outcome.written.created, outcome.written.updated) == (0, 1)
    assert Answer.objects.filter(text__contains="two times").exists()
    assert not Answer.objects.filter(text__contains="For sun").exists()


def test_parts_of_an_old_preview_are_not_accepted_unseen(learner, ingest, uploaded, noon):
    uploaded(learner, ("tides.md", TIDES))
    runner.work_once()
    preview = Preview.objects.get()
    ingest(TIDES, learner)
    with pytest.raises(ChangedMeanwhile):
        actions.accept(preview, by=learner, at=noon, leave={"0"})
    preview.refresh_from_db()
    assert (preview.new, preview.unchanged, preview.changes) == (0, 3, [])


def test_much_is_written_in_the_background(learner, uploaded, noon):
    uploaded(learner, ("tides.md", TIDES), ("waves.md", TIDES.replace("tide", "wave")))
    runner.work_once()
    previews = list(Preview.objects.all())
    job = actions.accept_later(previews, by=learner, key=uuid4(), at=noon)
    runner.work_once()
    job.refresh_from_db()
    assert job.result["summary"] == "Questions: 6 new, 0 updated, 0 retired."


def test_only_an_editor_brings_for_the_house(learner, editor, noon):
    files = [("tides.md", TIDES.encode())]
    with pytest.raises(NotAllowed):
        actions.upload(learner, files, key=uuid4(), at=noon, house=True)
    actions.upload(editor, files, key=uuid4(), at=noon, house=True)
    runner.work_once()
    actions.accept(Preview.objects.get(), by=editor, at=noon)
    assert set(Question.objects.values_list("owner", "visibility")) == {(None, "public")}


def test_readings_are_undone_back_through_history(ingest, learner, noon):
    document = ingest(TIDES, learner).document
    second = TIDES.replace("twice a day", "two times a day")
    ingest(second, learner, at=noon + timedelta(days=1))
    latest = Reading.objects.of(document).first()
    assert actions.undo(latest, by=learner, at=noon) == document
    was = document.sha256
    document.refresh_from_db()
    assert document.sha256 == was
    assert not Answer.objects.filter(text__contains="two times").exists()
    with pytest.raises(NotTheLatest):
        actions.undo(latest, by=learner, at=noon)
    first = Reading.objects.library_of(learner).get()
    assert actions.undo(first, by=learner, at=noon) is None
    assert not Question.objects.exists()
    assert not Document.objects.exists()


def test_a_document_that_was_undone_can_come_back(ingest, learner, noon):
    document = ingest(TIDES, learner).document
    kept = Question.objects.first()
    flashcards.add(learner, [kept.pk], key=uuid4(), at=noon)
    actions.undo(Reading.objects.get(), by=learner, at=noon)
    assert [q.state for q in Question.objects.all()] == ["retired"]
    assert not Reading.objects.library_of(learner).exists()
    assert ingest(TIDES, learner, at=noon + timedelta(days=1)).document == document
    kept.refresh_from_db()
    assert kept.state == "published"
    assert Reading.objects.library_of(learner).count() == 1


def test_what_cannot_be_read_is_named_and_the_rest_goes_in(learner, noon):
    files = [("moon.pdf", b"%PDF-1.4 \x00\x01"), ("tides.md", TIDES.encode())]
    job = actions.upload(learner, files, key=uuid4(), at=noon)
    runner.work_once()
    job.refresh_from_db()
    refused, read = job.result["rows"]
    assert refused["refused"]
    assert "PDF" in refused["words"]
    assert read["words"].startswith("3 questions")
    assert "1 document could not be read" in job.result["summary"]


def test_a_job_begun_twice_writes_once(learner, uploaded, noon):
    job = uploaded(learner, ("tides.md", TIDES))
    dead = jobs.claim(at=noon)
    what = {"name": "tides.md", "stored": dead.arguments["files"][0]["stored"]}
    assert what in job.arguments["files"]
    jobs.requeue_stale(at=noon + timedelta(minutes=1))
    runner.work_once()
    jobs.finish(dead, {}, at=noon)
    job.refresh_from_db()
    assert (job.state, job.attempts) == ("done", 2)
    assert Preview.objects.count() == 1


def test_the_same_key_is_the_same_upload(learner, uploaded):
    key = uuid4()
    assert uploaded(learner, ("a.md", TIDES), key=key) == uploaded(
        learner, ("a.md", TIDES), key=key
    )
    with pytest.raises(KeyReused):
        uploaded(learner, ("a.md", ESSAY), key=key)


def test_files_of_one_name_are_told_apart(learner, uploaded):
    job = uploaded(learner, ("notes.md", TIDES), ("notes.md", ESSAY))
    assert [file["name"] for file in job.arguments["files"]] == ["notes.md", "notes (2).md"]


def test_what_another_job_waits_for_is_kept(learner, uploaded):
    uploaded(learner, ("a.md", TIDES))
    uploaded(learner, ("b.md", TIDES))
    runner.work_once()
    assert len(list(uploads.folder().iterdir())) == 1
    runner.work_once()
    assert list(uploads.folder().iterdir()) == []


def test_a_removed_document_leaves_nothing(ingest, learner, noon):
    document = ingest(TIDES, learner).document
    assert actions.remove(document, by=learner, at=noon) == 0
    assert not Document.objects.exists()
    assert not Question.objects.exists()
    assert not Reading.objects.exists()


def test_what_somebody_learned_survives_its_document_and_comes_back(ingest, learner, noon):
    document = ingest(TIDES, learner).document
    kept = Question.objects.first()
    flashcards.add(learner, [kept.pk], key=uuid4(), at=noon)
    assert actions.remove(document, by=learner, at=noon) == 1
    assert Question.objects.get().state == "retired"
    assert not Reading.objects.library_of(learner).exists()
    ingest(TIDES, learner, at=noon + timedelta(days=1))
    kept.refresh_from_db()
    assert kept.state == "published"
    assert Question.objects.count() == 3
    assert Reading.objects.library_of(learner).count() == 1


def test_house_topics_follow_the_tree(db):
    assert actions.grow_house() > 0
    assert actions.grow_house() == 0
