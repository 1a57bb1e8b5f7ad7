"""Gaps and steps that are made from the bank, and what is refused rather than made badly."""

from __future__ import annotations

import random
from itertools import pairwise
from uuid import UUID

import pytest

from questions.quizzes.rules import Told, gap_of_amount, steps_of

SEEDS = range(12)


def told(prompt="How long may a lamp burn, and what limits it?", answer="", points=(), others=()):
    return Told(UUID(int=1), prompt, answer.split(". ")[0], tuple(points), (answer, *others))


def amounts(one):
    return [made for seed in SEEDS if (made := gap_of_amount(one, random.Random(seed)))]


BURNS = "A lamp with a full tank may burn for at most 15 minutes in one go."


def test_an_amount_is_asked_for_among_others_of_its_unit():
    for statement, options in amounts(told(answer=BURNS)):
        assert statement == BURNS.replace("15", "____")
        values = [int(option.text) for option in options]
        assert values == sorted(values)
        assert len(set(values)) == 4
        assert [option.text for option in options if option.correct] == ["15"]
        assert all(b / a >= 1.4 for a, b in pairwise(values))


def test_the_right_amount_is_not_always_at_one_place():
    places = {
        [option.correct for option in options].index(True)
        for _, options in amounts(told(answer=BURNS))
    }
    assert len(places) >= 3


def test_an_amount_that_the_answers_name_is_no_wrong_option():
    one = told(answer=BURNS, others=("A torch burns 10 minutes, a candle 1,800 seconds.",))
    for _, options in amounts(one):
        assert {option.text for option in options}.isdisjoint({"10", "30"})


@pytest.mark.parametrize(
    "answer",
    [
        "For example a lamp may burn for at most 15 minutes in one go.",
        "A lamp may burn for about 15 minutes at most in one go.",
        "A lamp was lit 15 minutes ago by the keeper of the house.",
        "It may burn for at most 15 minutes in one go without any oil.",
        "A lamp may burn for at most 17 minutes in one go on the wall.",
        "A lamp may burn at most 15 minutes, which are 900 seconds in all.",
        "- A lamp may burn for at most 15 minutes in one go.",
        "```\nA lamp may burn for at most 15 minutes in one go.\n```",
        "Many say that a lamp may burn for at most 15 minutes, a common mistake.",
        "Lamps may outlast 15 minutes, which is the limit of a torch.",
        "So in summary a lamp may burn for at most 15 minutes in one go.",
        "The following lamp may burn for at most 15 minutes in one go.",
        "A lamp may have at most 3 flames in one go: left, right or both.",
        "A lamp may burn for at most 1 minute in one go on the wall.",
        "Every lamp must be put out within 15 minutes of its lighting.",  # so it is within 30
    ],
)
def test_an_amount_about_which_there_is_doubt_is_refused(answer):
    assert not amounts(told(answer=answer))


def test_one_is_no_option_where_the_unit_speaks_of_many():
    few = told(answer="A lamp with a full tank may burn for at most 2 minutes in one go.")
    assert amounts(few)
    assert all(option.text != "1" for _, options in amounts(few) for option in options)


def test_a_question_of_taste_has_no_gaps():
    assert not amounts(told("How long does your favourite lamp burn?", BURNS))


def test_an_amount_that_the_question_names_is_refused():
    assert not amounts(told("Why may a lamp burn for 15 minutes?", BURNS))


def test_a_story_has_no_amounts():
    prompt = "Tell me about a lamp that you lit."
    assert not amounts(told(prompt, BURNS))


STEPS = """You light it in four steps.

1. **Fill the tank with oil**, not to the brim.
2. Trim the wick with scissors.
3. Put a burning match to the wick.
4. Set the glass chimney on top.

Then carry it home."""


def test_numbered_steps_are_mixed_and_know_their_places():
    one = told("How do you light a lamp, step by step?", STEPS)
    steps = steps_of(one, random.Random(1))
    assert sorted(steps) == [
        (1, "Fill the tank with oil"),
        (2, "Trim the wick with scissors"),
        (3, "Put a burning match to the wick"),
        (4, "Set the glass chimney on top"),
    ]
    assert steps != sorted(steps)


@pytest.mark.parametrize(
    ("prompt", "answer"),
    [
        ("Which kinds of lamps are there, in order of age?", STEPS),
        ("Name the steps' benefits.", STEPS),
        ("How do you light a lamp?", STEPS.replace("in four steps", "with care")),
        ("How do you light a lamp?", STEPS.replace("Trim the wick with scissors", "Wick Trimming")),
        ("How do you light a lamp?", STEPS.replace("2. Trim", "2. Then trim")),
        ("How do you light a lamp?", STEPS.replace("3. Put", "5. Put")),
        ("How do you light a lamp?", STEPS.replace("3. Put", "3. You can also put")),
        ("How do you light a lamp?", f"{STEPS}\n\n1. Another list begins here."),
        ("How do you light a lamp?", "1. Fill the tank.\n2. Light the wick."),
        ("How do you light a lamp?", STEPS.replace("Trim the wick", "Fill the oil tank")),
        ("How do you light a lamp?", STEPS.replace("4. Set", "4. Once it burns set")),
        ("How do you light a lamp?", STEPS.replace("match to", "match, which has lit, to")),
        ("How do you light a lamp?", STEPS.replace("4. Set", "4. With the match out set")),
    ],
)
def test_steps_whose_order_is_in_doubt_are_refused(prompt, answer):
    assert steps_of(told(prompt, answer), random.Random(1)) is None
