"""What is taken along to be studied without network, and what a browser keeps of the site."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import now

from questions.flashcards import actions as flashcards
from questions.progress import models
from tests import make

DAY = timedelta(days=1)


def test_the_cards_of_today_and_three_more_days_are_taken_along(learner, stranger, noon):
    today = noon.date()
    late, last = make.card(learner, due=today - DAY), make.card(learner, due=today + 3 * DAY)
    make.card(learner, due=today + 4 * DAY)
    make.card(learner, due=today, suspended=True)
    make.card(stranger, due=today)
    new = make.card(learner)
    pack = models.pack(learner, noon)
    assert [card.id for card in pack.cards] == [late.pk, last.pk, new.pk]
    assert (pack.person, pack.day, pack.new_today) == (learner.pk, today, 1)


def test_a_card_is_taken_for_the_day_on_which_it_will_be_asked(learner, noon):
    today = noon.date()
    spread = make.card(learner, due=today, moved_from=today, moved_to=today + 2 * DAY)
    buried = make.card(learner, due=today, buried_until=today + DAY)
    days = {card.id: card.due_day for card in models.pack(learner, noon).cards}
    assert days == {spread.pk: today + 2 * DAY, buried.pk: today + DAY}


def test_new_cards_are_taken_for_each_of_the_days(learner, noon):
    flashcards.change_settings(learner, new_per_day=2)
    for _ in range(10):
        make.card(learner)
    assert len(models.pack(learner, noon).cards) == 8


def test_a_card_says_where_each_grade_leads_on_the_day_it_is_due(learner):
    at = datetime(2026, 11, 10, 12, tzinfo=UTC)
    make.card(learner, due=at.date() + 2 * DAY)
    make.card(learner)
    known, new = models.pack(learner, at).cards
    again, _, good, easy = known.leads
    assert (again.seconds or 0) >= 600
    assert good.days is not None
    assert good.days > 10  # ten days of stability, and asked on the tenth
    assert easy.days is not None
    assert easy.days > good.days
    assert [lead.word for lead in new.leads] == ["Again", "Hard", "Good", "Easy"]
    assert new.leads[2].seconds is not None


def test_a_card_is_written_as_it_is_shown(browser, learner):
    question = make.question("One <b>way</b>?", choices=[("left", True), ("right", False)])
    make.card(learner, question, due=learner.day_of(now()))
    told = browser.get(reverse("progress:pack")).json()
    assert told["person"] == str(learner.pk)
    assert told["token"]
    (card,) = told["cards"]
    assert card["leads"]["3"][1] > 0
    assert "One <b>way</b>?" in card["html"]
    assert card["html"].count("left") == 2  # among the options, and as the right one


def test_a_phone_takes_the_same_along(phone, learner):
    card = make.card(learner, due=learner.day_of(now()))
    found = phone(learner).get("/api/v1/offline/").json()
    assert [each["id"] for each in found["cards"]] == [str(card.pk)]
    assert found["cards"][0]["points"][0]["core"] is True


@pytest.mark.parametrize("count", [1, 12])
def test_taking_along_asks_the_same_whatever_there_is(
    learner, noon, count, django_assert_num_queries
):
    for _ in range(count):
        make.card(learner, due=noon.date())
        make.card(learner)
    models.pack(learner, noon)
    with django_assert_num_queries(4):  # the day, due, new, points
        models.pack(learner, noon)


def test_the_kept_page_is_the_same_for_everybody(browser):
    page = reverse("progress:offline")
    assert browser.get(page).content == Client().get(page).content


def test_the_worker_names_every_file_of_the_kept_page(client, db):
    worker = client.get(reverse("progress:worker"))
    assert worker["Content-Type"].startswith("text/javascript")
    page = client.get(reverse("progress:offline")).content.decode()
    files = [part.split('"')[0] for part in page.split('"/static/')[1:]]
    assert files
    for file in files:
        assert f"/static/{file}" in worker.content.decode()


def test_signing_out_has_the_browser_clear_what_it_kept(browser):
    assert "Clear-Site-Data" not in browser.get(reverse("progress:today"))
    answer = browser.post(reverse("account_logout"))
    assert answer["Clear-Site-Data"] == '"cache", "storage"'
