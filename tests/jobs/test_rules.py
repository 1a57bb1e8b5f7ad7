"""When a worker is dead, and what follows."""

from __future__ import annotations

from datetime import timedelta

import pytest

from questions.jobs import rules


def test_half_a_minute_of_silence_is_death(noon):
    assert rules.silent_since(noon) == noon - timedelta(seconds=30)


def test_several_beats_fit_into_the_silence():
    assert rules.SILENCE / rules.BEAT >= 5


@pytest.mark.parametrize(
    ("attempts", "state"),
    [(1, rules.State.QUEUED), (2, rules.State.QUEUED), (3, rules.State.FAILED)],
)
def test_the_third_loss_is_the_last(attempts, state):
    assert rules.after_loss(attempts) is state


def test_pauses_double_up_to_half_a_minute():
    assert [rules.pause(n) for n in range(8)] == [1, 1, 2, 4, 8, 16, 30, 30]


@pytest.mark.parametrize(
    ("done", "total", "share"), [(0, 0, 0), (1, 3, 33), (3, 3, 100), (9, 3, 100)]
)
def test_a_share_is_within_a_hundred(done, total, share):
    assert rules.share(done, total) == share
