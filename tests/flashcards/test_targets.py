"""Dates to prepare for: set, planned, followed, changed, given up, at both doors."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.http import Http404
from django.urls import reverse
from django.utils.timezone import now

from questions.flashcards import actions, rules
from questions.flashcards.models import (
    Card,
    Target,
    courses_of,
    outline,
    outlook,
    preferences,
    studied,
)
from questions.flashcards.rules import Grade
from tests import make

DAY = timedelta(days=1)
TARGETS, AIM = reverse("flashcards:targets"), reverse("flashcards:aim")


@pytest.fixture
def storage(db):
    return make.topic("Storage")


@pytest.fixture
def today(noon):
    return noon.date()


def aimed(learner, today, at, **fields):
    given = {"name": "", "date": today + 10 * DAY, "topics": ["storage"], "minutes": 25}
    return actions.aim(learner, **{**given, **fields}, key=uuid4(), at=at)


def cards(learner, topic, count, **fields):
    """That many cards on a topic, cheaply."""
    source = make.document()
    found = []
    for n in range(count):
        question = make.question(
            f"On {topic.slug} {n}?", document=source, points=(), topics=[topic]
        )
        found.append(make.card(learner, question, place=n, **fields))
    return found


def page(target, verb="target"):
    return reverse(f"flashcards:{verb}", args=[target.pk])


def test_preparing_for_a_date_makes_cards_of_its_topics(learner, noon, today, storage):
    question = make.question("One?", topics=[make.topic("Buckets", parent=storage)])
    make.question("Another subject?")
    target = aimed(learner, today, noon)
    assert (target.name, Card.objects.get().question) == ("Interview", question)
    (course,) = courses_of(learner, noon)
    assert len(course.items) == 1


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        ({"date": -1}, rules.DateOutOfReach),
        ({"date": 366}, rules.DateOutOfReach),
        ({"topics": ["nothing"]}, rules.NoTopics),
    ],
)
def test_what_cannot_be_planned_is_refused(learner, noon, today, storage, wrong, refusal):
    if "date" in wrong:
        wrong = {"date": today + wrong["date"] * DAY}
    with pytest.raises(refusal):
        aimed(learner, today, noon, **wrong)
    assert not Target.objects.exists()


def test_nobody_prepares_for_more_dates_than_one_can(learner, noon, today, storage):
    for _ in range(rules.MOST_TARGETS):
        make.target(learner, [storage], date=today + DAY)
    with pytest.raises(rules.TooManyTargets):
        aimed(learner, today, noon)


def test_the_queue_meets_as_many_new_cards_as_the_date_needs(learner, noon, today, storage):
    cards(learner, storage, 40)
    make.target(learner, [storage], date=today + 2 * DAY, minutes=60)  # 180 answers a day
    assert outlook(learner, noon).new == 40
    Target.objects.update(date=today + 10 * DAY)
    assert outlook(learner, noon).new == 20


def test_the_targets_cards_come_before_others(learner, noon, today, storage):
    make.card(learner, place=0)
    make.card(learner, due=today - 3 * DAY)
    (new,) = cards(learner, storage, 1)
    (due,) = cards(learner, make.topic("Locks", parent=storage), 1, due=today)
    make.target(learner, [storage], date=today + 9 * DAY)
    assert outlook(learner, noon).next == new.pk
    actions.bury(learner, new.pk, key=uuid4(), at=noon)
    Card.objects.filter(due_day=None).update(suspended=True)
    assert outlook(learner, noon).next == due.pk


def test_new_cards_of_the_plan_go_before_reviews_where_minutes_bind(learner, noon, today, storage):
    cards(learner, storage, 10)
    for _ in range(10):
        make.card(learner, due=today)
    make.target(learner, [storage], date=today + 5 * DAY, minutes=5)  # fifteen answers a day
    day = outlook(learner, noon)
    assert (day.new, day.reviews, day.budget) == (7, 1, 15)


def test_what_was_met_today_counts_to_todays_pace(learner, noon, today, storage):
    actions.change_settings(learner, new_per_day=0)
    made = cards(learner, storage, 9)
    make.target(learner, [storage], date=today + 4 * DAY, minutes=60)
    assert outlook(learner, noon).new == 3
    for card in made[:3]:
        actions.grade(learner, card.pk, Grade.EASY, key=uuid4(), at=noon)
    assert outlook(learner, noon).new == 0


def test_in_the_last_days_spare_minutes_go_over_what_is_not_due(learner, noon, today, storage):
    (card,) = cards(learner, storage, 1, due=today + 4 * DAY)
    make.target(learner, [storage], date=today + DAY)
    day = outlook(learner, noon)
    assert (day.next, day.extra, day.left) == (card.pk, 1, 1)
    actions.grade(learner, card.pk, Grade.GOOD, key=uuid4(), at=noon)
    assert outlook(learner, noon).next is None
    Target.objects.update(date=today + 9 * DAY)
    assert outlook(learner, noon).extra == 0


def test_nothing_is_brought_forward_on_a_day_without_time(learner, noon, today, storage):
    cards(learner, storage, 1, due=today + 4 * DAY)
    make.target(learner, [storage], date=today + DAY, minutes=1)  # three answers a day
    for _ in range(3):
        make.card(learner, due=today)
    day = outlook(learner, noon)
    assert (day.reviews, day.idle, day.spare, day.extra) == (3, 0, 0, 0)
    Card.objects.filter(due_day=today).first().delete()
    day = outlook(learner, noon)
    assert (day.reviews, day.idle, day.spare, day.extra) == (2, 1, 1, 1)


def test_a_date_that_has_gone_by_plans_nothing(learner, noon, today, storage):
    cards(learner, storage, 30)
    make.target(learner, [storage], date=today - DAY)
    assert courses_of(learner, noon) == []
    assert outlook(learner, noon).planned == 0


def test_a_card_of_two_targets_is_planned_once(learner, noon, today, storage):
    cards(learner, storage, 6)
    for days in (2, 5):
        make.target(learner, [storage], date=today + days * DAY)
    assert outlook(learner, noon).planned == 6


def test_suspended_cards_and_those_of_others_are_not_planned(learner, stranger, noon, storage):
    cards(learner, storage, 1, suspended=True)
    cards(stranger, storage, 1)
    make.target(learner, [storage], date=noon.date() + DAY)
    (course,) = courses_of(learner, noon)
    assert course.items == ()


def test_a_plan_that_does_not_fit_says_what_would(learner, noon, today, storage):
    cards(learner, storage, 40)
    target = make.target(learner, [storage], date=today + 5 * DAY, minutes=5)
    (course,) = courses_of(learner, noon)
    found = outline(course, today)
    assert (found.fits, len(found.days)) == (False, 5)
    assert found.minutes > 5
    assert 0 < len(found.out) < 40
    assert actions.leave_out(learner, target.pk, at=noon) == len(found.out)
    (course,) = courses_of(learner, noon)
    assert len(course.items) == 40 - len(found.out)
    assert outline(course, today).fits
    actions.take_in(learner, target.pk)
    (course,) = courses_of(learner, noon)
    assert len(course.items) == 40


def test_another_date_or_topic_changes_the_plan(learner, noon, today, storage):
    make.question("Two?", topics=[make.topic("Locks")])
    target = make.target(learner, [storage], date=today + DAY)
    given = {"date": today + 4 * DAY, "topics": ["locks"], "name": "Acme"}
    actions.change_target(learner, target.pk, key=uuid4(), at=noon, **given)
    (course,) = courses_of(learner, noon)
    assert (course.target.name, len(course.items)) == ("Acme", 1)
    with pytest.raises(rules.DateOutOfReach):
        actions.change_target(learner, target.pk, key=uuid4(), at=noon, date=today - DAY)


def test_nobody_changes_anothers_target(learner, stranger, noon, storage):
    target = make.target(learner, [storage])
    for act in (
        lambda: actions.change_target(stranger, target.pk, key=uuid4(), at=noon, minutes=1),
        lambda: actions.give_up(stranger, target.pk),
        lambda: actions.leave_out(stranger, target.pk, at=noon),
        lambda: actions.take_in(stranger, target.pk),
    ):
        with pytest.raises(Http404):
            act()


@pytest.mark.parametrize("count", [1, 30])
def test_the_day_takes_the_same_statements_whatever_the_cards_and_targets(
    learner, noon, today, storage, count, django_assert_num_queries
):
    cards(learner, storage, count)
    for n in range(count):
        make.target(learner, [storage], date=today + (n + 1) * DAY)
    with django_assert_num_queries(6):  # the day, pace, targets, topics, left out, cards
        outlook(learner, noon)


@pytest.mark.parametrize("count", [1, 30])
def test_the_plan_takes_the_same_statements_whatever_the_cards(
    learner, noon, storage, count, django_assert_num_queries
):
    cards(learner, storage, count)
    target = make.target(learner, [storage], date=noon.date() + DAY)
    with django_assert_num_queries(4):  # settings, topics, left out, cards
        (course,) = studied(learner, [target], noon, preferences(learner), None)
        outline(course, noon.date())


def test_a_date_is_set_in_one_short_form(browser, learner, storage):
    make.question("One?", topics=[storage])
    key = browser.get(TARGETS).context["key"]
    date = learner.day_of(now()) + 20 * DAY
    given = {"key": key, "topic": ["storage"], "date": date.isoformat(), "minutes": 25}
    answer = browser.post(AIM, given)
    target = Target.objects.get()
    assert answer["Location"] == page(target)
    assert browser.post(AIM, given)["Location"] == page(target)
    shown = browser.get(page(target)).content.decode()
    assert "It fits" in shown
    assert shown.count('<th scope="row">') == 20
    assert page(target) in browser.get(TARGETS).content.decode()


@pytest.mark.parametrize(
    "wrong", [{"topic": []}, {"date": "2001-01-01"}, {"minutes": 0}, {"date": ""}, {"key": "x"}]
)
def test_a_date_that_cannot_be_set_is_shown_again(browser, learner, storage, wrong):
    make.question("One?", topics=[storage])
    date = (learner.day_of(now()) + DAY).isoformat()
    given = {"key": uuid4(), "topic": ["storage"], "date": date, "minutes": 25, **wrong}
    assert browser.post(AIM, given).status_code == 422
    assert not Target.objects.exists()


def test_a_newcomer_sets_a_date_from_today(browser, learner, storage):
    make.question("One?", topics=[storage])
    shown = browser.get(reverse("progress:today"))
    assert AIM in shown.content.decode()
    date = (learner.day_of(now()) + DAY).isoformat()
    given = {"key": shown.context["key"], "topic": ["storage"], "date": date, "minutes": 25}
    browser.post(AIM, given)
    assert browser.get(reverse("progress:today")).context["day"].new == 1


def test_a_plan_that_does_not_fit_is_cut_with_one_button_and_back(browser, learner, storage):
    cards(learner, storage, 40)
    date = learner.day_of(now()) + 5 * DAY
    target = make.target(learner, [storage], date=date, minutes=5)
    shown = browser.get(page(target)).content.decode()
    assert "minutes a day" in shown
    assert page(target, "leave_out") in shown
    for card in browser.get(page(target)).context["to_drop"]:
        assert reverse("bank:question", args=[card.question_id]) in shown
    assert browser.post(page(target, "leave_out"))["Location"] == page(target)
    shown = browser.get(page(target))
    assert "It fits" in shown.content.decode()
    assert len(shown.context["left_out"]) == target.left_out.count() > 0
    browser.post(page(target, "take_in"))
    assert target.left_out.count() == 0


def test_a_target_is_changed_and_removed(browser, learner, storage):
    make.question("One?", topics=[storage])
    target = make.target(learner, [storage])
    form = browser.get(page(target, "change_target")).context["form"]
    assert form.initial["topic"] == ["storage"]
    given = {"name": "Acme", "topic": ["storage"], "minutes": 10, "date": target.date.isoformat()}
    browser.post(page(target, "change_target"), given)
    target.refresh_from_db()
    assert (target.name, target.minutes) == ("Acme", 10)
    wrong = browser.post(page(target, "change_target"), {**given, "date": "2001-01-01"})
    assert wrong.status_code == 422
    assert browser.post(page(target, "give_up"))["Location"] == TARGETS
    assert not Target.objects.exists()


def test_a_target_without_cards_or_over_says_so(browser, learner, storage):
    empty = make.target(learner, [storage])
    assert "No card of yours" in browser.get(page(empty)).content.decode()
    over = make.target(learner, [storage], date=learner.day_of(now()) - DAY)
    assert "has gone by" in browser.get(page(over)).content.decode()


def test_a_phone_is_told_which_questions_to_leave_out(phone, learner, storage):
    cards(learner, storage, 40)
    date = learner.day_of(now()) + 5 * DAY
    target = make.target(learner, [storage], date=date, minutes=5)
    plan = phone(learner).get(f"/api/v1/targets/{target.pk}/plan/").json()
    assert [drop["card"] for drop in plan["drops"]] == plan["out"]
    first = Card.objects.get(pk=plan["out"][0])
    assert plan["drops"][0] == {
        "card": str(first.pk),
        "question": str(first.question_id),
        "title": first.question.title,
    }


def test_a_phone_sets_reads_changes_and_removes_a_date(phone, learner, storage):
    make.question("One?", topics=[storage])
    api, date = phone(learner), (learner.day_of(now()) + 3 * DAY).isoformat()
    given = {"key": str(uuid4()), "date": date, "topics": ["storage"], "minutes": 20}
    made = api.post("/api/v1/targets/", given, format="json")
    again = api.post("/api/v1/targets/", given, format="json")
    assert (made.status_code, again.json()) == (201, made.json())
    assert set(made.json()) == {"id", "name", "date", "minutes", "topics", "left_out"}
    at = f"/api/v1/targets/{made.json()['id']}/"
    assert api.get("/api/v1/targets/").json()["results"] == [api.get(at).json()]
    plan = api.get(f"{at}plan/").json()
    assert (plan["cards"], plan["fits"], plan["unseen"], len(plan["days"])) == (1, True, 0, 3)
    assert plan["days"][0]["new"] == 1
    changed = api.patch(at, {"minutes": 5, "name": "Acme"}, format="json")
    assert (changed.json()["minutes"], changed.json()["topics"]) == (5, ["storage"])
    left = api.post(f"{at}leave-out/", {"key": str(uuid4())}, format="json")
    assert left.json() == {"left_out": 0}
    assert api.post(f"{at}take-in/", {"key": str(uuid4())}, format="json").status_code == 200
    assert api.delete(at).status_code == 204
    assert api.get(at).status_code == 404


@pytest.mark.parametrize(
    "wrong",
    [{"date": "tomorrow"}, {"date": 20261110}, {"topics": []}, {"minutes": 0}, {"pace": 3}],
)
def test_a_phone_is_told_what_cannot_be_read(phone, learner, storage, wrong):
    date = (learner.day_of(now()) + DAY).isoformat()
    given = {"key": str(uuid4()), "date": date, "topics": ["storage"], "minutes": 5, **wrong}
    answer = phone(learner).post("/api/v1/targets/", given, format="json")
    assert answer.status_code == 400
    assert set(answer.json()["fields"]) == set(wrong)


def test_a_phone_is_refused_a_date_out_of_reach_by_name(phone, learner, storage):
    given = {"key": str(uuid4()), "date": "2001-01-01", "topics": ["storage"], "minutes": 5}
    answer = phone(learner).post("/api/v1/targets/", given, format="json")
    assert answer.json()["code"] == "date_out_of_reach"


def test_whoever_follows_a_plan_that_fits_sees_everything_and_no_card_too_often(
    learner, noon, today, storage
):
    cards(learner, storage, 24)
    make.target(learner, [storage], date=today + 6 * DAY, minutes=6)  # eighteen answers a day
    (course,) = courses_of(learner, noon)
    assert outline(course, today).fits
    for day in range(6):
        at, asked = noon + day * DAY, []
        while (card := outlook(learner, at).next) is not None:
            grade = Grade.AGAIN if not asked.count(card) and len(asked) % 3 == 0 else Grade.GOOD
            actions.grade(learner, card, grade, key=uuid4(), at=at, seconds=20)
            asked.append(card)
            at += timedelta(minutes=1)
        assert max(map(asked.count, asked), default=0) <= 6
        assert len(asked) <= 30
    assert not Card.objects.of(learner).filter(reviewed=None).exists()
    assert not Card.objects.of(learner).filter(reviewed__lt=noon + 2 * DAY).exists()
