"""Difficulty: a document's word goes first, and prompt and answer speak where it says nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.bank.rules import difficulty
from questions.bank.rules.difficulty import Difficulty, Source

EASY, MEDIUM, HARD = Difficulty.EASY, Difficulty.MEDIUM, Difficulty.HARD


@pytest.mark.parametrize(
    ("said", "level"),
    [
        ("easy", EASY),
        ("Difficulty: Easy", EASY),
        ("Beginner level questions", EASY),
        ("Basic (1-20)", EASY),
        ("SQL Basics", EASY),
        ("★☆☆", EASY),
        ("🟢", EASY),
        ("Nivel: fácil", EASY),
        ("Medium", MEDIUM),
        ("**Intermediate**", MEDIUM),
        ("★★☆", MEDIUM),
        ("难度：中等", MEDIUM),
        ("hard", HARD),
        ("Advanced Networking Concepts", HARD),
        ("Senior level", HARD),
        ("Expert", HARD),
        ("★★★", HARD),
        ("Продвинутый уровень", HARD),
    ],
)
def test_a_stated_level_is_read_in_many_forms(said, level):
    assert difficulty.of("Why?", "Because.", said) == (level, Source.STATED)


@pytest.mark.parametrize(
    "said",
    [
        None,
        "",
        "Networking",
        "Simple queues in practice",
        "Hard disks",
        "Easy to hard",
        "Middle tier servers",
        "Basic to advanced",
    ],
)
def test_what_states_no_single_level_leaves_it_to_the_signals(said):
    assert difficulty.of("Why?", "Because.", said)[1] is Source.SIGNALS


PARAGRAPH = "A transaction groups several statements so that all of them hold or none does. " * 8


@pytest.mark.parametrize(
    ("prompt", "answer", "level"),
    [
        ("What is the default port of PostgreSQL?", "5432.", EASY),
        ("Can a table have two primary keys?", "No, one at most.", EASY),
        ("What is a deque?", "A queue that is open at both ends.", EASY),
        ("Explain how a B-tree splits a page.", PARAGRAPH, MEDIUM),
        ("What is the difference between a view and a table?", PARAGRAPH, MEDIUM),
        ("How would you design retries for a payment service?", PARAGRAPH, HARD),
        ("How would you debug random failures at scale?", PARAGRAPH * 3, HARD),
    ],
)
def test_signals_tell_recall_from_explaining_from_designing(prompt, answer, level):
    assert difficulty.of(prompt, answer, None) == (level, Source.SIGNALS)


@given(st.text(), st.text(), st.none() | st.text())
def test_any_text_has_one_level(prompt, answer, said):
    level, source = difficulty.of(prompt, answer, said)
    assert level in Difficulty
    assert source in (Source.STATED, Source.SIGNALS)
    assert difficulty.of(prompt, answer, said) == (level, source)
