"""A cram: cards gone through until each was known, and no schedule changes."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest
from django.http import Http404
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st

from questions.bank.models import Question
from questions.flashcards import actions
from questions.flashcards.models import Card, Cram, Event, outlook
from questions.flashcards.rules import Which
from questions.flashcards.rules.cram import NothingToCram, Round, answered
from questions.marks.models import Tick
from questions.marks.rules import Verdict
from tests import make
from tests.conftest import HTMX

ONE, TWO, SIX = UUID(int=1), UUID(int=2), UUID(int=6)


def test_what_is_missed_comes_again_four_cards_later_and_what_is_known_is_done():
    six = tuple(UUID(int=n) for n in range(1, 7))
    missed = answered(Round(six), known=False)
    assert missed.waiting == (*six[1:5], ONE, SIX)
    assert missed.missed == (ONE,)
    assert answered(missed, known=True).waiting == (*six[2:5], ONE, SIX)


def test_the_last_card_comes_again_at_once_and_is_missed_once_in_the_list():
    now = answered(answered(Round((ONE,)), known=False), known=False)
    assert (now.waiting, now.missed) == ((ONE,), (ONE,))


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 20), st.lists(st.booleans(), max_size=60))
def test_every_card_is_known_in_the_end_and_none_is_lost(count, answers):
    cards = tuple(UUID(int=n) for n in range(1, count + 1))
    now, known = Round(cards), set()
    for answer in [*answers, *[True] * count]:
        if now.waiting:
            known |= {now.waiting[0]} if answer else set()
            now = answered(now, answer)
    assert now.waiting == ()
    assert known == set(cards)


def state():
    """Everything that a schedule is made of."""
    return list(Card.objects.order_by("pk").values()), Event.objects.count()


def test_going_through_changes_no_card_no_log_and_no_day(learner, noon):
    cards = [make.card(learner, due=noon.date()) for _ in range(3)]
    before, day = state(), outlook(learner, noon)
    cram = actions.start_cram(learner, count=20, at=noon)
    point = cards[0].question.points.get()
    for known in (False, True, True, True):
        verdicts = {point.pk: Verdict.MISSED}
        cram = actions.answer_cram(
            learner, cram.pk, cram.next, known=known, key=uuid4(), at=noon, verdicts=verdicts
        )
    assert cram.finished == noon
    assert (state(), outlook(learner, noon)) == (before, day)
    assert set(Tick.objects.values_list("where", flat=True)) == {"rehearsal"}


def test_the_weakest_of_a_topic_and_set_come_first(learner, noon):
    topic = make.topic("Storage")
    strong = make.card(learner, make.question("A?", topics=[topic]), due=noon.date(), stability=90)
    weak = make.card(learner, make.question("B?", topics=[topic]), due=noon.date(), stability=2)
    make.card(learner, make.question("Other?"))
    make.card(learner, make.question("Resting?", topics=[topic]), suspended=True)
    cram = actions.start_cram(learner, topic="storage", count=20, at=noon)
    assert [str(weak.pk), str(strong.pk)] == cram.waiting
    assert cram.name == "Storage"
    with pytest.raises(NothingToCram):
        actions.start_cram(learner, topic="storage", which=Which.FLAGGED, count=20, at=noon)


def test_an_answer_that_comes_twice_counts_once(learner, noon):
    cram = make.cram(learner, *(make.question(f"{n}?") for n in range(2)))
    first = cram.next
    for _ in range(2):
        cram = actions.answer_cram(learner, cram.pk, first, known=True, key=uuid4(), at=noon)
    assert cram.known == 1


def test_a_strangers_cram_is_not_there(learner, stranger, noon):
    cram = make.cram(stranger, make.question())
    with pytest.raises(Http404):
        actions.answer_cram(learner, cram.pk, cram.next, known=True, key=uuid4(), at=noon)


def test_the_pages_go_from_the_choice_to_the_end(browser, learner):
    question = make.question("What is a bucket?")
    make.card(learner, question)
    given = {"key": uuid4(), "topic": "", "which": "", "count": 5}
    to = browser.post(reverse("flashcards:start_cram"), given)["Location"]
    assert browser.post(reverse("flashcards:start_cram"), given)["Location"] == to
    page = browser.get(to).content.decode()
    assert "What is a bucket?" in page
    cram = Cram.objects.get()
    answer = {"key": uuid4(), "card": cram.next, "point": [question.points.get().pk]}
    address = reverse("flashcards:answer_cram", args=[cram.pk])
    assert browser.post(address, answer).status_code == 422
    again = browser.post(address, {**answer, "known": "0"}, headers=HTMX).content.decode()
    assert again.startswith('<section id="cram"')
    done = browser.post(address, {**answer, "key": uuid4(), "known": "1"}, follow=True)
    assert "Missed at least once" in done.content.decode()
    assert Tick.objects.get().verdict == "missed"


def test_a_cram_that_cannot_be_is_told_on_its_page(browser, learner):
    make.card(learner)
    given = {"key": uuid4(), "topic": "", "which": "", "count": 0}
    assert browser.post(reverse("flashcards:start_cram"), given).status_code == 422
    given = {"key": uuid4(), "which": "flagged", "count": 5}
    response = browser.post(reverse("flashcards:start_cram"), given)
    assert (response.status_code, b"Choose another topic" in response.content) == (409, True)


def test_a_card_whose_question_is_no_longer_shared_is_passed_over(browser, learner, stranger):
    question = make.question()
    cram = make.cram(learner, question)
    Question.objects.filter(pk=question.pk).update(visibility="private", owner=stranger)
    to = reverse("flashcards:cram", args=[cram.pk])
    assert b"no longer shared" in browser.get(to).content
    given = {"key": uuid4(), "card": cram.next, "known": "1"}
    browser.post(reverse("flashcards:answer_cram", args=[cram.pk]), given)
    assert b"known" in browser.get(to).content


def test_a_phone_goes_through_cards(phone, learner):
    card, mine = make.card(learner), phone(learner)
    made = mine.post("/api/v1/crams/", {"key": str(uuid4()), "count": 5}).json()
    assert (made["total"], made["next"]) == (1, str(card.pk))
    given = {"key": str(uuid4()), "card": str(card.pk), "known": False}
    for _ in range(2):
        missed = mine.post(f"/api/v1/crams/{made['id']}/answer/", given).json()
    assert missed["missed"] == [str(card.pk)]
    given = {**given, "key": str(uuid4()), "known": True}
    done = mine.post(f"/api/v1/crams/{made['id']}/answer/", given).json()
    assert (done["next"], done["finished"] is not None) == (None, True)
    assert mine.get("/api/v1/crams/").json()["count"] == 1


@pytest.mark.parametrize("count", [1, 20])
def test_the_pages_take_the_same_statements_whatever_their_length(
    browser, learner, count, django_assert_num_queries
):
    cram = make.cram(learner, *(make.question(f"{n}?") for n in range(count)))
    to = reverse("flashcards:cram", args=[cram.pk])
    browser.get(to)
    with django_assert_num_queries(5):  # session, person, the cram, the card, its points
        browser.get(to)
    cram.missed, cram.waiting = cram.waiting, []
    cram.save()
    with django_assert_num_queries(4):  # session, person, the cram, its cards
        browser.get(to)
