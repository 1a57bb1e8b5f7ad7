"""Which questions are tried for a quiz, so that it comes out in the kinds that were asked for."""

from __future__ import annotations

import random
from uuid import uuid4

import pytest

from questions.quizzes.rules import SPARE, Candidate, ItemKind, tried

OPEN = [Candidate(uuid4(), frozenset(), "medium") for _ in range(200)]
GIVEN = [Candidate(uuid4(), frozenset(), "medium") for _ in range(6)]
WITHOUT_TEXT = [
    {ItemKind.CHOICE},
    {ItemKind.CHOICE, ItemKind.CLOZE},
    {ItemKind.CHOICE, ItemKind.CLOZE, ItemKind.ORDER},
]


def of(kinds, wanted, given=GIVEN):
    """How many with options of their own are tried, and how many others."""
    found = tried(given, OPEN, kinds, wanted, random.Random(3))
    assert len(found) == len(set(found))
    own = len(set(found) & set(given))
    return own, len(found) - own


@pytest.mark.parametrize("kinds", WITHOUT_TEXT, ids=len)
def test_where_nothing_is_to_be_typed_given_options_come_first(kinds):
    assert of(kinds, 6)[0] == 6
    assert of(kinds, 4)[0] == 4


def test_options_are_made_for_as_many_as_have_none_of_their_own():
    assert of({ItemKind.CHOICE}, 6) == (6, 0)
    assert of({ItemKind.CHOICE}, 8) == (6, 2 * 2 * SPARE)


def test_a_single_kind_is_tried_on_twice_as_many_as_several():
    assert of({ItemKind.CLOZE}, 5, given=[]) == (0, 2 * of({ItemKind.CLOZE, ItemKind.ORDER}, 5)[1])


def test_what_needs_no_options_is_tried_on_no_more_than_are_wanted():
    assert sum(of({ItemKind.TYPED, ItemKind.SPOKEN}, 10)) == 10
    assert sum(of({ItemKind.TYPED, ItemKind.CLOZE}, 10)) == 10 * SPARE
