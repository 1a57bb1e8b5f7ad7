"""Likeness: trivially reworded prompts are one question, all others stay apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.bank.rules.likeness import fingerprint

SAME = [
    ("What is a mutex?", "what is a Mutex"),
    ("What is a mutex?", "12. What is a mutex?"),
    ("What is a mutex?", "**Q3:** What is a mutex?"),
    ("What is a mutex?", "Question 7 - What's a mutex?"),
    ("What is a mutex?", "What is `mutex`?"),
    ("What are mutexes used for?", "What are the mutexes used for?"),
    ("Explain the heap.", "Can you explain the heap?"),
    ("Explain the heap.", "Could you please explain the heap in detail?"),
    ("How do you test a queue?", "How would you test a queue?"),
    ("What is a stateless component?", "What are stateless components?"),
    ("REST vs RPC?", "REST versus RPC"),
    ("¿Qué es un índice?", "Qué es un índice"),
]

APART = [
    ("What is reserved memory?", "What is provisioned memory?"),
    ("How many rows per user may be kept?", "How many rows per account may be kept?"),
    ("What is C?", "What is C++?"),
    ("What is C?", "What is C#?"),
    ("What is .NET?", "What is net?"),
    ("How does == compare?", "How does === compare?"),
    ("When should you use a lock?", "When should you not use a lock?"),
    ("What is new in HTTP 2?", "What is new in HTTP 3?"),
    ("How do you scale reads?", "How do you scale reads in PostgreSQL?"),
    ("What is an index?", "Why is an index?"),
    ("What does this print?\n```\nprint(1)\n```", "What does this print?\n```\nprint(2)\n```"),
    ("What is shown? ![a](one.png)", "What is shown? ![a](two.png)"),
    ("Does a read block a write?", "Does a write block a read?"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_trivially_reworded_prompts_are_the_same(one, other):
    assert fingerprint(one) == fingerprint(other) != ""


@pytest.mark.parametrize(("one", "other"), APART)
def test_what_tells_questions_apart_is_kept(one, other):
    assert fingerprint(one) != fingerprint(other)


@pytest.mark.parametrize("prompt", ["", "What's the output?", "Which one is true?", "How to do it"])
def test_a_prompt_that_points_elsewhere_is_like_no_other(prompt):
    assert fingerprint(prompt) == ""


@given(st.text())
def test_any_prompt_has_a_print_that_ignores_case_of_ascii_and_space_around(prompt):
    found = fingerprint(prompt)
    assert len(found) in (0, 32)
    assert fingerprint(f"  {prompt}\n") == found


WORDS = ["how", "cache", "node", "fast", "write", "read", "a", "the", "log", "5"]


@given(st.lists(st.sampled_from(WORDS), min_size=3))
def test_numbering_and_a_question_mark_change_nothing(words):
    prompt = "Describe " + " ".join(words)
    assert fingerprint(prompt) == fingerprint(f"4) {prompt}?")
