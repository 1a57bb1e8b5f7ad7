"""Search finds what one may see, whatever is typed."""

from __future__ import annotations

import uuid

import pytest
from django.contrib.auth.models import AnonymousUser
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from questions.bank import search
from questions.bank.models import Question, SearchEntry
from questions.bank.rules import terms
from tests import make

pytestmark = pytest.mark.django_db

SIGNS = ["c++", "a'b", '"', "AND", "OR", "NOT", "NEAR(", "*", ":*", "&", "|", "!", "--", "\x00"]
SIGNS += ["queue", "title:", "bank_search", "%", "_", "\\", "^", "(", ")", "<->", "🦀", "\ud800"]
TYPED = st.lists(st.sampled_from(SIGNS) | st.text(max_size=8), max_size=12)


def found(text, questions=None):
    rows = Question.objects.all() if questions is None else questions
    titles = dict(Question.objects.values_list("pk", "title"))
    return [titles[pk] for pk in search.ranked(rows, text)]


@pytest.fixture
def three(db):
    make.question("What is a queue for?", "It keeps messages.")
    make.question(
        "Why are messages lost?", "A worker dies before it answers. A queue repeats them."
    )
    make.question("How is a café run in C++?", "By caching_all results over-night.")


def test_all_words_must_be_there(three):
    assert set(found("queue messages")) == {"What is a queue for?", "Why are messages lost?"}
    assert found("queue dies") == ["Why are messages lost?"]
    assert found("queue cup") == []


def test_a_hit_in_the_title_comes_first(three):
    assert found("queue")[0] == "What is a queue for?"
    assert found("message")[0] == "Why are messages lost?"


@pytest.mark.parametrize(
    "typed", ["caf", "café", "CAFE", "c++", "caches", "night", "all", "over-night", "caching_all"]
)
def test_half_words_accents_and_other_forms_are_found(three, typed):
    assert found(typed) == ["How is a café run in C++?"]


def test_a_changed_entry_is_found_by_its_new_words_alone(three):
    SearchEntry.objects.filter(body="it keeps messages").update(body="it keeps letters")
    assert found("letters") == ["What is a queue for?"]
    assert found("keeps messages") == []
    Question.objects.filter(title="What is a queue for?").delete()
    assert found("letters") == []


def test_what_one_may_not_see_is_not_found(learner, stranger):
    make.question("What does my own service do?", owner=learner)
    assert len(found("service", Question.objects.seen_by(learner))) == 1
    assert found("service", Question.objects.seen_by(stranger)) == []
    assert found("service", Question.objects.seen_by(AnonymousUser())) == []


def test_filters_come_before_the_bound(three, monkeypatch):
    monkeypatch.setattr(search, "RANKED", 1)
    messages = make.topic("Messages")
    Question.objects.get(title="What is a queue for?").topics.add(messages)
    on_topic = Question.objects.about(["messages"])
    assert found("queue", on_topic) == ["What is a queue for?"]
    assert list(on_topic.matching("queue")) == [Question.objects.get(title="What is a queue for?")]


def test_no_more_than_a_bound_is_ranked(monkeypatch):
    monkeypatch.setattr(search, "MOST", 2)
    for number in range(4):
        make.question(f"What is queue number {number}?")
    assert len(found("queue")) == 2


@pytest.mark.parametrize("typed", ["", "  ", "+++", "🦀", "\x00", "'", '"'])
def test_a_text_without_a_word_finds_nothing(three, typed):
    assert found(typed) == []


def test_nobodys_questions_need_no_statement(three):
    assert search.ranked(Question.objects.none(), "queue") == []


@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(TYPED, st.sampled_from([" ", ""]))
def test_nothing_that_can_be_typed_is_an_error(three, pieces, between):
    for pk in search.ranked(Question.objects.all(), between.join(pieces)):
        assert isinstance(pk, uuid.UUID)


@given(TYPED)
def test_a_query_is_made_of_letters_and_digits(pieces):
    for word in terms.wanted(" ".join(pieces)):
        assert word.isalnum()


def test_scripts_without_blanks_are_found_by_letter(db):
    make.question("什么是消息队列？")
    entry = SearchEntry.objects.get()
    entry.title = terms.folded(entry.title)
    entry.save()
    assert found("队列") == ["什么是消息队列？"]
