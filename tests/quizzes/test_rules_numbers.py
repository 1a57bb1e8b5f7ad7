"""The arithmetic of quizzes: the clock, certainty, order, and what first attempts say."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questions.marks.rules.ability import Outcome, Rating, Ratings, expected, level, most_telling
from questions.quizzes import rules
from questions.quizzes.rules import Certainty, ItemKind, Mode, Settings
from questions.quizzes.rules.statistics import covariance

NOON = datetime(2026, 11, 10, 12, tzinfo=UTC)
ROWS = [[1, 1, 1, 1], [1, 1, 1, 0], [1, 1, 0, 0], [1, 0, 0, 1], [0, 0, 0, 0]]


def of_column(number):
    scores = [row[number] for row in ROWS]
    return rules.measured(scores, [sum(row) - row[number] for row in ROWS])


@pytest.mark.parametrize(
    ("number", "facility", "discrimination", "efficiency"),
    [(0, 80, 68.64, 100), (1, 60, 48.04, 54.55), (2, 40, 58.33, 100), (3, 40, 14.00, 16.67)],
)
def test_a_known_matrix_gives_the_published_figures(number, facility, discrimination, efficiency):
    found = of_column(number)
    assert found.facility == pytest.approx(facility)
    assert found.discrimination == pytest.approx(discrimination, abs=0.005)
    assert found.efficiency == pytest.approx(efficiency, abs=0.005)


def test_the_same_matrix_has_the_published_alpha():
    assert rules.alpha(ROWS) == pytest.approx(2 / 3)


@pytest.mark.parametrize("rows", [[], [[1, 0]], [[1], [0]], [[1, 1], [1, 1]]])
def test_alpha_is_nothing_where_nothing_varies(rows):
    assert rules.alpha(rows) is None


def test_nothing_is_said_of_twenty_nine_attempts_and_something_of_thirty():
    scores = [1.0, 0.0] * 15
    assert rules.measure(scores[:29], scores[:29]) is None
    assert rules.measure(scores, scores).discrimination == pytest.approx(100)


def test_a_question_that_all_get_right_discriminates_nothing():
    found = rules.measure([1.0] * 30, [n / 30 for n in range(30)])
    assert (found.facility, found.discrimination, found.efficiency) == (100, None, None)
    assert "nearly everybody" in found.hurts


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=2, max_size=40))
@settings(max_examples=30)
def test_no_pairing_goes_together_better_than_the_sorted_one(pairs):
    one, other = zip(*pairs, strict=True)
    assert covariance(one, other) <= covariance(sorted(one), sorted(other)) + 1e-9


@pytest.mark.parametrize(
    ("certainty", "right", "half", "wrong"), [(1, 1, 0.5, 0), (2, 2, 1, -2), (3, 3, 1.5, -6)]
)
def test_certainty_pays_as_published(certainty, right, half, wrong):
    sure = Certainty(certainty)
    assert [rules.worth(score, sure) for score in (1, 0.5, 0)] == [right, half, wrong]


@given(st.floats(0, 1))
def test_honesty_pays_best(chance):
    def pays(sure):
        return chance * rules.worth(1, sure) + (1 - chance) * rules.worth(0, sure)

    honest = Certainty(1 + (chance >= 2 / 3) + (chance >= 0.8))
    assert pays(honest) == pytest.approx(max(map(pays, Certainty)))


def test_certainties_are_told_apart():
    [guess, sure] = rules.by_certainty([(3, 1), (1, 0), (3, 0)])
    assert (guess.certainty, guess.items, guess.percent, guess.worth) == (1, 1, 0, 0)
    assert (sure.certainty, sure.items, sure.percent, sure.worth) == (3, 2, 50, -3)


@pytest.mark.parametrize(
    ("seconds", "close", "pace", "ends"),
    [
        (None, None, 1.0, None),
        (60, None, 1.0, 60),
        (60, None, 1.5, 90),
        (60, None, None, None),
        (60, 30, 1.0, 30),
        (60, 70, 2.0, 70),
        (60, 70, None, 70),
        (None, 70, 1.0, 70),
    ],
)
def test_a_quiz_ends_at_its_limit_or_its_close_whichever_comes_first(seconds, close, pace, ends):
    closing = None if close is None else NOON + timedelta(seconds=close)
    found = rules.deadline(NOON, seconds, closing, pace=pace)
    assert found == (None if ends is None else NOON + timedelta(seconds=ends))


@pytest.mark.parametrize(("after", "left"), [(0, 60), (0.4, 60), (59.9, 1), (60, 0), (99, 0)])
def test_seconds_left_are_counted_to_the_end(after, left):
    ends = NOON + timedelta(seconds=60)
    assert rules.left(ends, NOON + timedelta(seconds=after)) == left
    assert rules.left(None, NOON) is None


@pytest.mark.parametrize(("seconds", "said"), [(5, "0:05"), (245, "4:05"), (3723, "1:02:03")])
def test_a_clock_shows_what_people_read(seconds, said):
    assert rules.spelled(seconds) == said


@pytest.mark.parametrize(
    ("given", "score"),
    [("abcd", 1), ("dcba", 0), ("bacd", 2 / 3), ("abc", 0), ("abcc", 0), ("badc", 1 / 3)],
)
def test_order_is_worth_the_pairs_in_order_above_chance(given, score):
    assert rules.score_order(list(given), list("abcd")) == pytest.approx(score)


def test_a_sprint_is_quick_and_an_exam_is_silent():
    every = tuple(ItemKind)
    assert Settings(mode=Mode.SPRINT, kinds=every).asked_kinds == rules.QUICK
    assert Settings(mode=Mode.SPRINT, kinds=(ItemKind.TYPED,)).asked_kinds == rules.QUICK
    assert ItemKind.SPOKEN not in Settings(mode=Mode.EXAM, kinds=every).asked_kinds
    assert Settings(mode=Mode.EXAM, kinds=(ItemKind.SPOKEN,)).asked_kinds == rules.WRITTEN
    assert Settings(kinds=()).asked_kinds == rules.WRITTEN


@pytest.mark.parametrize(
    ("chosen", "seconds"),
    [
        (Settings(), None),
        (Settings(minutes=3), 180),
        (Settings(mode=Mode.EXAM, length=20), 1800),
        (Settings(mode=Mode.EXAM, minutes=5), 300),
        (Settings(mode=Mode.SPRINT), 120),
    ],
)
def test_only_exams_and_sprints_have_a_clock_unasked(chosen, seconds):
    assert chosen.seconds == seconds


def test_settings_from_before_there_were_modes_are_practice():
    old = {"topics": [], "difficulty": [], "length": 5, "kinds": ["typed"], "questions": []}
    assert Settings.from_json(old) == Settings(length=5, kinds=(ItemKind.TYPED,))


def test_mixing_takes_each_kind_as_often_as_can_be():
    choice, typed = ItemKind.CHOICE, ItemKind.TYPED
    possible = [{typed}, {typed, choice}, {typed}, {typed, choice}, {choice}]
    mixed = rules.mix(possible, (choice, typed), 4)
    assert sorted(mixed) == [(0, typed), (1, choice), (2, typed), (3, choice)]
    only = rules.mix(possible, (choice,), 5)
    assert sorted(only) == [(0, typed), (1, choice), (2, typed), (3, choice), (4, choice)]


def test_a_step_falls_as_answers_grow():
    steps = [Rating(answers=n).step for n in (0, 10, 50)]
    assert steps == pytest.approx([0.8, 0.533, 0.229], abs=0.0005)


def test_chance_is_a_logistic_above_guessing():
    assert expected(0, 0) == 0.5
    assert expected(0, 0, 0.25) == 0.625
    assert expected(-99, 0, 0.25) == pytest.approx(0.25)


def test_success_moves_ability_up_and_hardness_down():
    known: Ratings[str, str] = Ratings()
    known.learn(Outcome("q", ("t", "u"), 1.0))
    assert known.abilities == {"t": Rating(0.4, 1), "u": Rating(0.4, 1)}
    assert known.hardness == {"q": Rating(-0.4, 1)}
    known.learn(Outcome("q", ("t",), 0.0))
    assert known.abilities["t"].value < 0.4
    assert known.hardness["q"].value > -0.4


@pytest.mark.parametrize(
    ("hardness", "said"), [(-2, "easy"), (-1.0, "medium"), (0, "medium"), (1, "hard")]
)
def test_a_level_follows_from_how_an_average_person_does(hardness, said):
    assert level(hardness) == said


def test_what_is_asked_next_is_neither_sure_nor_hopeless():
    assert most_telling({"sure": 0.95, "fair": 0.6, "hopeless": 0.2}) == "fair"
