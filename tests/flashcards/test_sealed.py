"""Cards that ask what their learner is being asked in an exam: they wait, and nothing is lost."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.urls import reverse
from django.utils.timezone import now

from questions.bank import actions as bank
from questions.flashcards import actions as flashcards
from questions.flashcards.models import Card, Event, asked, coming, outlook
from questions.flashcards.rules import Grade
from tests import make

EXAM = UUID(int=5)


@pytest.fixture
def due(learner):
    return make.card(learner, make.question("What is a lamp?"), due=now().date())


def sealed(learner, *cards):
    bank.seal(learner, [card.question_id for card in cards], exam=EXAM, until=None)


def test_it_is_not_asked_and_the_day_says_how_many_wait(learner, due):
    other = make.card(learner, due=now().date())
    before = outlook(learner, now())
    sealed(learner, due)
    day = outlook(learner, now())
    assert (before.due, before.closed) == (2, 0)
    assert (day.due, day.closed, day.next) == (1, 1, other.pk)


@pytest.mark.parametrize("fields", [{}, {"phase": "learning", "due_at": make.AT}])
def test_new_ones_and_those_in_their_steps_wait_as_well(learner, fields):
    card = make.card(learner, **fields)
    assert outlook(learner, now()).next == card.pk
    sealed(learner, card)
    assert outlook(learner, now()).next is None


def test_it_comes_again_when_the_exam_is_handed_in(learner, due):
    sealed(learner, due)
    bank.unseal(learner, EXAM)
    assert outlook(learner, now()).next == due.pk


def test_a_card_of_a_folded_question_waits_with_the_one_that_stands_for_it(learner):
    head = make.question("What is a lamp?")
    card = make.card(learner, make.question("What would a lamp be?", folded_into=head))
    bank.seal(learner, [head.pk], exam=EXAM, until=None)
    assert outlook(learner, now()).next is None
    assert asked(learner, card.pk).exam == EXAM


def test_what_comes_later_is_counted_without_it(learner):
    later = now().date() + timedelta(days=3)
    cards = [make.card(learner, due=later) for _ in range(2)]
    sealed(learner, cards[0])
    assert coming(learner, now()).count == 1


def test_its_own_page_shows_the_prompt_and_the_way_to_hand_in(learner, due, browser):
    sealed(learner, due)
    page = browser.get(reverse("flashcards:card", args=[due.pk])).content.decode()
    assert "What is a lamp?" in page
    assert reverse("quizzes:finish", args=[EXAM]) in page
    assert "named place" not in page


def test_a_page_opened_before_and_a_device_offline_lose_no_answer(learner, due, phone):
    sealed(learner, due)
    flashcards.grade(learner, due.pk, Grade.GOOD, key=uuid4(), at=now())
    event = {"kind": "review", "card": str(due.pk), "grade": 3, "at": now().isoformat()}
    body = {"events": [{"key": str(uuid4()), **event}]}
    (result,) = phone(learner).post("/api/v1/sync/events/", body).json()["results"]
    assert result["status"] == "accepted"
    assert Event.objects.filter(card=due).count() == 2
    assert Card.objects.get().reps == 3


def test_a_phone_is_told_the_question_without_its_answer_and_later_whole(learner, due, phone):
    def news(since):
        return phone(learner).get(f"/api/v1/sync/?since={since}").json()

    whole = news("")
    sealed(learner, due)
    closed = news(whole["cursor"])
    assert news(closed["cursor"])["questions"] == []
    bank.unseal(learner, EXAM)
    again = news(closed["cursor"])
    for told, is_closed in ((whole, False), (closed, True), (again, False)):
        (question,) = told["questions"]
        assert question["sealed"] is is_closed
        assert bool(question["answers"]) is not is_closed
        asked_for = [row["card"] for day in told["queue"] for row in day["cards"]]
        assert (str(due.pk) in asked_for) is not is_closed


def test_a_cram_leaves_it_out_or_passes_it_over(learner, due, browser):
    begun = make.cram(learner, due.question)
    sealed(learner, due)
    address = reverse("flashcards:cram", args=[begun.pk])
    assert "named place" not in browser.get(address).content.decode()
    body = {"key": uuid4(), "card": due.pk, "known": "1"}
    page = browser.post(f"{address}answer/", body, follow=True).content.decode()
    assert "All 1 known" in page


def test_the_next_card_costs_as_many_statements(learner, due, browser, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    address = reverse("flashcards:review")
    browser.get(address)
    with CaptureQueriesContext(connection) as before:
        browser.get(address)
    sealed(learner, make.card(learner))
    with django_assert_num_queries(len(before)):
        browser.get(address)
