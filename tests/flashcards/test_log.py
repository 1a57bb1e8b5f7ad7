"""The log's replay: one memory whatever the order, the repetition and the undoing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.flashcards import rules
from questions.flashcards.rules import WEIGHTS, Event, Grade, Kind, Memory, Moment, Phase, Scheduler
from questions.flashcards.rules.log import counted
from tests.flashcards.test_rules import moment

CARD = UUID(int=7)
START = datetime(2026, 1, 1, 12, tzinfo=UTC)


def event(kind: Kind, number: int, hours: float = 0, **fields) -> Event:
    """An event some hours after the start, under the key `number`."""
    return Event(kind, UUID(int=number), moment(START + timedelta(hours=hours)), **fields)


def review(number: int, hours: float, grade: Grade = Grade.GOOD) -> Event:
    return event(Kind.REVIEW, number, hours, grade=grade)


def undo(number: int, hours: float, undoes: int) -> Event:
    return event(Kind.UNDO, number, hours, undoes=UUID(int=undoes))


@st.composite
def logs(draw):
    """A log of up to a dozen events, some at the same time, undos of anything among them."""
    count = draw(st.integers(0, 12))
    found = []
    for number in range(1, count + 1):
        hours = draw(st.sampled_from([0, 0.1, 0.3, 5, 24, 24.2, 100, 900]))
        kind = draw(st.sampled_from([*Kind, Kind.REVIEW, Kind.REVIEW, Kind.REVIEW]))
        at = moment(START + timedelta(hours=hours))
        found.append(
            Event(
                kind,
                UUID(int=number),
                at,
                grade=draw(st.sampled_from(Grade)) if kind is Kind.REVIEW else None,
                undoes=UUID(int=draw(st.integers(1, 12))) if kind is Kind.UNDO else None,
                to=at.day + timedelta(days=draw(st.integers(0, 9))) if kind is Kind.PULL else None,
            )
        )
    return found


@given(logs(), st.randoms(use_true_random=False))
def test_any_order_and_any_repetition_gives_one_memory(log, rng):
    arrived = log + rng.choices(log, k=5) if log else []
    rng.shuffle(arrived)
    assert rules.replay(CARD, arrived) == rules.replay(CARD, log)


@given(logs(), st.sampled_from([0.5, 1.0, 3.0]), st.floats(0.75, 0.97))
def test_a_replay_under_other_weights_is_as_if_they_had_always_counted(log, factor, retention):
    by = Scheduler(tuple(factor * w for w in WEIGHTS[:4]) + WEIGHTS[4:], retention=retention)
    stepped = Memory()
    for event in counted(log):
        stepped = rules.applied(stepped, event, CARD, by)
    assert rules.replay(CARD, reversed(log), by) == stepped
    before = rules.replay(CARD, log)
    assert (stepped.phase, stepped.reps, stepped.suspended) == (
        before.phase,
        before.reps,
        before.suspended,
    )


@given(logs(), st.randoms(use_true_random=False))
def test_step_by_step_is_the_same_as_the_whole_replay(log, rng):
    rng.shuffle(log)
    memory, known = Memory(), []
    for new in log:
        known.append(new)
        undone = any(e.kind is Kind.UNDO and e.undoes == new.key for e in known)
        if new.kind is Kind.UNDO or undone or not rules.follows(memory, new):
            memory = rules.replay(CARD, known)
        else:
            memory = rules.applied(memory, new, CARD)
        assert memory == rules.replay(CARD, known)


@given(logs())
def test_undoing_an_event_is_as_if_it_had_never_been(log):
    for number, named in enumerate(e for e in log if e.kind is not Kind.UNDO):
        taken_back = [*log, undo(100 + number, 1000, named.key.int)]
        assert rules.replay(CARD, taken_back) == rules.replay(
            CARD, [e for e in log if e is not named]
        )


def test_an_undo_that_arrives_first_leaves_out_what_it_names():
    log = [undo(2, 1, undoes=1), review(1, 0)]
    assert rules.replay(CARD, log) == Memory()


def test_an_undo_by_a_device_whose_clock_is_slow_still_counts():
    assert rules.replay(CARD, [review(1, 5), undo(2, 0, undoes=1)]) == Memory()


def test_undoing_an_undo_changes_nothing():
    log = [review(1, 0), undo(2, 1, undoes=1), undo(3, 2, undoes=2)]
    assert rules.replay(CARD, log) == Memory()


def test_two_events_at_one_time_are_ordered_by_their_keys():
    one, two = review(1, 0, Grade.AGAIN), review(2, 0, Grade.EASY)
    memory = rules.replay(CARD, [two, one])
    assert memory == rules.replay(CARD, [one, two])
    assert memory.last_key == two.key
    assert memory.phase is Phase.REVIEW


def test_the_same_card_is_scattered_alike_by_two_replays_and_unlike_another():
    log = [review(n, 24.0 * n * n, Grade.EASY) for n in range(1, 6)]
    assert rules.replay(CARD, log) == rules.replay(CARD, log)
    due = {rules.replay(UUID(int=n), log).due_day for n in range(30)}
    assert len(due) > 1


def test_suspending_keeps_what_is_remembered():
    log = [review(1, 0), event(Kind.SUSPEND, 2, 1)]
    suspended = rules.replay(CARD, log)
    assert suspended.suspended
    resumed = rules.replay(CARD, [*log, event(Kind.RESUME, 3, 2)])
    assert not resumed.suspended
    assert resumed.strength == suspended.strength == rules.replay(CARD, log[:1]).strength


def test_a_buried_card_comes_back_with_the_next_day():
    buried = event(Kind.BURY, 1, 1)
    memory = rules.replay(CARD, [buried])
    assert memory.buried_until == buried.moment.day + timedelta(days=1)


def test_an_answer_digs_a_buried_card_up():
    assert rules.replay(CARD, [event(Kind.BURY, 1, 0), review(2, 1)]).buried_until is None


def test_a_pull_forward_changes_the_day_and_not_the_memory():
    log = [review(1, 0, Grade.EASY)]
    before = rules.replay(CARD, log)
    sooner = before.due_day - timedelta(days=3)
    after = rules.replay(CARD, [*log, event(Kind.PULL, 2, 1, to=sooner)])
    assert (after.due_day, after.strength) == (sooner, before.strength)
    later = rules.replay(CARD, [*log, event(Kind.PULL, 2, 1, to=before.due_day + timedelta(9))])
    assert later.due_day == before.due_day


def test_a_new_card_is_pulled_to_a_day_and_one_in_its_steps_comes_sooner_anyway():
    day = moment(START).day
    met = rules.replay(CARD, [event(Kind.PULL, 1, 0, to=day)])
    assert (met.phase, met.due_day) == (Phase.NEW, day)
    log = [review(1, 0), event(Kind.PULL, 2, 0.1, to=day - timedelta(days=1))]
    assert rules.replay(CARD, log).due_day == day


def test_the_reason_for_a_pull_stands_until_the_card_is_answered():
    pull = event(Kind.PULL, 1, 0, to=moment(START).day, reason="Missed in a mock")
    assert rules.replay(CARD, [pull]).pulled == "Missed in a mock"
    assert rules.replay(CARD, [pull, review(2, 1)]).pulled == ""


def test_a_reset_forgets_all_but_that_the_card_is_suspended():
    log = [review(1, 0), review(2, 24), event(Kind.SUSPEND, 3, 25), event(Kind.RESET, 4, 26)]
    memory = rules.replay(CARD, log)
    assert (memory.phase, memory.strength, memory.reps) == (Phase.NEW, None, 0)
    assert memory.suspended


def test_what_is_dated_before_the_card_is_refused_by_name():
    with pytest.raises(rules.BeforeTheCard):
        rules.check_clock(START - timedelta(seconds=1), made=START, now=START)
    rules.check_clock(START, made=START, now=START)


def test_a_clock_more_than_a_day_ahead_is_refused_by_name():
    tomorrow = START + timedelta(days=1)
    rules.check_clock(tomorrow, made=START, now=START)
    with pytest.raises(rules.ClockAhead):
        rules.check_clock(tomorrow + timedelta(seconds=1), made=START, now=START)


def test_a_moment_holds_the_day_as_it_was_lived():
    assert moment(START) == Moment(START, START.date(), datetime(2026, 1, 2, 4, tzinfo=UTC))
