"""The plan for a date: coverage first, then what is due, then what a minute raises most."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questions.flashcards.rules import Strength, plan
from questions.flashcards.rules.plan import Aim, Item
from tests.measure import memory

DAY = 740_000
SEEDS = 4


def unseen(count, first=1):
    return [Item(UUID(int=first + n)) for n in range(count)]


def known(number, *, stability=10.0, ago=3, due=7):
    return Item(UUID(int=number), Strength(stability, 5.0), seen=DAY - ago, due=DAY + due)


@pytest.mark.parametrize(
    ("count", "days", "answers", "expected"),
    [(300, 30, 60, 20), (600, 30, 60, 30), (300, 2, 60, 300), (10, 30, 60, 20)],
)
def test_new_cards_come_early_enough_to_go_over_everything_once_more(
    count, days, answers, expected
):
    aim = Aim(DAY + days, answers)
    assert plan.pace(count, count, DAY, aim) == expected


def test_a_day_asks_new_cards_then_what_is_due_and_nothing_early():
    due, later = known(1, due=0), known(2, due=1)
    found = list(plan.agenda([due, later, *unseen(3, first=10)], DAY, Aim(DAY + 30, 10, usual=2)))
    assert [item.card.int for item in found] == [10, 11, 1]


def test_in_the_last_days_spare_time_goes_where_it_raises_recall_most():
    weak, strong = known(1, stability=3.0), known(2, stability=300.0)
    aim = Aim(DAY + 1, 40)
    assert list(plan.agenda([strong, weak], DAY, aim)) == [weak, strong]
    assert plan.worth(weak, DAY, aim) > plan.worth(strong, DAY, aim) > 0


def test_what_was_seen_today_is_not_asked_ahead_of_time():
    assert plan.ahead_of_time([known(1, ago=0)], DAY, Aim(DAY + 1, 40)) == []


def test_a_forecast_is_the_same_every_time_and_keeps_to_the_days_answers():
    aim = Aim(DAY + 10, 30)
    first, again = (plan.forecast(unseen(60), DAY, aim) for _ in range(2))
    assert first == again
    assert len(first.days) == 10
    assert all(day.answers <= 31 for day in first.days)  # the last one may be a miss
    assert sum(day.new for day in first.days) + first.unseen == 60


def test_what_was_spent_of_the_first_day_is_gone():
    found = plan.forecast(unseen(60), DAY, Aim(DAY + 10, 30), spent=30)
    assert (found.days[0].answers, found.days[1].new > 0) == (0, True)


def test_on_the_date_itself_there_is_that_day():
    assert len(plan.forecast(unseen(3), DAY, Aim(DAY, 30)).days) == 1


def test_no_cards_no_plan():
    found = plan.forecast([], DAY, Aim(DAY + 3, 30))
    assert (found.recall, found.unseen) == (0.0, 0)


def fitting(items, aim, bar=0.9):
    return plan.fits(plan.forecast(items, DAY, aim), bar)


def test_it_says_how_many_answers_a_day_would_do():
    items, aim = unseen(100), Aim(DAY + 10, 10)
    assert not fitting(items, aim)
    needed = plan.answers_needed(items, DAY, aim, 0.9)
    assert fitting(items, replace(aim, answers=needed))
    assert not fitting(items, replace(aim, answers=needed - 1))


def test_it_says_which_new_cards_to_leave_out_the_last_ones_first():
    items, aim = unseen(100), Aim(DAY + 10, 20)
    out = plan.to_leave_out(items, DAY, aim, 0.9)
    assert out == [item.card for item in items[-len(out) :]]
    assert fitting(items[: -len(out)], aim)


def test_it_says_when_leaving_out_cannot_help_or_no_day_is_long_enough():
    assert plan.to_leave_out([known(1, stability=0.1)], DAY, Aim(DAY + 300, 1), 0.9) is None
    assert plan.answers_needed(unseen(3000), DAY, Aim(DAY + 1, 10), 0.9) is None


def test_enough_is_what_one_aims_for_or_what_the_date_lets_anybody_reach():
    far, near = Aim(DAY + 30, 40), Aim(DAY + 3, 40)
    one, many = unseen(1), unseen(300)
    assert plan.bar(many, DAY, far, plan.forecast(many, DAY, far)) == 0.9
    found = plan.forecast(one, DAY, near)
    assert plan.fits(found, plan.bar(one, DAY, near, found))


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 60), st.integers(1, 15), st.integers(2, 60))
def test_whenever_the_plan_fits_all_is_seen_and_no_day_is_longer_than_promised(
    count, days, answers
):
    aim = Aim(DAY + days, answers)
    found = plan.forecast(unseen(count), DAY, aim)
    bar = plan.bar(unseen(count), DAY, aim, found)
    assert not plan.fits(found, bar) or found.unseen == 0
    assert all(day.answers <= answers + 1 for day in found.days)


@pytest.mark.parametrize("load", memory.LOADS, ids=str)
@pytest.mark.parametrize("error", memory.ERRORS)
def test_the_plan_never_harms_and_helps_where_there_is_slack(load, error):
    plain, _ = memory.averaged(load, memory.new_first, SEEDS, error)
    ours, runs = memory.averaged(load, plan.agenda, SEEDS, error)
    assert ours >= plain - 0.005
    assert not load.slack or error != 1.0 or ours >= plain + 0.02
    assert max(run.most_in_a_day for run in runs) <= 6
    assert not memory.said_to_fit(load) or all(run.unseen == 0 for run in runs)


def test_coverage_first_knows_far_more_than_reviews_first():
    load = memory.LOADS[0]
    late, unmet = memory.averaged(load, memory.reviews_first, SEEDS)
    ours, runs = memory.averaged(load, plan.agenda, SEEDS)
    assert ours > late + 0.05
    assert min(run.unseen for run in unmet) > 10
    assert max(run.unseen for run in runs) == 0
