"""The load of the days ahead: evened out over the whole set, and no memory is changed."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from random import Random
from uuid import UUID, uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questions.flashcards import actions, rules
from questions.flashcards.models import Card, Settings, outlook
from questions.flashcards.rules import Memory, Phase, Scheduler, Strength, Waiting
from tests import make

DAY = timedelta(days=1)
TODAY = make.AT.date()
FIRST = TODAY.toordinal()
PLAIN = Scheduler()


def waiting(number, due, low, high, question=None):
    found = question or number
    return Waiting(UUID(int=number), UUID(int=found), FIRST + due, FIRST + low, FIRST + high)


def days_of(cards, moved):
    return [moved[c.card].toordinal() if c.card in moved else c.due for c in cards]


def test_a_heap_on_one_day_becomes_days_of_one_length():
    cards = [waiting(n, 10, 8, 12) for n in range(1, 51)]
    moved = rules.spread(cards, TODAY)
    assert set(Counter(days_of(cards, moved)).values()) == {10}


def test_a_card_that_may_not_move_is_in_the_way_and_stays():
    fixed = [waiting(n, 9, 9, 9) for n in range(1, 5)]
    free = waiting(9, 9, 8, 10)
    moved = rules.spread([free, *fixed], TODAY)
    assert moved == {free.card: TODAY + 8 * DAY}


def test_what_was_answered_today_is_part_of_todays_length():
    card = waiting(1, 0, 0, 1)
    assert rules.spread([card], TODAY) == {}
    assert rules.spread([card], TODAY, answered=1) == {card.card: TODAY + DAY}


def test_two_cards_of_one_question_keep_apart():
    one, two = waiting(1, 10, 8, 12), waiting(2, 10, 8, 12, question=1)
    found = days_of([one, two], rules.spread([one, two], TODAY))
    assert abs(found[0] - found[1]) >= 2


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 6), st.integers(0, 6)), max_size=40),
    st.randoms(use_true_random=False),
)
def test_the_layer_is_one_whatever_the_order_and_keeps_to_each_cards_scatter(drawn, rng):
    cards = [
        waiting(n, due, max(0, due - before), due + after)
        for n, (due, before, after) in enumerate(drawn, start=1)
    ]
    moved = rules.spread(cards, TODAY)
    shuffled = cards[:]
    rng.shuffle(shuffled)
    assert rules.spread(shuffled, TODAY) == moved
    for card, day in zip(cards, days_of(cards, moved), strict=True):
        assert card.low <= day <= card.high


@pytest.mark.parametrize(
    "memory",
    [
        Memory(),
        Memory(phase=Phase.LEARNING, due_at=make.AT, due_day=TODAY),
    ],
)
def test_what_does_not_wait_for_a_day_is_no_part_of_it(memory):
    assert rules.waiting(uuid4(), uuid4(), memory, TODAY, PLAIN) is None


def known(stability, *, ago=0, due=None, **fields):
    due = round(stability) - ago if due is None else due
    return Memory(
        phase=Phase.REVIEW,
        strength=Strength(stability, 5.0),
        reviewed_day=TODAY - ago * DAY,
        due_day=TODAY + due * DAY,
        **fields,
    )


@pytest.mark.parametrize(
    ("memory", "low", "high"),
    [
        (known(10.0), 8, 12),
        (known(10.0, ago=9), 0, 3),
        (known(2.0), 2, 2),
        (known(200.0), 200, 200),
        (known(10.0, due=3, pulled="Missed in a mock"), 3, 3),
        (known(10.0, ago=30), -20, -20),
    ],
)
def test_a_card_may_move_within_its_scatter_and_not_into_the_past(memory, low, high):
    found = rules.waiting(uuid4(), uuid4(), memory, TODAY, PLAIN)
    assert (found.low - FIRST, found.high - FIRST) == (low, high)


def heap(learner, noon, count=20):
    today = learner.day_of(noon)
    rng = Random(5)
    return [
        make.card(
            learner,
            stability=10.0,
            due=today + 3 * DAY,
            reviewed=noon - DAY,
            reviewed_day=today - (7 + rng.randrange(-1, 2)) * DAY,
        )
        for _ in range(count)
    ]


def test_only_the_day_of_asking_moves(learner, noon):
    cards = heap(learner, noon)
    before = {card.pk: card.memory for card in cards}
    assert actions.spread_load(learner, learner.day_of(noon)) > 10
    after = list(Card.objects.of(learner))
    assert {card.pk: card.memory for card in after} == before
    lengths = Counter(card.ask_day for card in after)
    assert max(lengths.values()) <= 7
    early = next(card for card in after if card.ask_day < card.due_day)
    at = noon + (early.ask_day - learner.day_of(noon))
    assert outlook(learner, at).daily == sum(c.ask_day <= early.ask_day for c in after)


def test_an_answer_ends_what_the_layer_said(learner, noon):
    heap(learner, noon)
    actions.spread_load(learner, learner.day_of(noon))
    moved = Card.objects.of(learner).exclude(moved_to=None).first()
    actions.grade(learner, moved.pk, rules.Grade.EASY, key=uuid4(), at=noon)
    moved.refresh_from_db()
    assert moved.ask_day == moved.due_day


def test_it_is_done_once_for_each_of_a_learners_own_days(learner, noon):
    heap(learner, noon, count=3)
    learner.time_zone = "America/Los_Angeles"
    learner.save()
    assert actions.spread_where_due(at=noon) == 1
    assert actions.spread_where_due(at=noon + timedelta(hours=1)) == 0  # 05:00 there
    assert Settings.objects.get().spread_on == learner.day_of(noon)
    assert actions.spread_where_due(at=noon + DAY) == 1
