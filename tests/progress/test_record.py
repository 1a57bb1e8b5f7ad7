"""Forecasts are written down before the day and compared with what happened."""

from __future__ import annotations

from datetime import timedelta
from math import log
from uuid import UUID, uuid4

import pytest
from django.urls import reverse
from django.utils.timezone import now

from questions.flashcards import actions as flashcards
from questions.flashcards.rules import Grade, Scheduler, Strength
from questions.flashcards.rules.plan import Item
from questions.progress import actions, models, tasks
from questions.progress.models import Forecast
from questions.progress.rules import Verdict, choices, kept, record
from tests import make

DAY, STANDARD = timedelta(days=1), Scheduler()
A, B = UUID(int=1), UUID(int=2)


def test_only_the_first_answer_to_a_promised_card_counts():
    answers = [(A, False), (A, True), (B, True)]
    assert kept({A: 0.9}, answers) == [(0.9, False)]


def test_a_record_says_what_was_promised_and_what_was_known():
    found = record([[(0.85, True)] * 21 + [(0.85, False)] * 4, [], [(0.95, True)] * 10])
    assert [(band.name, band.knew_percent, band.count) for band in found.bands] == [
        ("80–90\N{NO-BREAK SPACE}%", 84, 25),
        ("90–100\N{NO-BREAK SPACE}%", 100, 10),
    ]
    assert found.widest is found.bands[0]
    assert (found.answers, found.days, found.inside) == (35, 2, 2)


def test_little_is_no_record():
    assert record([[(0.9, True)] * 29]) is None
    assert record([]) is None


def test_forecasts_are_compared_with_guessing_ones_average():
    good = [(0.95, True)] * 30 + [(0.1, False)] * 30
    assert record([good]).verdict is Verdict.CLOSER
    assert record([good]).constant == pytest.approx(-log(0.5))
    assert record([[(0.95, n % 2 == 0) for n in range(60)]]).verdict is Verdict.WORSE
    assert record([[(0.5, n % 2 == 0) for n in range(60)]]).verdict is Verdict.SAME


def test_the_moving_average_knows_only_what_came_before():
    first = record([[(0.5, True)] * 30])
    assert first.moving == pytest.approx(sum(-log((n + 1) / (n + 2)) for n in range(30)) / 30)


def test_a_day_far_from_its_range_is_outside():
    assert record([[(0.9, False)] * 30]).inside == 0


def test_a_promise_of_certainty_costs_much_and_not_everything():
    assert record([[(1.0, False)] * 30]).loss < 7


def test_a_higher_aim_takes_more_answers_and_leaves_more_known():
    items = [Item(UUID(int=n), Strength(5.0 + n, 5.0), seen=100, due=105 + n) for n in range(60)]
    found = choices(items, 120, 100, STANDARD)
    answers = [each.answers for each in found]
    assert answers == sorted(answers)
    assert found[-1].recall > found[0].recall
    assert choices(items, 60, 100, STANDARD)[0].answers == pytest.approx(answers[0] / 2)
    assert choices([Item(A)], 1, 100, STANDARD) == []


def test_a_day_is_forecast_once_and_the_first_word_stands(learner, noon):
    card = make.card(learner, due=noon.date())
    topic = make.topic()
    card.question.topics.add(topic)
    target = make.target(learner, [topic], date=noon.date() + 5 * DAY)
    first = actions.forecast(learner, at=noon)
    assert first.chances == {card.pk.hex: 900}
    assert set(first.ready) == {target.pk.hex}
    card.delete()
    assert actions.forecast(learner, at=noon + timedelta(hours=1)) == first


def test_what_was_never_seen_or_is_suspended_is_promised_nothing(learner, noon):
    make.card(learner)
    make.card(learner, due=noon.date(), suspended=True)
    assert actions.forecast(learner, at=noon).chances == {}


def test_the_chore_forecasts_whoever_studied_lately_on_their_own_day(learner, stranger, noon):
    make.card(learner, due=noon.date())
    make.card(stranger, due=noon.date() - 90 * DAY)
    tasks.forecast_days(noon)
    tasks.forecast_days(noon + timedelta(hours=1))
    tasks.forecast_days(noon + DAY)
    assert list(Forecast.objects.values_list("learner", "day").order_by("day")) == [
        (learner.pk, noon.date()),
        (learner.pk, noon.date() + DAY),
    ]


def answered(learner, card, grade, at):
    return flashcards.grade(learner, card.pk, grade, key=uuid4(), at=at)


def test_a_day_is_settled_by_its_first_answers_that_were_not_taken_back(learner, noon):
    cards = [make.card(learner, due=noon.date()) for _ in range(4)]
    early, known, missed, undone = cards
    answered(learner, early, Grade.GOOD, noon - timedelta(hours=1))
    actions.forecast(learner, at=noon)
    later = noon + timedelta(hours=1)
    answered(learner, known, Grade.HARD, later)
    answered(learner, missed, Grade.AGAIN, later + timedelta(minutes=1))
    answered(learner, missed, Grade.GOOD, later + timedelta(hours=1))
    answered(learner, undone, Grade.GOOD, later + timedelta(hours=2))
    flashcards.undo(learner, key=uuid4(), at=later + timedelta(hours=3))
    (open_,) = Forecast.objects.all()
    live = open_.promises(models.answers_to([open_])[learner.pk, noon.date()])
    assert live == [(0.9, True), (0.9, False)]
    tasks.settle_days(noon + 3 * DAY)
    assert not Forecast.objects.get().settled
    tasks.settle_days(noon + 4 * DAY)
    (settled,) = Forecast.objects.all()
    assert (settled.kept, settled.chances) == ([[900, 1], [900, 0]], {})
    assert settled.promises([]) == live


def test_progress_says_how_good_our_forecasts_were(browser, learner):
    page = reverse("progress:readiness")
    assert "After 30 such answers" in browser.get(page).content.decode()
    today = learner.day_of(now())
    promises = [[850, 1]] * 42 + [[850, 0]] * 8
    make.forecast(learner, today - 5 * DAY, kept=promises, settled=True)
    shown = " ".join(browser.get(page).content.decode().split())
    assert "Of the cards we said 80–90 % for, you knew <strong>84 %</strong> (50 answers)." in shown


def test_a_phone_reads_the_record_the_trend_and_the_activity(phone, learner):
    today, api = learner.day_of(now()), phone(learner)
    assert api.get("/api/v1/readiness/record/").json() == {"record": None}
    topic = make.topic()
    target = make.target(learner, [topic])
    card = make.card(learner, make.question(topics=[topic]), due=today)
    ready = {target.pk.hex: [0.5, 0.4, 0.6]}
    promises = [[850, 1]] * 42 + [[850, 0]] * 8
    make.forecast(learner, today - 5 * DAY, kept=promises, settled=True, ready=ready)
    answered(learner, card, Grade.AGAIN, now())
    found = api.get("/api/v1/readiness/record/").json()["record"]
    assert (found["answers"], found["bands"][0]["knew"]) == (50, 0.84)
    (readiness,) = api.get("/api/v1/readiness/").json()
    assert readiness["trend"] == [
        {"day": str(today - 5 * DAY), "recall": 0.5, "low": 0.4, "high": 0.6}
    ]
    activity = api.get("/api/v1/readiness/activity/").json()
    assert activity["done"] == [{"day": str(today), "answers": 1}]
    assert sum(day["due"] for day in activity["load"]) == 1
    assert [aim["retention"] for aim in activity["aims"]][2] == 0.9
