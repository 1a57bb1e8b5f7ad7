"""Many logs replayed at once come to what their replay one by one comes to."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from questions.flashcards import actions, rules
from questions.flashcards.models import Card
from questions.flashcards.rules import Event, Grade, Kind, Moment, Scheduler, bulk
from tests import make

STEPS = st.sampled_from([timedelta(minutes=1), timedelta(minutes=10), timedelta(hours=20)])
SCHEDULERS = st.builds(
    Scheduler,
    retention=st.sampled_from([0.8, 0.9, 0.97]),
    steps=st.lists(STEPS, max_size=3).map(tuple),
    relearning=st.lists(STEPS, max_size=2).map(tuple),
    longest=st.sampled_from([7, 36500]),
    scattered=st.booleans(),
)
LOG = st.lists(
    st.tuples(st.integers(1, 4), st.sampled_from([0, 0, 1, 2, 3, 8, 40, 400])),
    min_size=1,
    max_size=9,
)
BEGAN = datetime(2026, 1, 1, 12, tzinfo=UTC)


def as_events(log):
    """Reviews so many days apart; on one day each is a minute after the other."""
    at, events = BEGAN, []
    for number, (grade, pause) in enumerate(log):
        at += timedelta(days=pause, minutes=1)
        ends = at.replace(hour=4, minute=0) + timedelta(days=1)
        lived = Moment(at, at.date(), ends)
        events.append(Event(Kind.REVIEW, UUID(int=number + 1), lived, Grade(grade)))
    return events


@given(st.lists(LOG, max_size=5), SCHEDULERS)
@settings(max_examples=60, deadline=None)
def test_the_memories_are_those_of_the_replay(logs, by):
    cards = [UUID(int=1000 + number) for number in range(len(logs))]
    events = [as_events(log) for log in logs]
    answers = [
        bulk.Answers(
            card=card,
            grades=tuple(event.grade.value for event in some),
            days=tuple(event.moment.day.toordinal() for event in some),
            last=some[-1].moment,
            last_key=some[-1].key,
        )
        for card, some in zip(cards, events, strict=True)
    ]
    one_by_one = [rules.replay(card, some, by) for card, some in zip(cards, events, strict=True)]
    assert bulk.replayed(answers, by) == one_by_one


def made(learner, number):
    """A card that is older than anything that happens here."""
    question = make.question(f"What is thing {number}?", "One.")
    return make.card(learner, question, added=BEGAN - timedelta(days=9))


def test_the_cards_of_a_learner_follow_their_logs_whatever_is_in_them(learner, stranger):
    """Reviews, also out of order and at one time, things taken back, put away, pulled, reset."""
    at = BEGAN
    cards = [made(learner, number) for number in range(1, 7)]
    other = made(stranger, 9)
    for number, card in enumerate(cards, start=1):
        for day in range(number):
            when = at + timedelta(days=3 * day)
            key = UUID(int=100 * number + day + 1)
            actions.grade(learner, card.pk, Grade(1 + (day + number) % 4), key=key, at=when)
    actions.grade(learner, cards[1].pk, Grade.HARD, key=UUID(int=901), at=at - timedelta(days=2))
    actions.grade(learner, cards[2].pk, Grade.EASY, key=UUID(int=902), at=at)
    actions.undo_event(learner, cards[3].pk, UUID(int=302), key=UUID(int=903), at=at)
    actions.suspend(learner, cards[4].pk, key=UUID(int=904), at=at + timedelta(days=30))
    known = {card.pk: card.memory for card in Card.objects.of(learner)}
    Card.objects.update(stability=1, due_day=at.date(), due_at=None, reps=77, phase="review")
    actions.replay_all(learner, rules.Preferences().scheduler)
    assert {card.pk: card.memory for card in Card.objects.of(learner)} == known
    other.refresh_from_db()
    assert other.reps == 77
