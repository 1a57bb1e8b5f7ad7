"""Cards come, change and go; each act once, whatever the order in which it arrives."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, transaction
from django.http import Http404

from questions.bank.models import Question
from questions.errors import KeyReused
from questions.flashcards import actions, rules
from questions.flashcards.models import Card, Event, asked, outlook
from questions.flashcards.rules import Grade, Phase
from questions.marks.models import Tick
from questions.marks.rules import Verdict
from tests import make

DAY = timedelta(days=1)


def replayed(card: Card) -> rules.Memory:
    return rules.replay(card.pk, [event.entry for event in card.events.all()])


def review(learner, card, grade=Grade.GOOD, *, at, key=None, **more):
    return actions.grade(learner, card.pk, grade, key=key or uuid4(), at=at, **more).card


def test_questions_become_cards_in_the_given_order(learner, noon):
    questions = [make.question(f"Which is number {n}?") for n in range(3)]
    wanted = [questions[2].pk, questions[0].pk, questions[1].pk]
    assert actions.add(learner, wanted, key=uuid4(), at=noon) == 3
    cards = Card.objects.of(learner).new(learner.day_of(noon))
    assert [card.question_id for card in cards] == wanted


def test_adding_the_same_again_adds_nothing(learner, noon):
    question = make.question()
    assert actions.add(learner, [question.pk, question.pk], key=uuid4(), at=noon) == 1
    assert actions.add(learner, [question.pk], key=uuid4(), at=noon) == 0
    assert Card.objects.count() == 1


def test_only_standing_questions_that_one_may_see_become_cards(learner, stranger, noon):
    theirs = make.question("Theirs?", owner=stranger)
    draft = make.question("Draft?", state="draft")
    wanted = [theirs.pk, draft.pk, uuid4()]
    assert actions.add(learner, wanted, key=uuid4(), at=noon) == 0


def test_a_folded_question_becomes_a_card_of_the_one_that_stands_for_it(learner, noon):
    stands = make.question("The one that stands?")
    folded = make.question("The folded one?", folded_into=stands)
    assert actions.add(learner, [folded.pk], key=uuid4(), at=noon) == 1
    assert Card.objects.get().question == stands


def test_a_card_whose_question_folded_counts_for_the_one_that_stands(learner, noon):
    folded = make.question("The folded one?")
    make.card(learner, folded)
    stands = make.question("The one that stands?")
    Question.objects.filter(pk=folded.pk).update(folded_into=stands)
    assert actions.add(learner, [stands.pk], key=uuid4(), at=noon) == 0


def test_there_is_one_card_per_learner_question_and_face(learner):
    question = make.question()
    make.card(learner, question)
    with pytest.raises(IntegrityError), transaction.atomic():
        make.card(learner, question)
    face = question.points.get()
    make.card(learner, question, face=face)
    with pytest.raises(IntegrityError), transaction.atomic():
        make.card(learner, question, face=face)


def test_too_many_at_once_are_refused(learner, noon):
    with pytest.raises(actions.TooMany):
        actions.add(learner, [uuid4() for _ in range(1001)], key=uuid4(), at=noon)


def test_an_addition_can_be_taken_back_but_for_what_was_studied(learner, noon):
    key = uuid4()
    questions = [make.question(f"Which is number {n}?") for n in range(3)]
    actions.add(learner, [q.pk for q in questions], key=key, at=noon)
    studied = Card.objects.of(learner).get(question=questions[0])
    review(learner, studied, at=noon)
    assert actions.take_back(learner, key) == 2
    assert list(Card.objects.all()) == [studied]


def test_a_grade_is_one_event_and_moves_the_card(learner, noon):
    card = make.card(learner)
    done = actions.grade(learner, card.pk, Grade.GOOD, key=uuid4(), at=noon, seconds=9)
    card.refresh_from_db()
    assert (card.phase, card.reps, card.introduced) == ("learning", 1, learner.day_of(noon))
    assert (done.event.grade, done.event.seconds, done.event.day) == (3, 9, learner.day_of(noon))
    assert card.memory == done.card.memory == replayed(card)


def test_the_same_key_twice_is_one_review(learner, noon):
    card, key = make.card(learner), uuid4()
    first = review(learner, card, at=noon, key=key)
    again = review(learner, card, at=noon + timedelta(seconds=5), key=key)
    assert first.memory == again.memory
    assert Event.objects.count() == 1


@pytest.mark.parametrize(
    "otherwise",
    [
        lambda learner, card, **call: review(learner, card, Grade.AGAIN, **call),
        lambda learner, card, **call: review(learner, make.card(learner), **call),
        lambda learner, card, **call: actions.suspend(learner, card.pk, **call),
        lambda learner, card, **call: actions.undo(learner, **call),
    ],
    ids=["grade", "card", "kind", "undo"],
)
def test_the_same_key_with_another_body_is_refused(learner, noon, otherwise):
    card, key = make.card(learner), uuid4()
    review(learner, card, at=noon, key=key)
    with pytest.raises(KeyReused):
        otherwise(learner, card, at=noon, key=key)
    assert Event.objects.count() == 1


def test_a_key_is_unique_per_person_only(learner, stranger, noon):
    key = uuid4()
    review(learner, make.card(learner), at=noon, key=key)
    review(stranger, make.card(stranger), at=noon, key=key)
    assert Event.objects.count() == 2


def test_a_strangers_card_is_not_there(learner, stranger, noon):
    card = make.card(stranger)
    with pytest.raises(Http404):
        review(learner, card, at=noon)


def test_a_card_goes_when_its_question_is_no_longer_for_the_learner(learner, stranger, noon):
    question = make.question()
    card = make.card(learner, question)
    Question.objects.filter(pk=question.pk).update(visibility="private", owner=stranger)
    with pytest.raises(Http404):
        review(learner, card, at=noon)
    assert outlook(learner, noon).next is None
    assert asked(learner, card.pk) is None


def test_impossible_clocks_are_refused_and_leave_no_trace(learner, noon):
    card = make.card(learner, added=noon)
    with pytest.raises(rules.BeforeTheCard):
        review(learner, card, at=noon - timedelta(seconds=1))
    with pytest.raises(rules.ClockAhead):
        review(learner, card, at=noon + 2 * DAY, now=noon)
    assert Event.objects.count() == 0
    assert review(learner, card, at=noon + DAY, now=noon).reps == 1


def test_an_event_that_arrives_late_is_put_where_it_belongs(learner, noon):
    card = make.card(learner)
    review(learner, card, Grade.EASY, at=noon + 9 * DAY)
    late = review(learner, card, Grade.GOOD, at=noon)
    card.refresh_from_db()
    assert late.memory == card.memory == replayed(card)
    assert card.introduced == learner.day_of(noon)


def test_the_days_are_kept_as_they_were_lived(learner, noon):
    learner.time_zone = "Asia/Tokyo"
    card = review(learner, make.card(learner), at=noon + timedelta(hours=8))
    assert card.reviewed_day == noon.date() + DAY
    learner.time_zone = "America/Los_Angeles"
    assert replayed(card) == card.memory


def test_undo_takes_back_the_last_act_of_the_day_again_and_again(learner, noon):
    first, second = make.card(learner), make.card(learner)
    before = first.memory
    review(learner, first, at=noon)
    actions.suspend(learner, second.pk, key=uuid4(), at=noon + timedelta(seconds=10))
    done = actions.undo(learner, key=uuid4(), at=noon + timedelta(seconds=20))
    assert (done.card.pk, done.card.suspended) == (second.pk, False)
    done = actions.undo(learner, key=uuid4(), at=noon + timedelta(seconds=30))
    assert (done.card.pk, done.card.memory) == (first.pk, before)
    with pytest.raises(actions.NothingToUndo):
        actions.undo(learner, key=uuid4(), at=noon + timedelta(seconds=40))


def test_undo_does_not_reach_into_yesterday(learner, noon):
    review(learner, make.card(learner), at=noon)
    with pytest.raises(actions.NothingToUndo):
        actions.undo(learner, key=uuid4(), at=noon + DAY)


def test_an_undo_that_comes_twice_takes_back_one_act(learner, noon):
    card, key = make.card(learner), uuid4()
    review(learner, card, at=noon)
    review(learner, card, at=noon + timedelta(minutes=10))
    for seconds in (0, 3):
        done = actions.undo(learner, key=key, at=noon + timedelta(minutes=11, seconds=seconds))
    assert done.card.reps == 1


def test_an_undone_key_stays_used(learner, noon):
    card, key = make.card(learner), uuid4()
    review(learner, card, at=noon, key=key)
    actions.undo(learner, key=uuid4(), at=noon)
    assert review(learner, card, at=noon, key=key).reps == 0
    with pytest.raises(KeyReused):
        review(learner, card, Grade.EASY, at=noon, key=key)


def test_an_undo_that_arrives_before_its_event_leaves_it_out(learner, noon):
    card, key = make.card(learner), uuid4()
    actions.undo_event(learner, card.pk, key, key=uuid4(), at=noon)
    point = card.question.points.get()
    late = review(learner, card, at=noon, key=key, verdicts={point.pk: Verdict.HIT})
    assert (late.reps, late.phase) == (0, Phase.NEW.value)
    assert Tick.objects.count() == 0


def test_a_grade_ticks_the_points_of_its_card_and_undo_unticks_them(learner, noon):
    card, other = make.card(learner), make.question("Another?")
    point, foreign = card.question.points.get(), other.points.get()
    verdicts = {point.pk: Verdict.MISSED, foreign.pk: Verdict.HIT}
    review(learner, card, Grade.AGAIN, at=noon, verdicts=verdicts)
    tick = Tick.objects.get()
    assert (tick.key_point, tick.verdict, tick.where) == (point, "missed", "card")
    actions.undo(learner, key=uuid4(), at=noon)
    assert Tick.objects.count() == 0


def test_the_points_of_the_question_that_stands_are_ticked(learner, noon):
    stands = make.question("The one that stands?")
    card = make.card(learner, make.question("The folded one?", folded_into=stands))
    shown = asked(learner, card.pk)
    assert shown.question == stands
    verdicts = {point.pk: Verdict.HIT for point in shown.points}
    review(learner, card, at=noon, verdicts=verdicts)
    assert Tick.objects.get().key_point.question == stands


def test_an_undo_touches_no_ticks_but_those_of_its_card(learner, noon):
    from questions.marks import actions as marks
    from questions.marks.rules import Where

    card, quiz = make.card(learner), uuid4()
    point = card.question.points.get()
    marks.tick(learner, {point.pk: Verdict.HIT}, where=Where.QUIZ, key=quiz, at=noon)
    actions.undo_event(learner, card.pk, quiz, key=uuid4(), at=noon)
    assert Tick.objects.count() == 1


def test_a_suspended_card_is_not_asked_until_it_is_resumed(learner, noon):
    card = make.card(learner, due=noon.date())
    actions.suspend(learner, card.pk, key=uuid4(), at=noon)
    assert outlook(learner, noon).next is None
    actions.resume(learner, card.pk, key=uuid4(), at=noon + timedelta(seconds=1))
    assert outlook(learner, noon).next == card.pk


def test_a_buried_card_comes_back_the_next_day(learner, noon):
    card = make.card(learner, due=noon.date())
    actions.bury(learner, card.pk, key=uuid4(), at=noon)
    assert outlook(learner, noon).next is None
    assert outlook(learner, noon + DAY).next == card.pk


def test_acts_in_any_order_give_one_card(learner, noon):
    from itertools import permutations

    keys = [UUID(int=n) for n in range(1, 4)]
    acts = [
        lambda c: review(learner, c, Grade.GOOD, at=noon, key=keys[0]),
        lambda c: review(learner, c, Grade.AGAIN, at=noon + timedelta(minutes=12), key=keys[1]),
        lambda c: actions.undo_event(learner, c.pk, keys[1], key=keys[2], at=noon + DAY),
    ]
    question, found = make.question(), set()
    for order in permutations(acts):
        card = make.card(learner, question, id=UUID(int=99))
        for act in order:
            act(card)
        card.refresh_from_db()
        assert card.memory == replayed(card)
        found.add(card.memory)
        card.delete()
    assert len(found) == 1
