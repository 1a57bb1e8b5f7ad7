"""Answers that changed: exactly the known cards say so, once, and no memory is lost."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.urls import reverse
from django.utils.timezone import now

from questions.flashcards import actions, rules, tasks
from questions.flashcards.models import Card, Confirmed, Event, asked
from questions.flashcards.rules import Grade, Shown, What
from tests import make

DAY = timedelta(days=1)
POINTS = [("a named place for objects", True), ("it lies in one region", False)]


def shown(number, **fields):
    given = {"text": "new", "core": False, "revision": 1, **fields}
    return Shown(UUID(int=number), **given)


def what(points, **more):
    return [change.what for change in rules.news(points, **more)]


@pytest.mark.parametrize(
    ("point", "found"),
    [
        (shown(1, confirmed=1), []),
        (shown(1, confirmed=1, revision=2), [What.REWORDED]),
        (shown(1, confirmed=1, retired=True), []),
        (shown(1, core=True), [What.ADDED]),
        (shown(1), []),
    ],
)
def test_reworded_points_and_new_core_ones_are_asked_about(point, found):
    assert what([point, shown(2, confirmed=1)]) == found


def test_what_went_is_shown_beside_what_changed():
    gone, changed = shown(1, confirmed=1, retired=True), shown(2, confirmed=1, revision=2)
    assert what([gone, changed]) == [What.GONE, What.REWORDED]


def test_a_card_whose_points_nobody_confirmed_has_no_news():
    assert what([shown(1, core=True), shown(2, core=True)]) == []


def test_a_card_of_one_point_hears_of_that_point_alone():
    mine, other = shown(1, confirmed=1), shown(2, confirmed=1, revision=2)
    assert what([mine, other], face=mine.point) == []
    assert what([shown(1, confirmed=1, retired=True), other], face=mine.point) == [What.GONE]


def reword(point, text="a named place for objects of any kind"):
    """As a document that is read again does it."""
    point.text = text
    point.revision += 1
    point.save()
    point.question.updated = now()
    point.question.save()


def known(learner, question=None, at=None):
    card = make.card(learner, question or make.question(points=POINTS))
    actions.grade(learner, card.pk, Grade.EASY, key=uuid4(), at=at or now())
    card.refresh_from_db()
    return card


def test_exactly_the_known_cards_whose_point_changed_say_so(learner, stranger):
    mine, untouched = known(learner), known(learner)
    unseen = make.card(stranger, mine.question)
    reword(mine.question.points.first())
    assert list(Card.objects.with_news()) == [mine]
    (change,) = asked(learner, mine.pk).news
    assert (change.before, change.now) == (POINTS[0][0], "a named place for objects of any kind")
    for card in (untouched, unseen):
        assert asked(card.learner, card.pk).news == []


def test_saying_that_it_is_still_known_keeps_the_memory_and_ends_the_asking(learner):
    card = known(learner)
    reword(card.question.points.first())
    actions.settle_news(learner, card.pk, known=True, key=uuid4(), at=now())
    assert asked(learner, card.pk).news == []
    assert Card.objects.get(pk=card.pk).memory == card.memory
    reword(card.question.points.first(), "another wording again")
    assert len(asked(learner, card.pk).news) == 1


def test_saying_that_it_is_not_counts_as_again(learner):
    card = known(learner)
    reword(card.question.points.first())
    after = actions.settle_news(learner, card.pk, known=False, key=uuid4(), at=now())
    assert (after.lapses, after.phase) == (1, "relearning")
    assert not Card.objects.with_news().exists()


def test_a_change_before_the_first_answer_is_no_news(learner):
    card = make.card(learner, make.question(points=POINTS))
    reword(card.question.points.first())
    actions.grade(learner, card.pk, Grade.GOOD, key=uuid4(), at=now())
    assert asked(learner, card.pk).news == []


def test_a_new_core_point_is_news_and_a_bonus_one_is_not(learner):
    card = known(learner)
    card.question.points.create(position=8, text="a bonus", core=False)
    assert not Card.objects.with_news().exists()
    card.question.points.create(position=9, text="another core point", core=True)
    assert list(Card.objects.with_news()) == [card]
    assert [change.what for change in asked(learner, card.pk).news] == [What.ADDED]


def test_a_changed_card_is_brought_forward_once_and_says_why(learner):
    card, other = known(learner), known(learner)
    reword(card.question.points.first())
    for _ in range(2):
        tasks.tell_of_changes(now())
    card.refresh_from_db()
    other.refresh_from_db()
    assert (card.due_day, card.pulled) == (learner.day_of(now()), actions.CHANGED)
    assert other.pulled == ""
    assert Event.objects.filter(kind="pull").count() == 1


def test_cards_that_came_through_another_door_have_their_wording_noted(learner):
    card = known(learner)
    Confirmed.objects.all().delete()
    assert actions.confirm_unnoted(at=now()) == 1
    assert card.confirmed.count() == 2
    assert actions.confirm_unnoted(at=now()) == 0


def test_the_page_shows_the_difference_and_asks_once(browser, learner):
    card = known(learner)
    reword(card.question.points.first())
    page = browser.get(reverse("flashcards:card", args=[card.pk])).content.decode()
    assert "The answer has changed" in page
    assert "<ins>" in page
    to = reverse("flashcards:news", args=[card.pk])
    assert browser.post(to, {"key": uuid4()}).status_code == 422
    assert browser.post(to, {"key": uuid4(), "known": "1"}).status_code == 302
    page = browser.get(reverse("flashcards:card", args=[card.pk])).content.decode()
    assert "The answer has changed" not in page


def test_a_grade_with_the_difference_in_sight_settles_it_too(browser, learner):
    card = known(learner)
    reword(card.question.points.first())
    given = {"key": uuid4(), "grade": 3, "news": "1"}
    browser.post(reverse("flashcards:grade", args=[card.pk]), given)
    assert not Card.objects.with_news().exists()


def test_a_phone_sees_the_difference_and_settles_it(phone, learner):
    card, mine = known(learner), phone(learner)
    point = card.question.points.first()
    reword(point)
    address = f"/api/v1/cards/{card.pk}/"
    assert mine.get(address).json()["news"] == [
        {"what": "reworded", "point": str(point.pk), "before": POINTS[0][0], "now": point.text}
    ]
    listed = mine.get("/api/v1/cards/", {"which": "changed"}).json()["results"]
    assert [row["id"] for row in listed] == [str(card.pk)]
    given = {"key": str(uuid4()), "known": True}
    for _ in range(2):
        assert mine.post(f"{address}news/", given).status_code == 200
    assert mine.get(address).json()["news"] == []
