"""A letter a day that one click ends, a private calendar, and the page of the last evening."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import now

from questions.bank.models import KeyPoint
from questions.errors import Refusal
from questions.flashcards.models import Target, courses_of, days_of, foreseen
from questions.marks import actions as marks
from questions.marks.rules import Verdict, Where
from questions.progress import actions, models, tasks
from questions.progress.models import Reminder
from questions.web import mail
from tests import make

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
EVENING = datetime(2026, 11, 10, 18, 5, tzinfo=UTC)
PAGE = reverse("progress:reminders")


def test_letters_are_off_unless_somebody_asks(browser, learner, mailoutbox):
    make.card(learner, due=EVENING.date())
    tasks.write_letters(EVENING)
    assert mailoutbox == []
    browser.post(PAGE, {"letter": "on", "hour": "18"})
    tasks.write_letters(EVENING)
    assert mailoutbox[0].subject == "1 due: 1 minute"
    assert "http://testserver/today/" in mailoutbox[0].body


def test_letters_and_calendars_lead_to_the_configured_address(
    browser, learner, mailoutbox, settings
):
    make.card(learner, due=EVENING.date())
    browser.post(PAGE, {"letter": "on", "hour": "18"})
    settings.SITE_ADDRESS = "https://rehearse.example.org"
    tasks.write_letters(EVENING)
    (letter,) = mailoutbox
    assert "https://rehearse.example.org/today/" in letter.body
    assert letter.extra_headers["List-Unsubscribe"].startswith(
        "<https://rehearse.example.org/stop/"
    )
    browser.post(reverse("progress:open_feed"))
    assert Reminder.objects.get().site == "https://rehearse.example.org/"
    assert browser.get(PAGE).context["feed"].startswith("https://rehearse.example.org/")


def test_a_letter_goes_out_once_a_day_at_the_hour_in_ones_own_zone(learner, mailoutbox):
    learner.time_zone = "Europe/Berlin"
    learner.save()
    make.card(learner, due=EVENING.date())
    make.reminder(learner)
    tasks.write_letters(EVENING - 1.5 * HOUR)  # 17:35 in Berlin
    assert mailoutbox == []
    for hours in (-1, 0, 1):
        tasks.write_letters(EVENING + hours * HOUR)
    assert len(mailoutbox) == 1
    tasks.write_letters(EVENING + DAY)
    assert len(mailoutbox) == 2


def test_no_letter_goes_out_when_nothing_waits_or_hours_too_late(learner, mailoutbox):
    make.reminder(learner)
    tasks.write_letters(EVENING)
    make.card(learner, due=EVENING.date())
    tasks.write_letters(EVENING + DAY + 4 * HOUR)
    assert mailoutbox == []


def test_a_letter_that_the_post_did_not_take_is_written_again(learner, monkeypatch, mailoutbox):
    make.card(learner, due=EVENING.date())
    make.reminder(learner)

    def refuse(*_, **__):
        raise OSError("no post today")

    with monkeypatch.context() as patched:
        patched.setattr(mail.EmailMessage, "send", refuse)
        tasks.write_letters(EVENING)
    assert Reminder.objects.get().sent is None
    tasks.write_letters(EVENING + HOUR)
    assert len(mailoutbox) == 1


def test_one_press_ends_letters_and_looking_at_the_link_does_not(learner, mailoutbox):
    make.card(learner, due=EVENING.date())
    make.reminder(learner)
    tasks.write_letters(EVENING)
    (letter,) = mailoutbox
    link = re.search(r"https://rehearsal.example(/stop/\S+)", letter.body)[1]
    assert letter.extra_headers["List-Unsubscribe"] == f"<https://rehearsal.example{link}>"
    assert letter.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    stranger = Client(enforce_csrf_checks=True)
    assert "Stop it" in stranger.get(link).content.decode()
    assert Reminder.objects.get().letter
    assert stranger.post(link, {"List-Unsubscribe": "One-Click"}).status_code == 302
    assert not Reminder.objects.get().letter
    assert "no more" in stranger.get(link).content.decode()


def test_a_link_that_we_did_not_sign_stops_nothing(learner):
    made = make.reminder(learner)
    assert Client().get(reverse("progress:stop", args=["made-up"])).status_code == 404
    assert Client().get(reverse("progress:stop", args=[made.feed_token])).status_code == 404


def test_a_guest_is_not_written_to(db):
    guest = make.person("guest-1@guest.invalid", is_guest=True)
    with pytest.raises(Refusal):
        actions.change(guest, letter=True, hour=18, site="https://rehearsal.example/")


def test_the_calendar_has_time_to_study_and_the_dates(learner):
    today = learner.day_of(now())
    make.card(learner, due=today + DAY)
    make.target(learner, [make.topic()], name="Acme; at last", date=today + 3 * DAY)
    address = reverse("progress:feed", args=[make.reminder(learner).feed_token])
    answer = Client().get(address)
    assert answer["Content-Type"].startswith("text/calendar")
    text = answer.content.decode()
    assert f"DTSTART:{today + DAY:%Y%m%d}T180000Z" in text
    assert "SUMMARY:Rehearse: 1 due\\, 0 new" in text
    assert f"DTSTART;VALUE=DATE:{today + 3 * DAY:%Y%m%d}" in text
    assert "SUMMARY:Acme\\; at last" in text
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


def test_the_calendar_follows_the_plan_for_a_date(learner):
    today, topic = learner.day_of(now()), make.topic()
    for n in range(30):
        make.card(learner, make.question(f"{n}?", topics=[topic]))
    make.card(learner, due=today)
    make.target(learner, [topic], date=today + 3 * DAY, minutes=5)  # fifteen answers a day
    (course,) = courses_of(learner, now())
    first, *_, last = days_of(course, foreseen(course, today))
    text = models.feed(make.reminder(learner), now())
    assert f"SUMMARY:Rehearse: {first.reviews + first.extra + 1} due\\, {first.new} new" in text
    assert f"UID:study-{last.day}" in text
    assert f"UID:study-{today + 3 * DAY}" not in text


def test_a_new_address_makes_the_old_one_lead_nowhere(browser, learner):
    old = reverse("progress:feed", args=[make.reminder(learner).feed_token])
    browser.post(reverse("progress:open_feed"))
    new = reverse("progress:feed", args=[Reminder.objects.get().feed_token])
    assert Client().get(old).status_code == 404
    assert Client().get(new).status_code == 200
    assert new in browser.get(PAGE).content.decode()
    browser.post(reverse("progress:close_feed"))
    assert Client().get(new).status_code == 404


def test_a_phone_asks_for_letters_and_a_calendar(phone, learner):
    api = phone(learner)
    at = "/api/v1/reminders/"
    assert api.get(at).json() == {"letter": False, "hour": 18, "calendar": ""}
    assert api.patch(at, {"letter": True, "hour": 7}).json()["hour"] == 7
    assert api.patch(at, {"hour": 24}).status_code == 400
    key = {"key": str(uuid4())}
    opened = api.post(f"{at}calendar/", key).json()
    assert api.post(f"{at}calendar/", key).json() == opened
    assert Client().get(opened["calendar"]).status_code == 200
    assert api.delete(f"{at}calendar/").status_code == 204
    assert api.get(at).json() == {"letter": True, "hour": 7, "calendar": ""}


@pytest.fixture
def acme(learner):
    """A date with a known card, a shaky one, a missed one and a new one."""
    storage, today = make.topic("Storage"), learner.day_of(now())
    points = [("a core point", True), ("a bonus point", False)]

    def card(title, **fields):
        question = make.question(title, points=points, topics=[storage])
        return make.card(learner, question, **fields)

    card("New?")
    card("Shaky?", due=today, stability=2.0)
    card("Known?", due=today + 9 * DAY, stability=900.0)
    missed = card("Missed?", due=today + 9 * DAY, stability=900.0)
    core = KeyPoint.objects.get(question=missed.question, core=True)
    marks.tick(learner, {core.pk: Verdict.MISSED}, where=Where.CARD, key=uuid4(), at=now())
    return make.target(learner, [storage], date=today + DAY)


def test_the_last_evening_lists_core_points_the_missed_ones_first(browser, acme):
    page = browser.get(reverse("progress:evening", args=[acme.pk]))
    rows = page.context["evening"].missing
    assert [row.question.title for row in rows] == ["Missed?", "Shaky?", "New?"]
    text = page.content.decode()
    assert text.count("a core point") == 3
    assert "a bonus point" not in text


def test_what_was_said_since_is_not_missing(learner, acme):
    core = KeyPoint.objects.get(question__title="Missed?", core=True)
    later = now() + timedelta(seconds=1)
    marks.tick(learner, {core.pk: Verdict.HIT}, where=Where.CARD, key=uuid4(), at=later)
    found = models.evening(learner, acme, now())
    assert [row.question.title for row in found.missing] == ["Shaky?", "New?"]


def test_the_last_evening_asks_the_same_whatever_there_is(learner, acme, django_assert_num_queries):
    for count in (4, 12):
        target = Target.objects.get(pk=acme.pk)
        with django_assert_num_queries(8):
            # pace, settings, topics, left out, cards; cards again, ticks, points
            models.evening(learner, target, now())
        for n in range(count):
            question = make.question(f"{count} {n}?", topics=list(acme.topics.all()))
            make.card(learner, question)


def test_a_phone_reads_the_last_evening(phone, learner, acme):
    found = phone(learner).get(f"/api/v1/readiness/{acme.pk}/evening/").json()
    assert [row["title"] for row in found["missing"]] == ["Missed?", "Shaky?", "New?"]
    assert found["more"] == 0
