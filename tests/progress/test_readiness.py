"""How much will be known on a date, how sure that is, and what would raise it most."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils.timezone import now

from questions.flashcards import actions
from questions.flashcards.rules import Grade
from questions.progress.models import ready
from questions.progress.rules import readiness
from tests import make

DAY = timedelta(days=1)
PAGE = reverse("progress:readiness")


def cards(learner, topic, count, **fields):
    source = make.document()
    return [
        make.card(
            learner,
            make.question(f"{topic.slug} {n}?", document=source, points=(), topics=[topic]),
            place=n,
            **fields,
        )
        for n in range(count)
    ]


@pytest.fixture
def storage(db):
    return make.topic("Storage")


def test_readiness_is_the_mean_with_a_range_for_four_of_five_days():
    found = readiness("a", "A", [0.5, 0.5, 0.5, 0.5])
    assert found.recall == 0.5
    assert (found.low, found.high) == pytest.approx((0.5 - 0.32, 0.5 + 0.32))
    assert (found.percent, found.low_percent, found.high_percent) == (50, 18, 82)


def test_what_was_never_seen_counts_as_not_known():
    found = readiness("a", "A", [None, None, 1.0, 1.0])
    assert (found.recall, found.unseen, found.low, found.high) == (0.5, 2, 0.5, 0.5)


def test_the_range_stays_between_nothing_and_all():
    found = readiness("a", "A", [0.01, 0.9])
    assert found.low >= 0
    assert readiness("a", "A", [0.99]).high == 1
    assert readiness("a", "A", []).recall == 0


def test_readiness_is_told_by_topic_and_in_all(learner, noon, storage):
    locks = make.topic("Locks", parent=storage)
    cards(learner, storage, 2, due=noon.date())
    cards(learner, locks, 2)
    target = make.target(learner, [storage], date=noon.date() + 5 * DAY)
    (found,) = ready(learner, noon)
    assert (found.target, found.days) == (target, 5)
    assert (found.whole.cards, found.whole.unseen) == (4, 2)
    assert [(topic.name, topic.unseen) for topic in found.topics] == [("Locks", 2), ("Storage", 0)]
    assert found.topics[0].recall == 0
    assert found.whole.recall == pytest.approx(found.topics[1].recall / 2)


def test_what_twenty_minutes_would_raise_most_is_told_by_topic(learner, noon, storage):
    locks = make.topic("Locks", parent=storage)
    cards(learner, storage, 2, due=noon.date(), stability=500.0)
    cards(learner, locks, 3)
    make.target(learner, [storage], date=noon.date() + 5 * DAY)
    (found,) = ready(learner, noon)
    assert [(part.name, part.new, part.known) for part in found.raises] == [
        ("Locks", 3, 0),
        ("Storage", 0, 2),
    ]
    assert found.raises[0].gain > found.raises[1].gain > 0
    assert float(found.raises[0].points) == pytest.approx(100 * found.raises[0].gain, abs=0.06)


def test_twenty_minutes_hold_only_so_much(learner, noon, storage):
    cards(learner, storage, 40)
    make.target(learner, [storage], date=noon.date() + 5 * DAY)
    (found,) = ready(learner, noon)
    assert found.raises[0].new == 25  # sixty answers, 2.35 for each


def test_what_was_seen_today_raises_nothing_more(learner, noon, storage):
    (card,) = cards(learner, storage, 1)
    actions.grade(learner, card.pk, Grade.EASY, key=uuid4(), at=noon)
    make.target(learner, [storage], date=noon.date() + 5 * DAY)
    (found,) = ready(learner, noon)
    assert found.raises == []
    assert found.whole.recall > 0.8


def test_the_page_shows_readiness_and_what_to_do(browser, learner, storage):
    cards(learner, storage, 3)
    target = make.target(learner, [storage], name="Acme")
    page = browser.get(PAGE).content.decode()
    assert "Acme" in page
    assert "3 of 3" in page
    assert "What 20 minutes would raise most" in page
    assert reverse("flashcards:target", args=[target.pk]) in page


def test_without_a_date_or_cards_the_page_says_what_to_do(browser, learner, storage):
    assert reverse("flashcards:targets") in browser.get(PAGE).content.decode()
    make.target(learner, [storage])
    assert "No card of yours is on its topics" in browser.get(PAGE).content.decode()


def test_today_says_how_ready_one_is(browser, learner, storage):
    cards(learner, storage, 2)
    today = reverse("progress:today")
    assert browser.get(today).context["ready"] == []
    make.target(learner, [storage], name="Acme")
    page = browser.get(today)
    assert [each.whole.unseen for each in page.context["ready"]] == [2]
    assert PAGE in page.content.decode()


@pytest.mark.parametrize("count", [1, 20])
def test_readiness_takes_the_same_statements_whatever_there_is(
    browser, learner, storage, count, django_assert_num_queries
):
    cards(learner, storage, count)
    for n in range(count):
        make.target(learner, [storage], date=learner.day_of(now()) + (n + 1) * DAY)
        make.forecast(learner, learner.day_of(now()) - n * DAY)
    with django_assert_num_queries(15):
        # session, person, settings, forecasts, what became of them, seen cards; settings, pace,
        # targets, topics, left out, cards; answers by day, due; unseen
        browser.get(PAGE)


def test_a_phone_reads_readiness(phone, learner, stranger, storage):
    cards(learner, storage, 2)
    target = make.target(learner, [storage])
    (found,) = phone(learner).get("/api/v1/readiness/").json()
    assert set(found) == {"target", "date", "days", "whole", "topics", "raises", "trend"}
    assert found["target"] == str(target.pk)
    assert found["whole"]["unseen"] == 2
    assert found["raises"][0]["new"] == 2
    assert phone(stranger).get("/api/v1/readiness/").json() == []
