from __future__ import annotations

import pytest

from tests.marks.agreement import HALVES, agreement, answers, compared, confusion, kappa

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


def test_no_question_is_in_both_halves():
    develop, report = ({one.prompt for one in answers(half)} for half in HALVES)
    assert (len(develop), len(report), develop & report) == (25, 25, set())


@pytest.mark.parametrize("half", HALVES)
def test_each_half_has_75_short_answers_of_all_kinds(half):
    found = answers(half)
    assert (len(found), {one.kind for one in found}) == (75, KINDS)
    assert all(15 <= len(one.answer.split()) <= 90 for one in found)
    assert len({one.answer for one in found}) == 75


@pytest.mark.parametrize("half", HALVES)
def test_every_point_has_one_verdict_by_hand(half):
    assert all(len(one.points) == len(one.verdicts) for one in answers(half))


def test_the_figures_count_every_point_once():
    found = compared(answers("develop"))
    assert agreement(found).points == len(found) == sum(confusion(found).values())


@pytest.mark.parametrize(
    ("half", "share", "kappa_"), [("develop", 0.76, 0.5), ("report", 0.68, 0.34)]
)
def test_the_marker_agrees_no_less_than_it_did(half, share, kappa_):
    # The aim is 0.85 and 0.6; these only keep what is reached.
    figures = agreement(compared(answers(half)))
    assert figures.share >= share
    assert figures.kappa >= kappa_
