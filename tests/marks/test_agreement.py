from __future__ import annotations

import pytest

from tests.marks.agreement import SETS, agreement, answers, compared, confusion, kappa

KINDS = {"good", "partial", "wrong", "off_topic", "negated", "reversed", "paraphrase"}


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ("aa bb aa bb", 1.0),
        ("ab ba ab ba", -1.0),
        ("aa aa aa aa", 1.0),
        ("aa ab ba bb", 0.0),
        # 20 and 15 agreed, 5 and 10 not: 0.7 observed, 0.5 by chance
        (" ".join(["aa"] * 20 + ["ab"] * 5 + ["ba"] * 10 + ["bb"] * 15), 0.4),
    ],
)
def test_kappa_is_the_agreement_beyond_chance(pairs, expected):
    assert kappa(tuple(pair) for pair in pairs.split()) == pytest.approx(expected)


def test_no_question_is_in_two_sets():
    prompts = [{one.prompt for one in answers(name)} for name in SETS]
    assert [len(some) for some in prompts] == [25, 89, 50, 28, 25]
    assert len(set().union(*prompts)) == sum(map(len, prompts))


@pytest.mark.parametrize(
    ("name", "count"),
    [("develop", 75), ("study", 356), ("train", 247), ("check", 112), ("report", 75)],
)
def test_each_set_has_different_short_answers_of_all_kinds(name, count):
    found = answers(name)
    assert (len(found), {one.kind for one in found}) == (count, KINDS)
    assert all(2 < len(one.answer.split()) <= 90 for one in found)
    assert len({one.answer for one in found}) == count


@pytest.mark.parametrize("name", SETS)
def test_every_point_has_one_verdict_by_hand(name):
    assert all(len(one.points) == len(one.verdicts) for one in answers(name))


def test_the_figures_count_every_point_once():
    found = compared(answers("develop"))
    assert agreement(found).points == len(found) == sum(confusion(found).values())


# What is reached. The goal is 0.85 and 0.6; `python -m tests.measure.marking` prints both.
REACHED = {
    "develop": (0.80, 0.58),
    "study": (0.81, 0.59),
    "train": (0.78, 0.49),
    "check": (0.82, 0.60),
    "report": (0.76, 0.46),
}


@pytest.mark.parametrize("name", SETS)
def test_the_marker_agrees_no_less_than_it_did(name):
    figures = agreement(compared(answers(name)))
    share, kappa_ = REACHED[name]
    assert figures.share >= share
    assert figures.kappa >= kappa_
