"""Whatever is typed into a search box finds something or nothing, and never breaks anything."""

from __future__ import annotations

import os

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from questions.bank.models import Question
from questions.bank.search import ranked
from tests import make

STRINGS = int(os.environ.get("SAFETY_STRINGS", "300"))
PIECES = [
    *("c++", "c#", ".net", "a'b", 'say "no"', "NEAR(", "AND", "OR", "NOT", "title:", "^bucket"),
    *("bucket*", "*", "-", "--", ";", "')", '"', "(", ")", "{", "}", "&", "|", "!", "<->", ":*"),
    *("%", "_", "\\", "\x00", "\x1a", "\u202e", "\ud7ff", "ı", "ß", "İ", "𝔘", "\U0010ffff"),
    *("bucket", "named", "'; DROP TABLE bank_question; --", "1=1", "${x}", "{{x}}", "a" * 5000),
]
texts = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=8).map("".join),
)
STEADY = settings(
    max_examples=STRINGS,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture
def bucket(db):
    return make.question("What is a bucket?", "A named place for objects.")


@STEADY
@given(text=texts)
def test_no_text_is_an_error_of_syntax(bucket, text):
    found = ranked(Question.objects.all(), text)
    assert set(found) <= {bucket.pk}
    assert not connection.needs_rollback


@settings(STEADY, max_examples=max(10, STRINGS // 10))
@given(text=texts)
def test_both_doors_answer_any_text(bucket, client, browser, phone, learner, text):
    for page in ("/bank/", "/quizzes/", "/flashcards/cards/"):
        assert browser.get(page, {"q": text, "topic": text}).status_code in {200, 422}
    for path in ("/api/v1/questions/", "/api/v1/cards/", "/api/v1/topics/"):
        answer = phone(learner).get(path, {"q": text, "topic": text, "source": text})
        assert answer.status_code in {200, 400, 404}, answer.content


def test_a_text_that_would_be_a_command_is_only_words(bucket):
    for text in ("bucket'; DROP TABLE bank_question; --", 'bucket" OR title:"x', "bucket)--"):
        ranked(Question.objects.all(), text)
    assert Question.objects.filter(pk=bucket.pk).exists()
    assert ranked(Question.objects.all(), "bucket") == [bucket.pk]
