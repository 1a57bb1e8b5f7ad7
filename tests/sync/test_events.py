"""What devices tell after a while offline: every event for itself, once, and in any order."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils.timezone import now

from questions.flashcards import actions as flashcards
from questions.flashcards import rules as rules_of_cards
from questions.flashcards.models import Card, Event, preferences
from questions.flashcards.rules import Grade
from questions.marks.models import Tick
from questions.sync import rules
from questions.sync.api.told import EVENTS
from tests import make

ADDRESS = "/api/v1/sync/events/"


@pytest.fixture
def card(learner):
    return make.card(learner)


def event(kind="review", *, hours=1.0, key=None, **fields):
    """An event some hours after make.AT; a review is Good unless it says otherwise."""
    given = {"grade": 3} if kind == "review" else {}
    when = (make.AT + timedelta(hours=hours)).isoformat()
    return {"key": str(key or uuid4()), "kind": kind, "at": when, **given, **fields}


def of(card, *args, **fields):
    return event(*args, card=str(card.pk), **fields)


@pytest.fixture
def tell(phone, learner):
    """tell(event, …): (status, result of each event)."""

    def told(*events):
        answer = phone(learner).post(ADDRESS, {"events": list(events)})
        return answer.status_code, answer.json()["results"]

    return told


def fates(results):
    return [one["code"] or one["status"] for one in results]


def test_a_review_is_accepted_and_then_known(tell, card):
    told = of(card, seconds=9)
    assert tell(told) == (
        200,
        [
            {
                "key": told["key"],
                "status": "accepted",
                "card": str(card.pk),
                "code": None,
                "detail": None,
            }
        ],
    )
    assert fates(tell(told)[1]) == ["known"]
    assert Event.objects.get().seconds == 9
    card.refresh_from_db()
    assert card.reps == 1


def test_an_upload_ends_where_single_calls_end(tell, card, learner):
    hours = {"first": 1, "second": 30, "third": 31}
    keys = {name: uuid4() for name in hours}
    tell(
        of(card, "bury", hours=hours["third"], key=keys["third"]),
        of(card, hours=hours["first"], key=keys["first"]),
        of(card, hours=hours["second"], key=keys["second"], grade=1),
    )
    card.refresh_from_db()
    uploaded = card.memory
    Event.objects.all().delete()
    card.remember(rules_of_cards.Memory())
    at = {name: make.AT + timedelta(hours=h) for name, h in hours.items()}
    one, id = flashcards.grade, card.pk
    one(learner, id, Grade.GOOD, key=keys["first"], at=at["first"])
    one(learner, id, Grade.AGAIN, key=keys["second"], at=at["second"])
    flashcards.bury(learner, id, key=keys["third"], at=at["third"])
    card.refresh_from_db()
    assert card.memory == uploaded


def test_what_is_refused_keeps_nothing_else_out(tell, card):
    soon = (now() + timedelta(days=2)).isoformat()
    status, results = tell(
        of(card, hours=-1),
        {**of(card), "at": soon},
        event(card=str(uuid4())),
        event(),
        of(card, grade=5),
        {"kind": "review"},
        "no event",
        of(card),
    )
    assert status == 200
    assert fates(results) == [
        "before_the_card",
        "clock_ahead",
        "not_found",
        "not_found",
        "invalid",
        "invalid",
        "invalid",
        "accepted",
    ]
    assert results[4]["detail"] == "grade: a whole number from 1 to 4."
    assert results[5]["key"] is None


def test_a_key_with_another_body_is_named_and_the_first_stands(tell, card):
    told, other = of(card), of(card)
    tell(told)
    for changed in ({"grade": 1}, {"at": other["at"][:-6] + "Z", "seconds": 3}):
        status, results = tell({**told, **changed}, other)
        assert (status, fates(results)[0], results[0]["key"]) == (200, "key_reused", told["key"])
    assert tell({**told, "grade": 1})[0] == 409
    assert Event.objects.get(key=told["key"]).grade == 3


def test_where_nothing_is_an_event_it_is_400(tell):
    status, results = tell({"kind": "dance"})
    assert (status, fates(results)) == (400, ["invalid"])


def test_an_undo_may_arrive_before_what_it_undoes(tell, card, learner):
    point = card.question.points.get()
    told = of(card, ticks=[{"key_point": str(point.pk), "verdict": "missed"}])
    assert fates(tell(of(card, "undo", hours=2, undoes=told["key"]))[1]) == ["accepted"]
    assert fates(tell(told)[1]) == ["accepted"]
    card.refresh_from_db()
    assert card.reps == 0
    assert not Tick.objects.exists()


def test_an_undo_takes_ticks_along(tell, card):
    point = card.question.points.get()
    told = of(card, ticks=[{"key_point": str(point.pk), "verdict": "hit"}])
    tell(told)
    assert Tick.objects.get().where == "card"
    tell(of(card, "undo", undoes=told["key"], hours=2))
    assert not Tick.objects.exists()


def test_what_the_other_door_kept_is_known_whatever_the_devices_clock_says(tell, card, learner):
    key = uuid4()
    flashcards.grade(learner, card.pk, Grade.GOOD, key=key, at=make.AT + timedelta(hours=3))
    assert fates(tell(of(card, key=key, hours=2))[1]) == ["known"]


def test_a_card_made_offline_begins_with_its_earliest_event(tell, learner):
    learner.joined = make.AT - timedelta(days=9)
    learner.save()
    question = make.question()
    late, early = (event(question=str(question.pk), hours=h) for h in (5, 2))
    tell(late)
    made = Card.objects.get()
    tell(early, event("suspend", question=str(question.pk), hours=6))
    made.refresh_from_db()
    assert (made.added, made.reps, made.suspended) == (make.AT + timedelta(hours=2), 2, True)
    assert fates(tell(event(question=str(question.pk), hours=-240))[1]) == ["before_the_card"]


def test_a_question_of_somebody_else_makes_no_card(tell, stranger):
    theirs = make.question(owner=stranger)
    card = make.card(stranger)
    _, results = tell(event(question=str(theirs.pk)), event(card=str(card.pk)))
    assert {one["code"] for one in results} <= {"not_found", "before_the_card"}
    assert Card.objects.filter(learner=stranger).count() == Card.objects.count()


def test_a_retired_or_withdrawn_question_refuses_no_event(tell, card):
    card.question.state = "retired"
    card.question.visibility = "private"
    card.question.save()
    assert fates(tell(of(card))[1]) == ["accepted"]


def test_the_number_of_statements_does_not_grow(tell, learner, django_assert_max_num_queries):
    cards = [make.card(learner) for _ in range(12)]
    points = [str(card.question.points.get().pk) for card in cards]
    told = [
        of(card, hours=h, ticks=[{"key_point": point, "verdict": "hit"}])
        for card, point in zip(cards, points, strict=True)
        for h in (1, 40)
    ]
    with django_assert_max_num_queries(20):
        tell(*told)


def test_a_browser_needs_its_token(card, learner, settings):
    client = Client(enforce_csrf_checks=True)
    client.force_login(learner)
    body = {"events": [of(card)]}
    refused = client.post(ADDRESS, body, content_type="application/json")
    assert refused.status_code == 403
    token = "a" * 32
    client.cookies[settings.CSRF_COOKIE_NAME] = token
    headers = {"X-CSRFToken": token}
    taken = client.post(ADDRESS, body, content_type="application/json", headers=headers)
    assert taken.status_code == 200


def test_the_address_is_good_without_its_slash(phone, learner, card):
    answer = phone(learner).post(ADDRESS.rstrip("/"), {"events": [of(card)]})
    assert answer.status_code == 200


@pytest.fixture
def long_here(learner):
    """The learner, who joined before all that is told."""
    learner.joined = make.AT - timedelta(days=9)
    learner.save()
    return learner


def test_the_latest_word_on_a_card_counts_whatever_arrives_last(tell, card, long_here):
    tell(of(card, "note", hours=5, note="The later one."))
    assert fates(tell(of(card, "note", hours=4, note="An earlier one."))[1]) == ["accepted"]
    tell(of(card, "flag", hours=4, flag="check"), of(card, "flag", hours=6, flag="ask"))
    card.refresh_from_db()
    assert (card.note, card.flag) == ("The later one.", "ask")


def test_settings_change_one_by_one_and_the_latest_counts(tell, long_here):
    late = event("settings", hours=9, retention=0.85, time_zone="Europe/Berlin")
    tell(late)
    tell(event("settings", hours=8, retention=0.95, new_per_day=3))
    wished = preferences(long_here)
    assert (wished.retention, wished.new_per_day) == (0.85, 3)
    long_here.refresh_from_db()
    assert long_here.time_zone == "Europe/Berlin"
    assert fates(tell(late)[1]) == ["known"]
    assert fates(tell({**late, "retention": 0.7})[1]) == ["key_reused"]


def test_a_key_means_one_thing_in_whichever_kind(tell, card, long_here):
    review, note = of(card), of(card, "note", note="Mine.")
    tell(review, note)
    assert fates(tell({**note, "key": review["key"]})[1]) == ["key_reused"]
    assert fates(tell({**review, "key": note["key"]})[1]) == ["key_reused"]


def test_a_card_is_made_offline_and_noted_in_one_upload(tell, long_here):
    question = make.question()
    made = event("add", question=str(question.pk), hours=3)
    assert fates(tell(made)[1]) == ["accepted"]
    assert fates(tell(made)[1]) == ["known"]
    assert Card.objects.get().added == make.AT + timedelta(hours=3)


def test_ticks_of_a_rehearsal_are_taken_and_a_strangers_are_not(tell, long_here, stranger):
    mine, theirs = make.question().points.get(), make.question(owner=stranger).points.get()
    told = [
        event("tick", where="rehearsal", ticks=[{"key_point": str(p.pk), "verdict": "hit"}])
        for p in (mine, theirs)
    ]
    assert fates(tell(*told)[1]) == ["accepted", "not_found"]
    assert Tick.objects.get().key_point == mine


def test_an_answer_to_a_quiz_is_taken_once(tell, long_here, stranger):
    question = make.question(choices=[("A place", True), ("A time", False)])
    quiz = make.quiz(long_here, [question])
    option = quiz.items.get().options[0]["id"]
    told = event("answer", quiz=str(quiz.pk), position=1, picked=[option])
    assert fates(tell(told)[1]) == ["accepted"]
    assert fates(tell(told)[1]) == ["known"]
    other = make.quiz(stranger, [question])
    theirs = event("answer", quiz=str(other.pk), position=1, picked=[option])
    assert fates(tell(theirs)[1]) == ["not_found"]


def test_the_day_is_that_of_the_place_where_it_was_lived(tell, card, long_here):
    told = of(card, hours=14, zone="Asia/Tokyo", day_start=0)  # 23:00 UTC: the next day there
    tell(told)
    assert Event.objects.get().day == make.AT.date() + timedelta(days=1)


@pytest.mark.parametrize("kind", sorted(rules.KINDS))
def test_the_document_says_what_is_read(kind):
    fields = dict(EVENTS[kind]().fields)
    assert fields.pop("kind").choices == {kind: kind}
    form = rules.KINDS[kind]
    assert {name for name, field in fields.items() if field.required} == set(form.must)
    assert set(fields) == set(form.must) | set(form.may)
