"""The memory model against published figures, and the schedule made of it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from random import Random
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import fsrs as second_opinion
import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.accounts.rules import day_begins, day_of
from questions.flashcards import rules
from questions.flashcards.rules import Grade, Memory, Moment, Phase, Scheduler, fsrs, schedule

A, H, G, E = Grade.AGAIN, Grade.HARD, Grade.GOOD, Grade.EASY
CARD = UUID(int=7)
PLAIN = Scheduler(scattered=False)
WHOLE_DAYS = Scheduler(steps=(), relearning=(), scattered=False)


def moment(at: datetime, zone: str = "UTC", start: int = 4) -> Moment:
    day = day_of(at, ZoneInfo(zone), start)
    return Moment(at, day, day_begins(day + timedelta(days=1), ZoneInfo(zone), start))


def on_due_days(grades, by=WHOLE_DAYS):
    """Stabilities and intervals in days of a card that is always answered when it is due."""
    memory, now = Memory(), datetime(2026, 1, 1, 12, tzinfo=UTC)
    stabilities, intervals = [], []
    for grade in grades:
        memory = rules.graded(memory, grade, moment(now), CARD, by)
        stabilities.append(memory.strength.stability)
        intervals.append((memory.due_day - moment(now).day).days)
        now = memory.due_at or now + timedelta(days=intervals[-1])
    return stabilities, intervals


@pytest.mark.parametrize(("grade", "days"), [(A, 1), (H, 1), (G, 2), (E, 8)])
def test_the_first_grade_gives_the_first_interval(grade, days):
    assert on_due_days([grade])[1] == [days]


def test_five_times_good_gives_the_published_intervals():
    assert on_due_days([G] * 5)[1] == [2, 11, 46, 163, 497]


def test_with_learning_steps_the_last_interval_is_a_day_longer():
    assert on_due_days([G] * 6, PLAIN)[1] == [0, 2, 11, 46, 163, 498]


def test_a_lapse_gives_the_published_stabilities_and_intervals():
    stabilities, intervals = on_due_days([G, G, A, G, G])
    assert stabilities == pytest.approx([2.3065, 10.9643, 1.5383, 4.8763, 12.3117], abs=1e-4)
    assert intervals == [2, 11, 2, 5, 12]


@pytest.mark.parametrize(
    ("stability", "chance"), [(2.3065, 0.6675), (10, 0.8094), (30, 0.9), (100, 0.9610)]
)
def test_recall_after_thirty_days(stability, chance):
    assert rules.recall(rules.Strength(stability, 5), 30) == pytest.approx(chance, abs=1e-4)


@pytest.mark.parametrize(
    ("retention", "ratio"), [(0.8, 3.316), (0.85, 1.906), (0.9, 1), (0.95, 0.4026), (0.97, 0.2228)]
)
def test_a_higher_retention_shortens_the_interval(retention, ratio):
    found = fsrs.outcome(None, E, 0, retention=retention)
    assert found.days / found.strength.stability == pytest.approx(ratio, abs=5e-4)


def test_a_long_history_with_steps_is_that_of_the_reference_in_python():
    grades = [G, G, G, G, G, G, A, A, G, G, G, G, G]
    assert on_due_days(grades, PLAIN)[1] == by_reference(grades)


def by_reference(grades):
    scheduler = second_opinion.Scheduler(enable_fuzzing=False)
    card, now, found = second_opinion.Card(), datetime(2026, 1, 1, 12, tzinfo=UTC), []
    for grade in grades:
        card, _ = scheduler.review_card(card, second_opinion.Rating(grade.value), now)
        found.append((card.due - now).days)
        now = card.due
    return found


def test_a_thousand_histories_of_whole_days_agree_with_the_reference_in_python():
    rng = Random(11)
    reference = second_opinion.Scheduler(
        learning_steps=(), relearning_steps=(), enable_fuzzing=False
    )
    for _ in range(1000):
        card, strength = second_opinion.Card(), None
        now, gap = datetime(2026, 1, 1, 12, tzinfo=UTC), 0
        for _ in range(rng.randint(1, 8)):
            grade = rng.choice([A, H, G, G, G, E])
            card, _ = reference.review_card(card, second_opinion.Rating(grade.value), now)
            strength = fsrs.outcome(strength, grade, gap).strength
            assert strength.stability == pytest.approx(card.stability, rel=1e-4)
            assert strength.difficulty == pytest.approx(card.difficulty, rel=1e-4)
            gap = rng.choice([1, 2, 5, 17, 60])
            now += timedelta(days=gap)


@pytest.mark.parametrize(
    ("phase", "step", "grade", "expected"),
    [
        (Phase.NEW, 0, A, (Phase.LEARNING, 0, 60)),
        (Phase.NEW, 0, H, (Phase.LEARNING, 0, 330)),
        (Phase.NEW, 0, G, (Phase.LEARNING, 1, 600)),
        (Phase.NEW, 0, E, (Phase.REVIEW, 0, None)),
        (Phase.LEARNING, 1, A, (Phase.LEARNING, 0, 60)),
        (Phase.LEARNING, 1, H, (Phase.LEARNING, 1, 600)),
        (Phase.LEARNING, 1, G, (Phase.REVIEW, 0, None)),
        (Phase.LEARNING, 1, E, (Phase.REVIEW, 0, None)),
        (Phase.REVIEW, 0, A, (Phase.RELEARNING, 0, 600)),
        (Phase.REVIEW, 0, H, (Phase.REVIEW, 0, None)),
        (Phase.RELEARNING, 0, A, (Phase.RELEARNING, 0, 600)),
        (Phase.RELEARNING, 0, H, (Phase.RELEARNING, 0, 900)),
        (Phase.RELEARNING, 0, G, (Phase.REVIEW, 0, None)),
    ],
)
def test_a_grade_moves_a_card_along_its_steps(phase, step, grade, expected):
    phase, step, wait = schedule.moved(phase, step, grade, PLAIN)
    assert (phase, step, wait and wait.total_seconds()) == expected


def test_hard_is_a_pass_and_only_again_a_lapse():
    known = Memory(phase=Phase.REVIEW, strength=rules.Strength(10, 5))
    now = moment(datetime(2026, 1, 1, 12, tzinfo=UTC))
    assert [rules.graded(known, grade, now, CARD).lapses for grade in (A, H, G, E)] == [1, 0, 0, 0]


def test_an_interval_never_exceeds_the_longest():
    assert schedule.days(99_999, None) == 36_500
    assert schedule.days(99_999, 0.999) == 36_500


@pytest.mark.parametrize(
    ("wanted", "low", "high"),
    [(2.5, 2, 4), (7, 5, 9), (10, 8, 12), (20, 17, 23), (100, 93, 107)],
)
def test_days_are_scattered_within_their_range(wanted, low, high):
    assert schedule.around(wanted) == (low, high)
    assert schedule.days(wanted, 0.0) == low
    assert schedule.days(wanted, 0.9999) == high


def test_short_intervals_are_not_scattered():
    assert {schedule.days(2.4, u) for u in (0.0, 0.5, 0.99)} == {2}


@given(st.floats(2.5, 36_000), st.floats(0, 1, exclude_max=True))
def test_a_scattered_day_lies_in_its_range(wanted, u):
    low, high = schedule.around(wanted)
    assert low <= schedule.days(wanted, u) <= high <= schedule.LONGEST


def test_a_longer_interval_is_never_scattered_before_a_shorter_one():
    for u in (0.0, 0.3, 0.99):
        found = [schedule.days(wanted / 4, u) for wanted in range(4, 2000)]
        assert found == sorted(found)


def test_chance_depends_on_the_card_and_its_count_alone():
    assert schedule.chance(CARD, 3) == schedule.chance(CARD, 3)
    assert schedule.chance(CARD, 3) != schedule.chance(CARD, 4)
    assert schedule.chance(CARD, 3) != schedule.chance(UUID(int=8), 3)
    drawn = [schedule.chance(uuid4(), 1) for _ in range(500)]
    assert min(drawn) >= 0
    assert max(drawn) < 1
    assert 0.4 < sum(drawn) / 500 < 0.6


def test_a_step_is_lengthened_by_a_quarter_and_at_most_five_minutes():
    assert schedule.pause(timedelta(minutes=10), 1.0) == timedelta(minutes=12, seconds=30)
    assert schedule.pause(timedelta(hours=2), 1.0) == timedelta(minutes=125)
    assert schedule.pause(timedelta(minutes=10), 0.0) == timedelta(minutes=10)


def test_late_evening_and_early_morning_before_the_day_starts_are_one_day():
    berlin = "Europe/Berlin"
    evening = moment(datetime(2026, 6, 1, 21, 30, tzinfo=UTC), berlin)  # 23:30 there
    small_hours = moment(datetime(2026, 6, 2, 1, 0, tzinfo=UTC), berlin)  # 03:00 there
    morning = moment(datetime(2026, 6, 2, 3, 0, tzinfo=UTC), berlin)  # 05:00 there
    memory = rules.graded(Memory(), G, evening, CARD)
    assert schedule.elapsed(memory, small_hours.day) == 0
    assert schedule.elapsed(memory, morning.day) == 1


def test_from_half_past_eleven_to_five_in_the_morning_is_one_elapsed_day():
    """Twenty-four-hour blocks would call these five and a half hours none."""
    berlin = "Europe/Berlin"
    evening = moment(datetime(2026, 6, 1, 21, 30, tzinfo=UTC), berlin)
    morning = moment(datetime(2026, 6, 2, 3, 0, tzinfo=UTC), berlin)
    once = rules.graded(Memory(), G, evening, CARD, WHOLE_DAYS)
    twice = rules.graded(once, G, morning, CARD, WHOLE_DAYS)
    assert twice.strength == fsrs.outcome(once.strength, G, 1).strength


def test_from_berlin_to_san_francisco_no_day_is_lost_and_none_counts_twice():
    at_home = datetime(2026, 6, 2, 6, tzinfo=UTC)  # 08:00 in Berlin
    flown = [
        moment(at_home, "Europe/Berlin"),
        moment(at_home + timedelta(hours=14), "America/Los_Angeles"),  # 13:00 the same day there
        moment(at_home + timedelta(hours=34), "America/Los_Angeles"),  # 09:00 the next
        moment(at_home + timedelta(hours=58), "Europe/Berlin"),  # 18:00, back at home
    ]
    assert [(one.day - flown[0].day).days for one in flown] == [0, 0, 1, 2]
    memory, elapsed = Memory(), []
    for one in flown:
        elapsed.append(schedule.elapsed(memory, one.day))
        memory = rules.graded(memory, E, one, CARD, WHOLE_DAYS)
    assert elapsed == [0, 0, 1, 1]


@pytest.mark.parametrize("first_day", [date(2026, 3, 28), date(2026, 10, 24)])
def test_a_day_is_a_day_when_the_clocks_change(first_day):
    zone = ZoneInfo("Europe/Berlin")
    evenings = [
        datetime(first_day.year, first_day.month, first_day.day, 23, 30, tzinfo=zone)
        + timedelta(days=n)
        for n in range(3)
    ]
    days = [moment(evening.astimezone(UTC), "Europe/Berlin").day for evening in evenings]
    memory = Memory()
    for evening, day in zip(evenings, days, strict=True):
        assert day == evening.date()
        now = moment(evening.astimezone(UTC), "Europe/Berlin")
        memory = rules.graded(memory, E, now, CARD, WHOLE_DAYS)
        assert schedule.elapsed(memory, day + timedelta(days=1)) == 1


def test_a_day_that_comes_again_on_a_journey_west_counts_as_none():
    berlin = moment(datetime(2026, 6, 2, 3, tzinfo=UTC), "Europe/Berlin")
    memory = rules.graded(Memory(), G, berlin, CARD)
    landed = moment(datetime(2026, 6, 2, 9, tzinfo=UTC), "America/Los_Angeles")
    assert landed.day == berlin.day - timedelta(days=1)
    assert schedule.elapsed(memory, landed.day) == 0


def test_a_step_that_crosses_the_end_of_the_day_waits_for_the_day():
    late = moment(datetime(2026, 1, 2, 3, 55, tzinfo=UTC))
    memory = rules.graded(Memory(), G, late, CARD, PLAIN)
    assert (memory.phase, memory.due_at) == (Phase.LEARNING, None)
    assert memory.due_day == late.day + timedelta(days=1)


def test_a_step_longer_than_a_day_crosses_more_than_one():
    by = Scheduler(steps=(timedelta(minutes=1), timedelta(hours=50)), scattered=False)
    noon = moment(datetime(2026, 1, 2, 12, tzinfo=UTC))
    memory = rules.graded(Memory(), G, noon, CARD, by)
    assert memory.due_day == noon.day + timedelta(days=2)


def test_a_missed_core_point_suggests_again_and_a_bonus_point_nothing():
    core, bonus = uuid4(), uuid4()
    assert rules.suggested([core], [core, bonus]) is Grade.AGAIN
    assert rules.suggested([core], [bonus]) is None
    assert rules.suggested([core], []) is None


def test_a_day_has_twenty_new_cards_and_two_hundred_reviews():
    fresh = rules.Tally(answered=0, introduced=0, steps=3, daily=900, fresh=400)
    assert (fresh.new, fresh.reviews, fresh.due, fresh.left) == (20, 200, 203, 223)
    later = rules.Tally(answered=65, introduced=15, steps=0, daily=160, fresh=385)
    assert (later.new, later.reviews, later.total) == (5, 150, 220)


@pytest.mark.parametrize(
    ("due", "new", "seconds", "expected"), [(0, 0, None, 0), (1, 0, 2.0, 1), (30, 10, 24.0, 20)]
)
def test_minutes_come_from_the_time_an_answer_takes(due, new, seconds, expected):
    assert rules.minutes(due, new, seconds) == expected


@pytest.mark.parametrize(
    ("memory", "words"),
    [
        (Memory(due_at=datetime(2026, 1, 1, 12, 10, tzinfo=UTC)), "10 min"),
        (Memory(due_day=date(2026, 1, 4)), "3 d"),
        (Memory(due_day=date(2026, 3, 2)), "2.0 mo"),
        (Memory(due_day=date(2028, 1, 1)), "2.0 y"),
    ],
)
def test_a_wait_is_told_in_few_letters(memory, words):
    assert rules.wait(memory, datetime(2026, 1, 1, 12, tzinfo=UTC), date(2026, 1, 1)) == words
