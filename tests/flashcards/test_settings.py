"""How a learner wants to be asked: limits, desired recall, longest interval, leeches, a break."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils.timezone import now

from questions.flashcards import actions, rules
from questions.flashcards.models import Card, Settings, outlook, preferences
from questions.flashcards.rules import Grade, Preferences, Tally, Which
from tests import make

DAY = timedelta(days=1)
PAGE = reverse("flashcards:settings")
GIVEN = {"new_per_day": 7, "reviews_per_day": 70, "retention": 92, "longest": 180}


def known(learner, noon):
    """A card whose log says Good twice."""
    card = make.card(learner)
    for n in range(2):
        actions.grade(learner, card.pk, Grade.GOOD, key=uuid4(), at=noon + n * DAY)
    card.refresh_from_db()
    return card


def test_whoever_set_nothing_has_what_everyone_starts_with(learner, noon):
    assert preferences(learner) == Preferences()
    assert outlook(learner, noon).wished == Preferences()
    assert not Settings.objects.exists()


def test_a_limit_counts_from_the_next_card_on(learner, noon):
    for _ in range(3):
        make.card(learner)
    actions.change_settings(learner, new_per_day=2)
    assert outlook(learner, noon).new == 2
    actions.change_settings(learner, new_per_day=0)
    assert outlook(learner, noon).next is None


def test_minutes_leave_reviews_their_room_and_new_cards_the_rest(learner, noon):
    for _ in range(5):
        make.card(learner)
        make.card(learner, due=noon.date())
    actions.change_settings(learner, minutes_per_day=3)  # nine answers of twenty seconds
    day = outlook(learner, noon)
    assert (day.budget, day.reviews, day.new) == (9, 5, 2)


def test_minutes_that_are_spent_end_the_day(learner, noon):
    make.card(learner)
    actions.change_settings(learner, minutes_per_day=1)
    for _ in range(3):
        card = make.card(learner, due=noon.date())
        actions.grade(learner, card.pk, Grade.GOOD, key=uuid4(), at=noon, seconds=20)
    make.card(learner, due=noon.date())
    assert outlook(learner, noon).left == 0


def test_desired_recall_moves_what_is_due_by_replay_and_keeps_what_is_remembered(learner, noon):
    card = known(learner, noon)
    strength, due = card.memory.strength, card.due_day
    actions.change_settings(learner, retention=0.97)
    card.refresh_from_db()
    assert card.memory.strength == strength
    assert card.due_day < due
    by = preferences(learner).scheduler
    assert card.memory == rules.replay(card.pk, [e.entry for e in card.events.all()], by)
    actions.change_settings(learner, retention=0.9)
    card.refresh_from_db()
    assert card.due_day == due


def test_a_grade_and_an_undo_follow_the_settings(learner, noon):
    actions.change_settings(learner, longest=3)
    card = make.card(learner)
    actions.grade(learner, card.pk, Grade.EASY, key=uuid4(), at=noon)
    card.refresh_from_db()
    assert card.due_day == noon.date() + 3 * DAY
    later = noon + timedelta(minutes=5)
    actions.grade(learner, card.pk, Grade.AGAIN, key=uuid4(), at=later)
    actions.undo(learner, key=uuid4(), at=later)
    card.refresh_from_db()
    assert card.due_day == noon.date() + 3 * DAY


def test_a_limit_alone_replays_nothing(learner, noon, django_assert_num_queries):
    known(learner, noon)
    Settings.objects.create(learner=learner)
    with django_assert_num_queries(5):  # savepoint, lock, row, save, release
        actions.change_settings(learner, new_per_day=3)


def test_anothers_cards_are_not_replayed(learner, stranger, noon):
    card = known(stranger, noon)
    actions.change_settings(learner, retention=0.8)
    assert Card.objects.get(pk=card.pk).due_day == card.due_day


@pytest.mark.parametrize(
    "wrong",
    [
        {"new_per_day": 101},
        {"reviews_per_day": 0},
        {"minutes_per_day": 0},
        {"retention": 0.69},
        {"retention": 0.995},
        {"longest": 0},
    ],
)
def test_what_no_schedule_can_follow_is_refused(learner, wrong):
    with pytest.raises(rules.OutOfRange):
        actions.change_settings(learner, **wrong)
    assert not Settings.objects.exists()


def test_after_a_break_what_is_least_forgotten_goes_first(learner, noon):
    old = make.card(learner, due=noon.date() - 30 * DAY)
    mild = make.card(learner, due=noon.date() - 2 * DAY)
    assert outlook(learner, noon).next == old.pk
    actions.change_settings(learner, reviews_per_day=1)
    day = outlook(learner, noon)
    assert (day.next, day.reviews) == (mild.pk, 1)


def test_after_a_break_no_day_is_longer_than_the_limit():
    day = Tally(answered=0, introduced=0, steps=0, daily=501, fresh=0)
    assert day.reviews == Preferences().reviews_per_day


def test_after_a_break_it_is_said_that_the_rest_can_wait(browser, learner):
    for days in (1, 5, 9):
        make.card(learner, due=learner.day_of(now()) - days * DAY)
    review, today = reverse("flashcards:review"), reverse("progress:today")
    assert "later" not in browser.get(review).content.decode()
    actions.change_settings(learner, reviews_per_day=1)
    assert "2 wait for a later day" in browser.get(review).content.decode()
    page = browser.get(today).content.decode()
    assert "so 2 wait for a later one" in page
    assert "forgotten for the least time comes first" in page
    card = outlook(learner, now()).next
    actions.grade(learner, card, Grade.EASY, key=uuid4(), at=now())
    assert "2 more wait for a later day" in browser.get(review).content.decode()


def test_a_card_is_called_a_leech_from_eight_lapses_on(learner, noon):
    seven, eight = make.card(learner, lapses=7), make.card(learner, lapses=8)
    assert (seven.leech, eight.leech) == (False, True)
    found = Card.objects.of(learner).matching("", Which.FORGOTTEN, noon, noon.date())
    assert list(found) == [eight]


def test_a_leech_says_so_and_what_to_do(browser, learner):
    card = make.card(learner, due=learner.day_of(now()), lapses=8)
    page = browser.get(reverse("flashcards:review")).content.decode()
    assert "Forgotten 8 times" in page
    assert reverse("bank:question", args=[card.question_id]) in page
    assert "often forgotten" in browser.get(reverse("flashcards:cards")).content.decode()


def test_the_settings_are_on_a_page_of_their_own(browser, learner):
    assert browser.get(PAGE).context["form"].initial["retention"] == 90
    assert browser.post(PAGE, GIVEN)["Location"] == PAGE
    assert preferences(learner) == Preferences(7, 70, None, 0.92, 180)
    assert PAGE in browser.get(reverse("flashcards:cards")).content.decode()
    assert PAGE in browser.get(reverse("accounts:settings")).content.decode()


@pytest.mark.parametrize("wrong", [{"retention": 100}, {"new_per_day": ""}, {"longest": "x"}])
def test_settings_that_cannot_be_are_shown_again(browser, wrong):
    assert browser.post(PAGE, {**GIVEN, **wrong}).status_code == 422
    assert not Settings.objects.exists()


def test_a_phone_reads_and_changes_the_settings(phone, learner):
    api = phone(learner)
    assert api.get("/api/v1/card-settings/").json() == {
        "new_per_day": 20,
        "reviews_per_day": 200,
        "minutes_per_day": None,
        "retention": 0.9,
        "longest": 36500,
    }
    given = {"retention": 0.85, "minutes_per_day": 25}
    answer = api.patch("/api/v1/card-settings/", given, format="json")
    assert (answer.status_code, answer.json()["minutes_per_day"]) == (200, 25)
    answer = api.patch("/api/v1/card-settings/", {"minutes_per_day": None}, format="json")
    assert answer.json()["retention"] == 0.85
    assert preferences(learner).minutes_per_day is None


@pytest.mark.parametrize("wrong", [{"retention": "0.9"}, {"retention": True}, {"pace": 1}])
def test_a_phone_is_told_what_cannot_be_set(phone, learner, wrong):
    answer = phone(learner).patch("/api/v1/card-settings/", wrong, format="json")
    assert answer.status_code == 400
    assert set(answer.json()["fields"]) == set(wrong)
