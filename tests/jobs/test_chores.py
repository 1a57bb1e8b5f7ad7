"""Chores come round again, each turn once, and one that fails holds up no other."""

from __future__ import annotations

from datetime import timedelta

import pytest

from questions.jobs import actions, registry, runner
from questions.jobs.models import Chore
from tests.jobs import verbs

HOURLY = timedelta(hours=1)


@pytest.fixture
def chores(monkeypatch, db):
    """chores(act, …): these acts alone, each due every hour; answers their paths."""

    def only(*acts):
        register = {registry.path_of(act): registry.Recurring(act, HOURLY) for act in acts}
        monkeypatch.setattr(registry, "CHORES", register)
        verbs.turns.clear()
        return list(register)

    return only


def test_a_new_chore_is_due_at_once_and_then_after_its_interval(chores, noon):
    [path] = chores(verbs.note_the_turn)
    minutes = (0, 1, 59, 60, 61, 120)
    turns = [actions.take_turn(path, at=noon + timedelta(minutes=m)) for m in minutes]
    assert turns == [True, False, False, True, False, True]


def test_turns_that_were_slept_through_are_not_made_up_for(chores, noon):
    [path] = chores(verbs.note_the_turn)
    actions.take_turn(path, at=noon)
    late = noon + timedelta(days=3)
    assert [actions.take_turn(path, at=late) for _ in range(3)] == [True, False, False]


def test_a_worker_does_what_is_due_once(chores):
    chores(verbs.note_the_turn)
    runner.do_chores()
    runner.do_chores()
    assert len(verbs.turns) == 1


def test_a_chore_that_fails_holds_up_no_other_and_has_its_next_turn(chores, caplog):
    broken, _ = chores(verbs.break_down, verbs.note_the_turn)
    runner.do_chores()
    assert len(verbs.turns) == 1
    assert broken in caplog.text
    assert Chore.objects.get(pk=broken).due > verbs.turns[0]
