"""The sets of cards, and which of them is next."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db.models.deletion import RestrictedError

from questions.bank.models import Question
from questions.flashcards import actions
from questions.flashcards.models import Card, asked, coming, follow_folds, outlook
from questions.flashcards.rules import NEW_PER_DAY, REVIEWS_PER_DAY, Grade, Which
from tests import make

DAY = timedelta(days=1)


@pytest.fixture
def today(noon):
    return noon.date()


def step(learner, at):
    """A card in the middle of its steps, due at a time."""
    return make.card(
        learner, due=at.date(), phase="learning", due_at=at, reviewed_day=at.date() - DAY
    )


def many(learner, count, **fields):
    source = make.document()
    cards = [
        Card(
            learner=learner,
            question=make.question(f"Number {n}?", document=source, points=()),
            added=make.AT,
            added_under=uuid4(),
            place=n,
            **fields,
        )
        for n in range(count)
    ]
    return Card.objects.bulk_create(cards)


def test_a_step_goes_before_a_new_card_and_that_before_a_review(learner, noon, today):
    known, new = make.card(learner, due=today), make.card(learner)
    now = step(learner, noon)
    for expected in (now, new, known):
        assert outlook(learner, noon).next == expected.pk
        actions.suspend(learner, expected.pk, key=uuid4(), at=noon)
    assert outlook(learner, noon).next is None


def test_a_step_is_shown_early_when_nothing_else_is_left(learner, noon):
    soon = step(learner, noon + timedelta(minutes=19))
    step(learner, noon + timedelta(minutes=21))
    day = outlook(learner, noon)
    assert (day.next, day.left) == (soon.pk, 0)


def test_the_longest_due_comes_first_and_new_cards_in_their_order(learner, noon, today):
    make.card(learner, due=today)
    late = make.card(learner, due=today - 3 * DAY)
    day = outlook(learner, noon)
    assert (day.next, day.due) == (late.pk, 2)
    new = [make.card(learner, place=place) for place in (2, 1)]
    assert outlook(learner, noon).next == new[1].pk


def test_what_is_due_tomorrow_or_suspended_or_another_persons_does_not_count(
    learner, stranger, noon, today
):
    make.card(learner, due=today + DAY)
    make.card(learner, due=today, suspended=True)
    make.card(stranger, due=today)
    day = outlook(learner, noon)
    assert (day.left, day.next) == (0, None)


def test_no_more_than_twenty_new_cards_are_met_in_a_day(learner, noon, today):
    many(learner, NEW_PER_DAY + 5)
    assert outlook(learner, noon).new == NEW_PER_DAY
    met = list(Card.objects.of(learner).new(today)[:NEW_PER_DAY])
    for card in met:
        actions.grade(learner, card.pk, Grade.EASY, key=uuid4(), at=noon)
    day = outlook(learner, noon)
    assert (day.introduced, day.new, day.next) == (NEW_PER_DAY, 0, None)
    assert outlook(learner, noon + DAY).new == 5


def test_no_more_than_two_hundred_reviews_are_done_in_a_day(learner, noon, today):
    many(learner, REVIEWS_PER_DAY, due_day=today, reviewed_day=today, introduced=today - DAY)
    make.card(learner, due=today)
    day = outlook(learner, noon)
    assert (day.answered, day.reviews, day.next) == (REVIEWS_PER_DAY, 0, None)


def test_the_day_counts_what_was_answered_and_what_can_be_undone(learner, noon):
    first, second = make.card(learner), make.card(learner, due=noon.date())
    assert not outlook(learner, noon).undoable
    actions.grade(learner, first.pk, Grade.GOOD, key=uuid4(), at=noon)
    actions.grade(learner, second.pk, Grade.GOOD, key=uuid4(), at=noon)
    day = outlook(learner, noon)
    assert (day.answered, day.introduced, day.undoable) == (2, 1, True)
    for _ in range(2):
        actions.undo(learner, key=uuid4(), at=noon)
    day = outlook(learner, noon)
    assert (day.answered, day.undoable) == (0, False)


def test_a_card_of_a_folded_question_shows_the_one_that_stands(learner):
    folded, stands = make.question("Folded?"), make.question("Standing?", "It stands.")
    card = make.card(learner, folded)
    Question.objects.filter(pk=folded.pk).update(folded_into=stands)
    assert asked(learner, card.pk).question.preferred.html == "<p>It stands.</p>"
    listed = list(Card.objects.seen_by(learner).shown())
    follow_folds(learner, listed)
    assert listed[0].question == stands


def test_a_fold_into_what_one_may_not_see_is_not_followed(learner, stranger):
    folded = make.question("Folded?", folded_into=make.question("Theirs?", owner=stranger))
    card = make.card(learner, folded)
    assert asked(learner, card.pk).question == folded
    listed = list(Card.objects.seen_by(learner).shown())
    follow_folds(learner, listed)
    assert listed[0].question == folded


def test_what_is_asked_has_its_core_points_first_and_its_source(learner):
    question = make.question(points=[("bonus", False), ("core", True)])
    shown = asked(learner, make.card(learner, question).pk)
    assert [point.text for point in shown.points] == ["core", "bonus"]
    assert shown.question.preferred.document.title == "Notes"
    assert shown.choices == []


def test_a_card_without_an_answer_can_still_be_asked(learner):
    shown = asked(learner, make.card(learner, make.question(answer="", points=())).pk)
    assert shown.question.preferred is None


def test_a_question_with_cards_cannot_be_deleted_but_its_owner_can(learner, stranger):
    card = make.card(learner)
    with pytest.raises(RestrictedError):
        card.question.delete()
    own = make.question("Theirs?", owner=stranger)
    make.card(stranger, own)
    stranger.delete()
    assert not Question.objects.filter(pk=own.pk).exists()


def test_lists_are_filtered_by_topic_and_state(learner, noon, today):
    storage = make.topic("Storage")
    due = make.card(learner, make.question("One?", topics=[storage]), due=today)
    new = make.card(learner, make.question("Two?", topics=[storage]))
    learning = step(learner, noon + timedelta(hours=1))
    off = make.card(learner, suspended=True)
    mine = Card.objects.of(learner)
    expected = {
        Which.DUE: {due},
        Which.NEW: {new},
        Which.LEARNING: {learning},
        Which.KNOWN: {due},
        Which.SUSPENDED: {off},
    }
    for which, cards in expected.items():
        assert set(mine.matching("", which, noon, today)) == cards
    assert set(mine.matching("storage", None, noon, today)) == {due, new}
    assert set(mine.matching("storage", Which.NEW, noon, today)) == {new}


def test_what_comes_next_is_a_step_or_a_later_day(learner, noon, today):
    soon = step(learner, noon + timedelta(minutes=30))
    make.card(learner, due=today + 2 * DAY)
    make.card(learner, due=today + 2 * DAY)
    make.card(learner, due=today + 3 * DAY)
    found = coming(learner, noon)
    assert (found.step, found.day, found.count) == (soon.due_at, today + 2 * DAY, 2)


def test_what_was_put_away_comes_tomorrow(learner, noon, today):
    card = make.card(learner, due=today)
    actions.bury(learner, card.pk, key=uuid4(), at=noon)
    make.card(learner, due=today + 2 * DAY)
    found = coming(learner, noon)
    assert (found.step, found.day, found.count) == (None, today + DAY, 1)
