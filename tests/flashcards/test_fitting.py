"""The memory model fitted to one's own answers: only where it foretells later ones better."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random
from uuid import UUID, uuid4

import pytest
from django.urls import reverse

from questions.flashcards import actions, rules, tasks
from questions.flashcards.models import Card, Event, Fit, fits_wanted, preferences
from questions.flashcards.rules import Grade, fitting, fsrs
from questions.jobs.models import Job
from tests import make
from tests.measure.population import FORGETFUL, histories

FIRST = datetime(2026, 1, 1, 12, tzinfo=UTC)


def answers(count=260, weights=FORGETFUL, seed=3):
    return histories(Random(seed), weights, count)


def test_a_fit_finds_someone_who_forgets_faster_than_most():
    found = rules.fitted(answers())
    assert found.better
    assert found.after < found.before - 0.005


def test_a_fit_is_judged_on_the_latest_answers_alone():
    given = answers()
    until = fitting.dividing_day(given)
    found = rules.fitted(given)
    seen = [[a for a in history if a[0] < until] for history in given]
    assert found.weights == fitting.trained(seen)
    later = [g for g in fitting.guesses(given, found.weights) if g.day >= until]
    assert found.after == pytest.approx(fitting.loss(later))
    assert found.held_out == len(later) > 0


def test_the_same_answers_give_the_same_weights():
    assert rules.fitted(answers()) == rules.fitted(answers())


def test_what_foretells_no_better_is_not_kept():
    found = rules.fitted(answers(), now=rules.fitted(answers()).weights)
    assert found.before == found.after
    assert not found.better


def test_too_few_answers_are_refused_by_name():
    with pytest.raises(rules.TooFewReviews):
        rules.fitted([[(1, Grade.GOOD)] * 399])


@pytest.mark.parametrize(
    ("reviews", "last", "due"),
    [(399, None, False), (400, None, True), (499, 400, False), (500, 400, True)],
)
def test_a_fit_is_due_at_400_answers_and_again_when_a_quarter_has_come_on_top(reviews, last, due):
    assert rules.due_again(reviews, last) is due


def test_weights_survive_being_written_down():
    weights = rules.fitted(answers()).weights
    assert rules.read_weights(rules.write_weights(weights)) == weights
    assert rules.read_weights("") == fsrs.WEIGHTS


def with_answers(learner, given):
    """These histories as cards with a log, written at once."""
    source = make.document()
    questions = make.Question.objects.bulk_create(
        make.Question(
            document=source,
            visibility=source.visibility,
            prompt=str(n),
            title=str(n),
            created=make.AT,
            updated=make.AT,
        )
        for n in range(len(given))
    )
    cards = Card.objects.bulk_create(
        Card(learner=learner, question=question, added=FIRST, added_under=UUID(int=1))
        for question in questions
    )
    events = []
    for card, history in zip(cards, given, strict=True):
        for day, grade in history:
            at = FIRST + timedelta(days=day - history[0][0])
            moment = rules.Moment.lived(at, learner.zone, learner.day_start)
            row = Event(card=card, learner=learner, key=uuid4(), kind="review", grade=grade.value)
            row.at, row.day, row.day_ends = moment.at, moment.day, moment.ends
            events.append(row)
    Event.objects.bulk_create(events)
    actions.replay_all(learner, preferences(learner).scheduler)
    return cards


def replayed(card, by):
    return rules.replay(card.pk, [event.entry for event in card.events.all()], by)


def test_a_kept_fit_replays_every_log_and_can_be_gone_back_from(learner, noon):
    cards = with_answers(learner, answers(120))
    before = {card.pk: card.memory for card in Card.objects.all()}
    fit = actions.fit(learner, at=noon)
    assert fit.kept
    by = preferences(learner).scheduler
    assert by.weights != fsrs.WEIGHTS
    for card in Card.objects.all()[:20]:
        assert card.memory == replayed(card, by) != before[card.pk]
    actions.grade(learner, cards[0].pk, Grade.AGAIN, key=uuid4(), at=noon)
    cards[0].refresh_from_db()
    assert cards[0].memory == replayed(cards[0], by)
    actions.undo(learner, key=uuid4(), at=noon + timedelta(minutes=1))
    actions.unfit(learner)
    after = {card.pk: card.memory for card in Card.objects.all()}
    assert after == before


def test_one_who_went_back_is_not_fitted_again_until_they_ask(learner, noon):
    with_answers(learner, answers(120))
    assert [person for person, _ in fits_wanted()] == [learner]
    actions.unfit(learner)
    assert fits_wanted() == []
    assert not actions.fit(learner, at=noon).kept
    actions.ask_for_fit(learner, key=uuid4(), at=noon)
    assert actions.fit(learner, at=noon).kept


def test_the_chore_asks_once_and_the_job_says_what_came_of_it(learner, noon, browser):
    with_answers(learner, answers(120))
    for _ in range(2):
        tasks.fit_where_due(noon)
    job = Job.objects.get()
    said = tasks.fit_to_answers(job, lambda *_: None)["summary"]
    assert said.startswith("Kept")
    tasks.fit_where_due(noon)
    assert (Job.objects.count(), Fit.objects.count()) == (1, 1)
    page = browser.get(reverse("flashcards:settings")).content.decode()
    assert "Your cards follow your own memory" in page
    browser.post(reverse("flashcards:unfit"))
    page = browser.get(reverse("flashcards:settings")).content.decode()
    assert "until you ask for it" in page


def test_a_phone_sees_the_fit_asks_for_it_and_goes_back(phone, learner):
    mine = phone(learner)
    state = mine.get("/api/v1/card-settings/fit/").json()
    assert state == {"answers": 0, "needed": 400, "in_use": False, "itself": True, "last": None}
    refused = mine.post("/api/v1/card-settings/fit/", {"key": str(uuid4())})
    assert (refused.status_code, refused.json()["code"]) == (409, "too_few_reviews")
    with_answers(learner, answers(120))
    assert mine.post("/api/v1/card-settings/fit/", {"key": str(uuid4())}).status_code == 202
    back = mine.post("/api/v1/card-settings/unfit/", {"key": str(uuid4())}).json()
    assert (back["in_use"], back["itself"]) == (False, False)
