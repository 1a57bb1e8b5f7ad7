"""Gaps and steps that are made from the bank, and what is refused rather than made badly."""

from __future__ import annotations

import random
from itertools import pairwise
from uuid import UUID

import pytest

from questions.quizzes.rules import Told, gap_of_amount, gap_of_term, steps_of

SEEDS = range(12)


def told(prompt="How long may a lamp burn, and what limits it?", answer="", points=(), others=()):
    return Told(UUID(int=1), prompt, answer.split(". ")[0], tuple(points), (answer, *others))


def amounts(one):
    return [made for seed in SEEDS if (made := gap_of_amount(one, random.Random(seed)))]


def terms(one):
    return [made for seed in SEEDS if (made := gap_of_term(one, random.Random(seed)))]


BURNS = "A lamp with a full tank may burn for at most 15 minutes in one go."
CHECKLIST = (
    "Wick holder: keeps the thread upright, soaked in oil",
    "Glass chimney: shields flames from every wind and draught",
    "Brass burner: mixes vapour and air",
    "Carrying ring: lets sailors hang it up",
)


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


def test_a_story_has_no_gaps():
    prompt = "Tell me about a lamp that you lit."
    assert not amounts(told(prompt, BURNS))
    assert not terms(told(prompt, points=CHECKLIST))


def test_a_term_is_asked_for_among_the_terms_of_its_answer():
    labels = {point.partition(": ")[0] for point in CHECKLIST}
    made = terms(told("What is a lamp made of?", points=CHECKLIST))
    assert made
    for statement, options in made:
        [right] = [option.text for option in options if option.correct]
        assert statement.replace("____", right) in CHECKLIST
        assert {option.text for option in options} == labels


@pytest.mark.parametrize(
    "point",
    [
        "Wick holder: holder of the thread",  # says itself
        "Wick holder: sits below the glass",  # says another one's name
        "Wick holder: shields flames from all wind and draught",  # says what is said of another
        "Wick holder: it keeps this upright",  # says it of something else
        "Wick holder: upright thread or wire",  # says two things
        "Wick holder: oily",  # says nothing
        "Wick holder: somebody turns threads upright",  # says one thing, which may fit others
        "Wick holder: from the thread, upright into oil",  # says where and not what
        "Before use: keeps the thread upright",  # no term
        "Wick holder: crucial for steady bright light",  # fits anything as well
        "Cost: keeps the thread upright in oil",  # fits anything
        "Take oil: keeps the thread upright",  # an order
        "Wick holder: keeps the thread from",  # cut off
        "Wick holder: be put upright in oil",  # no whole phrase
        "WickHolder: keeps wicks upright in oil",  # says a part of its name
        "Round Wick Top: keeps an RWT upright in oil",  # says what it is short for
        "Glow time: 20 minutes of shine, 2 hours of embers",  # says amounts of what it names
    ],
)
def test_a_point_that_leaves_a_doubt_is_not_asked_for(point):
    one = told("What is a lamp made of?", points=(point, *CHECKLIST[1:]))
    said = point.partition(": ")[2]
    assert not any(said in statement for statement, _ in terms(one))


def test_fewer_than_four_terms_make_no_item():
    assert not terms(told("What is a lamp made of?", points=CHECKLIST[:3]))


def test_a_term_that_the_question_names_alone_is_refused():
    assert not any("thread" in said for said, _ in terms(told("A wick?", points=CHECKLIST)))


def test_what_the_question_names_whole_is_no_wrong_term():
    points = (*CHECKLIST, "Filler cap: closes the tank against spills and dirt")
    made = terms(told("What is a lamp with a brass burner made of?", points=points))
    assert made
    assert all(option.text != "Brass burner" for _, options in made for option in options)


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


@pytest.mark.parametrize(
    "refused",
    ["Brass burner: mixes lamps and air", "Air is mixed: brass burners join vapour and air"],
    ids=["says little that the question does not", "is a sentence and no term"],
)
def test_what_fits_several_labels_or_is_no_label_is_not_asked_for(refused):
    others = [point for point in CHECKLIST if not point.startswith("Brass")]
    others.append("Tin lid: keeps rain off, and soot in")
    assert terms(told("What mixes well in lamps?", points=others))
    for statement, _ in terms(told("What mixes well in lamps?", points=(refused, *others))):
        assert refused.partition(": ")[2] not in statement
