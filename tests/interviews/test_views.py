"""The pages of mock interviews: joining, the room's fragments, and how much each page asks."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from icalendar import Calendar

from questions.accounts.models import User
from questions.bank.models import KeyPoint
from questions.interviews import actions
from questions.interviews.models import Interview, Invitation, Pairing
from questions.interviews.rules import Verb
from questions.marks import actions as marks
from questions.marks.rules import Verdict, Where
from tests import make
from tests.conftest import HTMX, signed_in
from tests.make import done

SITE = "https://rehearsal.example/"


@pytest.fixture
def link(mentor, noon):
    return actions.invite(mentor, key=uuid4(), at=noon, site=SITE)


def test_looking_at_a_link_changes_nothing_and_a_button_redeems_it(link, browser, learner):
    address = reverse("interviews:join", args=[link.token])
    for client in (Client(), browser):
        for _ in range(2):
            assert "invites you to rehearse" in client.get(address).content.decode()
    assert not User.objects.filter(is_guest=True).exists()
    assert not Pairing.objects.exists()
    browser.post(reverse("interviews:accept", args=[link.token]), {"shares_weak": "on"})
    assert Pairing.objects.get().shares_weak
    assert Client().get(address).status_code == 410


def test_a_guest_joins_in_one_click_and_a_dead_link_makes_no_guest(link, client, noon):
    address = reverse("interviews:as_guest", args=[link.token])
    client.post(address, {"time_zone": "Europe/Berlin"})
    guest = User.objects.get(is_guest=True)
    assert Pairing.objects.get().candidate == guest
    assert client.get(reverse("interviews:home")).status_code == 200
    assert Client().post(address).status_code == 404
    assert User.objects.filter(is_guest=True).count() == 1


def test_a_revoked_link_is_gone(link, mentor):
    signed_in(mentor).post(reverse("interviews:revoke", args=[link.pk]))
    assert Invitation.objects.get().revoked
    assert Client().get(reverse("interviews:join", args=[link.token])).status_code == 410


def test_the_link_to_a_mock_is_sent_to_an_address_and_stays_one(
    mentor, questions, mailoutbox, noon
):
    mock = make.mock(mentor, None, questions[:1], starts=noon)
    address, led = reverse("interviews:hand_out", args=[mock.pk]), signed_in(mentor)
    assert led.post(address, {"key": uuid4(), "email": "no address"}).status_code == 422
    for email in ("", "new@example.org", "new@example.org"):
        led.post(address, {"key": uuid4(), "email": email})
    link = Invitation.objects.get()
    actions.post(noon)
    (letter,) = mailoutbox
    assert letter.to == ["new@example.org"]
    assert str(link.token) in letter.body
    page = led.get(reverse("interviews:interview", args=[mock.pk])).content.decode()
    assert reverse("interviews:revoke", args=[link.pk]) in page


def test_a_plan_that_is_wrong_keeps_what_was_typed(mentor, questions):
    body = {"key": uuid4(), "number": 3, "minutes": 45, "call": "javascript:alert(1)"}
    page = signed_in(mentor).post(reverse("interviews:plan"), body)
    assert page.status_code == 422
    assert "javascript:alert(1)" in page.content.decode()
    assert not Interview.objects.exists()


def test_a_mock_is_planned_with_its_script_and_shown_in_both_zones(mentor, learner, questions):
    learner.time_zone = "Asia/Tokyo"
    learner.save()
    pairing = make.pairing(mentor, learner)
    body = {"key": uuid4(), "number": 3, "minutes": 30, "pairing": pairing.pk}
    body |= {"starts": "2030-01-05T15:00", "call": "https://meet.example/a"}
    signed_in(mentor).post(reverse("interviews:plan"), body)
    mock = Interview.objects.get()
    assert mock.items.count() == 3
    page = signed_in(learner).get(reverse("interviews:interview", args=[mock.pk]))
    text = page.content.decode()
    assert "Sunday 6 January 2030, 00:00" in text
    assert "Saturday 5 January 2030, 15:00" in text


@pytest.mark.parametrize("shares", [True, False])
def test_a_mentor_reads_of_weak_points_what_is_shared_and_as_long_as_it_is(
    shares, mentor, learner, questions, noon
):
    pairing = make.pairing(mentor, learner, shares_weak=shares)
    missed_in(mentor, learner, questions[1:2])
    point = KeyPoint.objects.filter(question=questions[2]).first()
    topic = make.topic("What I prepare for", owner=learner)
    own = make.question("What is mine?", points=[("mine", True)], owner=learner, topics=[topic])
    missed = [point.pk, KeyPoint.objects.get(question=own).pk]
    verdicts = dict.fromkeys(missed, Verdict.MISSED)
    marks.tick(learner, verdicts, where=Where.QUIZ, key=uuid4(), at=noon)
    led = signed_in(mentor)
    set_up = led.get(reverse("interviews:new"), {"pairing": pairing.pk}).content.decode()
    assert "still misses: core one of 1" in set_up
    assert ("Weak lately: Queues" in set_up) is shares
    assert "What I prepare for" not in set_up
    body = {"key": uuid4(), "number": 5, "minutes": 30, "pairing": pairing.pk}
    script = led.post(reverse("interviews:plan"), body).url
    assert ("weak point" in led.get(script).content.decode()) is shares
    Pairing.objects.update(shares_weak=False)
    assert "weak point" not in led.get(script).content.decode()


def test_a_mentor_chooses_a_question_that_the_pair_has_not_used(mock, mentor, learner, questions):
    missed_in(mentor, learner, questions[3:4])
    script, led = reverse("interviews:script", args=[mock.pk]), signed_in(mentor)
    found = led.get(script, {"find": "caches work"}).content.decode()
    assert f'value="{questions[5].pk}"' in found
    assert f'value="{questions[3].pk}"' not in found  # used by this pair
    assert f'value="{questions[1].pk}"' not in found  # in the script already
    assert f'value="{questions[4].pk}"' in led.get(script, {"find": ""}).content.decode()
    add = reverse("interviews:add_drawn", args=[mock.pk])
    led.post(add, {"question": questions[5].pk})
    assert mock.items.filter(question=questions[5]).exists()
    assert led.post(add, {"question": questions[3].pk}).status_code == 409


def test_the_calendar_file_of_a_mock_is_one(mock, learner, noon):
    Interview.objects.filter(pk=mock.pk).update(starts=noon)
    answer = signed_in(learner).get(reverse("interviews:calendar", args=[mock.pk]))
    assert answer["Content-Type"].startswith("text/calendar")
    (event,) = Calendar.from_ical(answer.content).walk("VEVENT")
    assert event.decoded("dtstart") == noon
    assert str(event["summary"]) == "Mock interview with Mara"


def test_the_room_answers_204_until_something_is_new_for_that_side(mock, mentor, learner):
    room = reverse("interviews:room", args=[mock.pk])
    begun = done(mock, mentor, Verb.BEGIN)
    point = begun.items.first().points.first()
    done(mock, mentor, Verb.TICK, point=point.pk, verdict="hit")
    led, taken = signed_in(mentor), signed_in(learner)
    assert led.get(f"{room}?seen=1", headers=HTMX).status_code == 200
    assert led.get(f"{room}?seen=2", headers=HTMX).status_code == 204
    assert taken.get(f"{room}?seen=1", headers=HTMX).status_code == 204
    assert 'data-version="1"' in taken.get(f"{room}?seen=0", headers=HTMX).content.decode()


def test_an_act_answers_the_room_at_once_and_a_wrong_one_says_why(mock, mentor, learner):
    address = reverse("interviews:act", args=[mock.pk])
    body = {"verb": "begin", "key": uuid4()}
    assert 'id="state"' in signed_in(mentor).post(address, body, headers=HTMX).content.decode()
    refused = signed_in(learner).post(address, {"verb": "end", "key": uuid4()}, headers=HTMX)
    assert refused.status_code == 403
    wrong = {"verb": "write", "key": uuid4(), "lines": '[{"line": 1}]'}
    assert signed_in(learner).post(address, wrong, headers=HTMX).status_code == 422


def test_points_are_put_right_after_the_end_until_the_report_is_released(mock, mentor, noon):
    done(mock, mentor, Verb.BEGIN)
    done(mock, mentor, Verb.NOTE, position=1, text="calm")
    over = done(mock, mentor, Verb.END)
    room, led = reverse("interviews:room", args=[mock.pk]), signed_in(mentor)
    point = over.items.first().points.first()
    text = led.get(room).content.decode()
    assert text.count(f'data-point="{point.pk}"') == 3
    assert "calm" in text
    assert over.items.last().title not in text
    report = reverse("interviews:report", args=[mock.pk])
    assert "calm" in led.get(report).content.decode()
    actions.release(over, by=mentor, at=noon, site=SITE)
    assert "data-point" not in led.get(room).content.decode()


def test_only_a_rehearsal_may_use_the_microphone(learner, mock, questions):
    browser = signed_in(learner)
    alone = make.mock(None, learner, questions[:1])
    with_mentor = browser.get(reverse("interviews:room", args=[mock.pk]))
    by_oneself = browser.get(reverse("interviews:room", args=[alone.pk]))
    assert "microphone=()" in with_mentor["Permissions-Policy"]
    assert "microphone=(self)" in by_oneself["Permissions-Policy"]
    assert "media-src blob:" in by_oneself["Content-Security-Policy"]


@pytest.mark.parametrize("page", ["home", "pair", "script", "room"])
def test_a_page_asks_no_more_for_many_rows_than_for_one(
    page, mentor, learner, questions, django_assert_max_num_queries, noon
):
    mock = make.mock(mentor, learner, questions[:1], starts=noon)
    pairing = Pairing.objects.get()
    address = {
        "home": reverse("interviews:home"),
        "pair": reverse("interviews:pair", args=[pairing.pk]),
        "script": reverse("interviews:script", args=[mock.pk]),
        "room": reverse("interviews:room", args=[mock.pk]),
    }[page]
    browser = signed_in(mentor)
    missed_in(mentor, learner, questions[1:3])
    browser.get(address)
    with django_assert_max_num_queries(100) as few:
        browser.get(address)
    count = len(few)
    for n in range(3):
        missed_in(mentor, make.person(f"c{n}@example.org"), questions[1:3])
        missed_in(mentor, learner, questions[3:6])
    for question in questions[1:4]:
        actions.add_own(mock, make_own(question.title), by=mentor)
    with django_assert_max_num_queries(count):
        assert browser.get(address).status_code == 200


def missed_in(mentor, candidate, questions):
    """A mock that is over, in which a core point was missed."""
    over = make.mock(mentor, candidate, questions)
    done(over, mentor, Verb.BEGIN)
    point = over.items.first().points.first()
    done(over, mentor, Verb.TICK, point=point.pk, verdict="missed")
    done(over, mentor, Verb.END)


def make_own(prompt):
    from questions.interviews.rules.setup import Own

    return Own(prompt, points=(("a point", True),))
