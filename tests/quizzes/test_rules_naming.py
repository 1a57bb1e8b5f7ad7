"""Gaps for a term: what one point says, among labels that are surely not what it says it of."""

from __future__ import annotations

import random
from uuid import UUID

import pytest

from questions.quizzes.rules import Told, gap_of_term

SEEDS = range(12)
TOPIC = frozenset({UUID(int=9)})
CHECKLIST = (
    "Wick clamp: keeps the thread upright, soaked in oil",
    "Glass chimney: shields flames from every wind and draught",
    "Brass burner: mixes vapour and air",
    "Carrying ring: lets sailors hang it up",
)
PROMPT = "What is a lamp made of?"


def borne_out(points):
    """An answer that says in sentences what the points say."""
    return " ".join(f"The {point.replace(': ', ' ').lower()}." for point in points)


def told(prompt=PROMPT, points=CHECKLIST, answer=None, number=1, topics=TOPIC):
    said = borne_out(points) if answer is None else answer
    return Told(UUID(int=number), prompt, said.split(". ")[0], tuple(points), (said,), topics)


def terms(one, others=()):
    return [made for seed in SEEDS if (made := gap_of_term(one, others, random.Random(seed)))]


def asks(one, point, others=()):
    said = point.partition(": ")[2]
    return any(said in statement for statement, _ in terms(one, others))


def test_a_term_is_asked_for_among_the_terms_of_its_answer():
    made = terms(told())
    assert made
    for statement, options in made:
        [right] = [option.text for option in options if option.correct]
        assert statement.replace("____", right) in CHECKLIST
        assert {option.text for option in options} == {
            point.partition(": ")[0] for point in CHECKLIST
        }


def test_a_story_has_no_terms():
    assert not terms(told("Tell me about a lamp that you lit."))


@pytest.mark.parametrize(
    "point",
    [
        "Wick clamp: clamps the thread upright in oil",  # says itself
        "Wick clamp: sits below the glass",  # says another one's name
        "Wick clamp: shields flames from all wind and draught",  # says what is said of another
        "Wick clamp: it keeps this upright",  # says it of something else
        "Wick clamp: unless threads stand upright in oil",  # says when and not what
        "Then upright: keeps the thread in oil",  # goes on from another
        "Wick clamp: oily",  # says nothing
        "Wick clamp: from the thread, upright into oil",  # says where and not what
        "Before use: keeps the thread upright",  # no term
        "Wick clamp: crucial for steady bright light",  # fits anything as well
        "Cost: keeps the thread upright in oil",  # fits anything
        "Take oil: keeps the thread upright",  # an order
        "Put inside: keeps the thread upright in oil",  # breaks off
        "Wick clamp: keeps the thread from",  # cut off
        "Wick clamp: be put upright in oil",  # no whole phrase
        "WickClamp: keeps wicks upright in oil",  # says a part of its name
        "Round Wick Top: keeps an RWT upright in oil",  # says what it is short for
        "Glow time: 20 minutes of shine, 2 hours of embers",  # says amounts of what it names
    ],
)
def test_a_point_that_leaves_a_doubt_is_not_asked_for(point):
    assert not asks(told(points=(point, *CHECKLIST[1:])), point)


def test_a_point_is_asked_for_only_where_an_answer_says_the_same_of_its_term():
    point = CHECKLIST[0]
    others = borne_out(CHECKLIST[1:])
    assert asks(told(), point)
    assert not asks(told(answer=others), point)
    assert not asks(told(answer=f"{others} The post keeps the thread upright in oil."), point)
    assert not asks(told(answer=f"{others}\n\n- **{point.replace(': ', '**: ')}"), point)


def test_what_is_borne_out_by_half_has_to_say_two_things_and_not_one_of_two():
    rest = borne_out(CHECKLIST[1:])
    half = f"{rest} On deck the oil tank stays dry in heavy rain."
    for said, asked in (
        ("dry in storms, clean in rain", True),
        ("dry storms clean rain", False),
        ("dry in storms, or in clean rain", False),
    ):
        point = f"Oil tank: {said}"
        assert asks(told(points=(point, *CHECKLIST[1:]), answer=half), point) is asked


def test_a_term_of_which_an_answer_says_much_the_same_is_no_wrong_option():
    points = (*CHECKLIST, "Filler cap: closes the tank against spills and dirt")
    only = borne_out(CHECKLIST[1:2])
    also = f"{only} The filler cap shields from wind, draught and every flame."
    made = [options for _, options in terms(told(points=points, answer=also))]
    assert made
    for options in made:
        assert "Filler cap" not in {option.text for option in options}


def test_other_questions_lend_terms_where_an_answer_has_too_few():
    lent = told("What is a mast made of?", ("Crow's nest: holds two men with a glass",), number=2)
    made = terms(told(points=CHECKLIST[:3]), [lent])
    assert made
    for _, options in made:
        assert "Crow's nest" in {option.text for option in options if not option.correct}
    assert not terms(told(points=CHECKLIST[:3]), [])
    assert not terms(told(points=CHECKLIST[:1]), [lent] * 3)


@pytest.mark.parametrize(
    "label",
    ["Rope", "Glass box", "Thread"],
    ids=["a common word alone", "kin to a label of the answer", "kin to what the answer says"],
)
def test_a_term_that_may_mean_something_here_is_not_lent(label):
    lent = told("What is a mast made of?", (f"{label}: holds two men with a spyglass",), number=2)
    assert not terms(told(points=CHECKLIST[:3]), [lent])


def test_a_term_that_the_question_names_alone_is_refused():
    assert not any("thread" in said for said, _ in terms(told("A wick?")))


def test_what_the_question_names_whole_is_no_wrong_term():
    points = (*CHECKLIST, "Filler cap: closes the tank against spills and dirt")
    made = terms(told("What is a lamp with a brass burner made of?", points))
    assert made
    assert all(option.text != "Brass burner" for _, options in made for option in options)


@pytest.mark.parametrize(
    "refused",
    ["Brass burner: mixes lamps and air", "Air is mixed: brass burners join vapour and air"],
    ids=["says little that the question does not", "is a sentence and no term"],
)
def test_what_fits_several_labels_or_is_no_label_is_not_asked_for(refused):
    others = [point for point in CHECKLIST if not point.startswith("Brass")]
    others.append("Tin lid: keeps rain off, and soot in")
    assert terms(told("What mixes well in lamps?", others))
    for statement, _ in terms(told("What mixes well in lamps?", (refused, *others))):
        assert refused.partition(": ")[2] not in statement
