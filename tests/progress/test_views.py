"""The front page, and Today."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import now

from questions.bank.models import KeyPoint
from questions.flashcards import actions
from questions.flashcards.models import Card
from questions.flashcards.rules import Grade
from questions.marks import actions as marks
from questions.marks.rules import Verdict, Where
from tests import make
from tests.conftest import HTMX

FRONT, TODAY = reverse("progress:front"), reverse("progress:today")


def test_the_front_page_has_a_question_to_try_without_an_account(db):
    make.question("What is a bucket?", "A place.", points=[("a place", True)])
    page = Client().get(FRONT).content.decode()
    assert "What is a bucket?" in page
    assert "a place" in page
    assert reverse("account_signup") in page


def test_the_front_page_of_an_empty_bank_offers_no_quiz(db):
    ten = reverse("quizzes:try_ten")
    empty = Client().get(FRONT)
    assert empty.status_code == 200
    assert ten not in empty.content.decode()
    make.question("What is a bucket?")
    assert ten in Client().get(FRONT).content.decode()


def test_a_newcomer_to_an_empty_bank_is_sent_for_a_document(browser, db):
    empty = browser.get(TODAY).content.decode()
    assert "There is nothing to study yet." in empty
    assert "Take a quiz" not in empty
    make.question("What is a bucket?", topics=[make.topic()])
    assert "There are three ways to begin" in browser.get(TODAY).content.decode()


def test_who_is_signed_in_goes_on_to_today(browser):
    assert browser.get(FRONT)["Location"] == TODAY


def test_today_is_for_those_who_are_signed_in(db):
    assert reverse("account_login") in Client().get(TODAY)["Location"]


def test_htmx_gets_the_fragment_alone(browser):
    assert browser.get(TODAY, headers=HTMX).content.strip().startswith(b'<section id="today"')


def test_a_newcomer_makes_cards_of_topics_with_one_button(browser, learner):
    make.question("One?", topics=[make.topic("Storage")])
    page = browser.get(TODAY)
    assert [topic.slug for topic in page.context["subjects"]] == ["storage"]
    given = {"key": page.context["key"], "topic": ["storage"]}
    browser.post(reverse("flashcards:add"), given)
    assert browser.get(TODAY).context["day"].new == 1


def test_today_says_how_much_there_is_and_how_long_it_takes(browser, learner):
    today = learner.day_of(now())
    for _ in range(3):
        make.card(learner, due=today)
    make.card(learner)
    page = browser.get(TODAY)
    assert (page.context["day"].due, page.context["day"].new) == (3, 1)
    assert page.context["minutes"] == 2  # five answers of twenty seconds
    assert reverse("flashcards:review").encode() in page.content


def test_the_minutes_follow_ones_own_answer_times(browser, learner):
    card, known = make.card(learner), make.card(learner, due=learner.day_of(now()))
    for _ in range(30):
        actions.grade(learner, card.pk, Grade.EASY, key=uuid4(), at=now(), seconds=500)
    assert known.pk
    assert browser.get(TODAY).context["minutes"] == 1  # one answer, a little under a minute
    make.card(learner)
    assert browser.get(TODAY).context["minutes"] == 3


def test_one_quick_answer_does_not_make_the_day_longer(browser, learner):
    cards = [make.card(learner) for _ in range(40)]
    actions.change_settings(learner, minutes_per_day=10, new_per_day=40)
    assert browser.get(TODAY).context["day"].new == 15
    actions.grade(learner, cards[0].pk, Grade.EASY, key=uuid4(), at=now(), seconds=1)
    assert browser.get(TODAY).context["day"].new == 15


def test_when_nothing_is_due_today_says_when_something_will_be(browser, learner):
    make.card(learner, due=learner.day_of(now()) + timedelta(days=1))
    page = browser.get(TODAY).content
    assert b"Nothing is due" in page
    assert b"tomorrow" in page


def test_weak_topics_are_named(browser, learner):
    points = [(f"point {n}", False) for n in range(6)]
    question = make.question(points=points, topics=[make.topic("Storage")])
    missed = dict.fromkeys(KeyPoint.objects.values_list("pk", flat=True), Verdict.MISSED)
    marks.tick(learner, missed, where=Where.QUIZ, key=uuid4(), at=now())
    make.card(learner, question)
    page = browser.get(TODAY)
    assert [topic.name for topic in page.context["weakest"]] == ["Storage"]
    assert b"0 % of the points" in page.content


@pytest.mark.parametrize("count", [1, 25, 500])
def test_today_asks_the_same_whatever_the_number_of_cards(
    browser, learner, count, django_assert_num_queries
):
    source, today = make.document(), learner.day_of(now())
    first = make.card(learner, make.question(document=source), due=today)
    Card.objects.bulk_create(
        Card(
            learner=learner,
            question=first.question,
            face=KeyPoint.objects.create(question=first.question, position=n, text=str(n)),
            added=make.AT,
            added_under=uuid4(),
            due_day=today,
        )
        for n in range(count - 1)
    )
    browser.get(TODAY)
    with django_assert_num_queries(7):
        # session, person, the day, any card, pace, topics, answers by day
        browser.get(TODAY)
