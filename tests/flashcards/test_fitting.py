"""The memory model fitted to one's own answers: only where it foretells later ones better."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random
from uuid import UUID, uuid4

import pytest
from django.urls import reverse

from questions.flashcards import actions, rules, tasks
from questions.flashcards.models import Card, Event, Fit, Settings, fits_wanted, preferences
from questions.flashcards.rules import Grade, fitting, fsrs
from questions.jobs.models import Job
from tests import make
from tests.measure import fit as measure
from tests.measure.population import FORGETFUL, histories

DAY = timedelta(days=1)
FIRST = datetime(2026, 1, 1, 12, tzinfo=UTC)


def answers(count=260, weights=FORGETFUL, seed=4):
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


def test_a_fit_brings_forecasts_nearer_to_what_happens():
    given = answers(600)
    later = fitting.dividing_day(given)
    mine = fitting.fitted(given).weights
    plain, ours = (
        measure.off([g for g in fitting.guesses(given, weights) if g.day >= later])
        for weights in (fsrs.WEIGHTS, mine)
    )
    assert ours < plain


def test_the_same_answers_give_the_same_weights():
    given = answers(100)
    shuffled = given[:]
    Random(1).shuffle(shuffled)
    assert rules.fitted(shuffled).weights == rules.fitted(given).weights


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
    cards = with_answers(learner, answers(110))
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


def test_events_in_any_order_with_a_fit_in_between_lead_to_one_memory(learner, noon):
    mine = rules.write_weights(rules.fitted(answers(110)).weights)
    question, found = make.question(), set()
    keys = [UUID(int=n) for n in range(1, 6)]
    acts = [
        lambda c: actions.grade(learner, c, Grade.GOOD, key=keys[0], at=noon),
        lambda c: actions.grade(learner, c, Grade.EASY, key=keys[1], at=noon + DAY),
        lambda c: actions.undo_event(learner, c, keys[1], key=keys[2], at=noon + 2 * DAY),
        lambda c: actions.grade(learner, c, Grade.AGAIN, key=keys[3], at=noon + 9 * DAY),
        lambda c: weighed(learner, mine),
    ]
    rng = Random(4)
    for _ in range(12):
        weighed(learner, "")
        card = make.card(learner, question, id=UUID(int=99))
        for act in [*rng.sample(acts, k=len(acts)), rng.choice(acts)]:
            act(card.pk)
        card.refresh_from_db()
        assert card.memory == replayed(card, preferences(learner).scheduler)
        found.add(card.memory)
        card.delete()
    assert len(found) == 1


def weighed(learner, weights):
    """These weights in use, and every log replayed under them."""
    Settings.objects.update_or_create(pk=learner.pk, defaults={"weights": weights})
    actions.replay_all(learner, preferences(learner).scheduler)


def test_one_who_went_back_is_not_fitted_again_until_they_ask(learner, noon):
    with_answers(learner, answers(110))
    assert [person for person, _ in fits_wanted()] == [learner]
    actions.unfit(learner)
    assert fits_wanted() == []
    assert not actions.fit(learner, at=noon).kept
    actions.ask_for_fit(learner, key=uuid4(), at=noon)
    assert actions.fit(learner, at=noon).kept


def test_the_chore_asks_once_and_the_job_says_what_came_of_it(learner, noon, browser):
    with_answers(learner, answers(110))
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
    with_answers(learner, answers(110))
    assert mine.post("/api/v1/card-settings/fit/", {"key": str(uuid4())}).status_code == 202
    back = mine.post("/api/v1/card-settings/unfit/", {"key": str(uuid4())}).json()
    assert (back["in_use"], back["itself"]) == (False, False)
