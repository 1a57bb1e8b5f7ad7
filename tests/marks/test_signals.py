from __future__ import annotations

import pytest

from questions.marks.rules import Verdict, mark
from questions.marks.rules.marker import read
from questions.marks.rules.signals import signals

PROMPT = "How do a buffer and a lock help?"
POINTS = ["Buffer: absorbs bursts of parcels", "Lock: keeps a second worker out"]


def figures(answer, prompt=PROMPT, points=POINTS):
    return signals(read(answer, points, prompt=prompt), prompt)


def test_the_points_words_that_do_not_earn_a_point_are_borrowed():
    straight = figures("The buffer absorbs bursts of parcels")
    turned = figures("The lock absorbs a second worker, the buffer keeps bursts out")
    assert straight[0].borrowed == 0
    assert turned[0].borrowed > 0.5


def test_words_of_the_question_are_told_from_those_of_the_answer():
    assert figures("a buffer helps, a lock helps")[0].asked == 1
    assert figures("it soaks up the flood and turns the second one away")[0].asked == 0


def test_a_label_without_the_rest_is_empty():
    assert figures("Lock and buffer are both from the library")[0].empty == 1
    assert figures("The buffer absorbs bursts, the lock keeps workers out")[0].empty == 0


def test_what_only_the_label_and_the_question_say_is_not_fresh():
    named, said = figures("A buffer helps."), figures("The buffer absorbs bursts of parcels")
    assert (named[0].fresh, said[0].fresh) == (0, 1)


@pytest.mark.parametrize("order", [1, -1])
def test_points_that_are_recited_are_hit_in_any_order(order):
    found = mark(". ".join(POINTS[::order]), POINTS, prompt=PROMPT)
    assert [one.verdict for one in found] == [Verdict.HIT] * 2


def test_no_points_have_no_figures():
    assert signals([], PROMPT) == []


def test_a_point_nearly_as_it_stands_is_hit_whatever_words_surround_it():
    points = [*POINTS, "Ledger: notes every parcel twice", "Engine: turns at night only"]
    answer = "what a buffer, a lock, a ledger and an engine do: the lock keeps a worker out"
    prompt = "What do a buffer, a lock, a ledger and an engine do with parcels?"
    found = mark(answer, points, prompt=prompt)
    assert [one.verdict is Verdict.HIT for one in found] == [False, True, False, False]
