"""A file that was read before is known by its bytes, as long as reading it would change nothing."""

from __future__ import annotations

from datetime import timedelta

import pytest

from questions.bank.models import Question
from questions.ingest import actions, recipe
from questions.ingest.models import Reading
from tests.ingest.texts import ESSAY, TIDES


@pytest.fixture
def again(noon):
    """again(text): what comes of the bytes of a file one day later, without reading them."""

    def look(text, owner=None, *, name="tides.md", days=1):
        at = noon + timedelta(days=days)
        return actions.unchanged(name, text.encode(), owner, at=at)

    return look


@pytest.mark.parametrize("text", [TIDES, ESSAY])
def test_the_same_bytes_come_to_what_reading_them_again_does(ingest, again, noon, text):
    ingest(text)
    known, read = again(text), ingest(text, at=noon + timedelta(days=2))
    assert (known.document, known.written) == (read.document, read.written)
    counts = known.questions, known.articles, known.skipped
    assert counts == (read.questions, read.articles, read.skipped)


def test_that_they_were_seen_is_noted_and_no_question_changes(ingest, again, noon):
    ingest(TIDES)
    before = list(Question.objects.order_by("pk").values())
    again(TIDES)
    assert list(Question.objects.order_by("pk").values()) == before
    assert Reading.objects.get().again == noon + timedelta(days=1)


def test_other_bytes_another_name_and_another_owner_are_read(ingest, again, learner):
    ingest(TIDES)
    assert again(TIDES + " ") is None
    assert again(TIDES, name="waves.md") is None
    assert again(TIDES, learner) is None


def test_what_other_rules_read_is_read_again(ingest, again, monkeypatch):
    ingest(TIDES)
    monkeypatch.setattr(recipe, "current", lambda: "other rules")
    assert again(TIDES) is None


def test_what_was_undone_removed_or_left_out_is_read_again(ingest, again, editor, noon):
    ingest(TIDES, editor, leave=["0"])
    assert again(TIDES, editor) is None
    document = ingest(TIDES, editor).document
    assert again(TIDES, editor) is not None
    actions.undo(Reading.objects.get(document=document, latest=True), by=editor, at=noon)
    assert again(TIDES, editor) is None
    actions.remove(ingest(TIDES, editor).document, by=editor, at=noon)
    assert again(TIDES, editor) is None


def test_a_question_that_changed_since_has_the_file_read_once_more(ingest, again, noon):
    document = ingest(TIDES).document
    later = noon + timedelta(hours=1)
    Question.objects.filter(document=document, position=0).update(updated=later)
    assert again(TIDES) is None
    ingest(TIDES, at=later)
    assert again(TIDES) is not None
    Question.objects.filter(document=document, position=0).update(state="retired")
    assert again(TIDES) is None
