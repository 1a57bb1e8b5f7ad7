"""Which questions are likely one, and which never, however many words they share."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.bank.rules.contrasts import apart
from questions.bank.rules.resemblance import Prompts, Side

OTHERS = [
    "What does a reverse proxy do?",
    "How do you rotate the logs of a server?",
    "Why is a checksum sent with every packet?",
    "Describe how a garbage collector finds what is unused",
    "What is a foreign key in a relational database?",
    "How do you choose the size of a thread pool?",
]


def like(one, other, answers=("", ""), documents=("a", "b")):
    prompts = Prompts(enumerate([one, other, *OTHERS]))
    sides = [Side(*row) for row in zip((one, other), answers, documents, strict=True)]
    return prompts.like(0, 1, *sides)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("What is a bloom filter?", "Explain the concept of bloom filters."),
        (
            "How do you shard a message queue?",
            "What are the best practices for sharding message queues?",
        ),
        ("How would you warm a cold cache?", "What is a cold cache, and how can you warm it?"),
    ],
)
def test_the_same_in_other_words_is_likely_one_question(one, other):
    assert like(one, other) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("What is an inner join?", "What is an outer join?"),
        ("What is the maximum number of rows per page?", "What is the maximum number per table?"),
        ("What is new in version 2?", "What is new in version 3?"),
        ("When should you use an index?", "When should you not use an index?"),
    ],
)
def test_another_qualifier_scope_number_or_a_negation_keeps_prompts_apart(one, other):
    assert apart(one, other)
    assert apart(other, one)
    assert like(one, other) is None


def test_an_author_who_asks_twice_in_one_document_asks_two_things():
    prompts = "How do you index text for search?", "How do you index numbers for search?"
    answers = ("A tree of words leads to rows.", "A tree of words leads to rows.")
    assert like(*prompts, answers) is not None
    assert like(*prompts, answers, documents=("a", "a")) is None


def test_the_evidence_names_what_is_shared_the_rarest_first():
    found = like("What does a bloom filter do?", "Explain a bloom filter in a proxy")
    assert found is not None
    assert set(found.shared) == {"bloom", "filter"}
    assert found.likeness == pytest.approx(found.prompts + 0.8 * found.answers)


def test_equal_answers_help_prompts_that_share_little():
    prompts = "How do you cut the cost of idle hosts?", "What would you do about hosts left idle?"
    said = "Scale the fleet down at night and stop what nobody asked for in an hour."
    without, with_answers = like(*prompts), like(*prompts, (said, said))
    assert with_answers is not None
    assert without is None or without.likeness < with_answers.likeness


@given(st.lists(st.text(st.sampled_from("ab cd?-"), max_size=20), min_size=2, max_size=8))
def test_likeness_goes_both_ways_and_stays_between_nothing_and_all(texts):
    prompts = Prompts(enumerate(texts))
    for one in range(len(texts)):
        for value, other in prompts.near(one):
            assert 0 <= value <= 1.000001
            assert prompts.likeness(other, one) == pytest.approx(value)
            assert other != one
