"""How long a sign-in lasts, and what ends it everywhere."""

from __future__ import annotations

from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from django.utils.timezone import now
from rest_framework.test import APIClient

from questions.accounts import actions, sessions
from questions.accounts.models import User
from tests import make

from .entering import APP, NEW, in_browser, on_phone, opens, phone_opens, reset


def test_signing_in_makes_a_new_session_each_time(learner):
    client = Client()
    client.get(reverse("account_login"))
    seen = set()
    for _ in range(3):
        in_browser(learner.email, client=client)
        seen.add(client.session.session_key)
        token, _ = on_phone(learner.email)
        seen.add(token)
        client.post(reverse("account_logout"))
    assert len(seen) == 6


def test_a_session_that_an_attacker_chose_is_not_taken(learner, settings):
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = "a" * 32
    in_browser(learner.email, client=client)
    assert client.cookies[settings.SESSION_COOKIE_NAME].value != "a" * 32


def test_signing_out_ends_the_session_itself(learner, settings):
    client, _ = in_browser(learner.email)
    kept = client.cookies[settings.SESSION_COOKIE_NAME].value
    client.post(reverse("account_logout"))
    thief = Client()
    thief.cookies[settings.SESSION_COOKIE_NAME] = kept
    assert not opens(thief)


@pytest.fixture
def everywhere(learner):
    """Two browsers and a phone in which the learner has signed in."""
    return in_browser(learner.email)[0], in_browser(learner.email)[0], on_phone(learner.email)[0]


def test_a_new_password_ends_all_other_sessions(learner, everywhere):
    here, there, token = everywhere
    body = {"oldpassword": make.PASSWORD, "password1": NEW, "password2": NEW}
    assert here.post(reverse("account_change_password"), body).status_code == 302
    assert (opens(here), opens(there), phone_opens(token)) == (True, False, False)


def test_a_phones_new_password_ends_all_other_sessions(learner, everywhere):
    here, there, token = everywhere
    body = {"current_password": make.PASSWORD, "new_password": NEW}
    client = APIClient(headers={"X-Session-Token": token})
    assert client.post(f"{APP}/account/password/change", body).status_code == 200
    assert (opens(here), opens(there)) == (False, False)


def test_a_reset_password_ends_all_sessions(learner, everywhere):
    here, there, token = everywhere
    reset(learner.email)
    assert (opens(here), opens(there), phone_opens(token)) == (False, False, False)


@pytest.mark.parametrize("how", ["action", "admin"])
def test_a_deactivated_person_is_out_and_stays_out_when_they_return(learner, everywhere, how):
    here, there, token = everywhere
    if how == "action":
        actions.deactivate(learner)
    else:
        admin = Client()
        admin.force_login(make.person("ada@example.org", is_staff=True, is_superuser=True))
        body = {"email": learner.email, "name": "", "time_zone": "UTC", "day_start": "4"}
        address = reverse("admin:accounts_user_change", args=[learner.pk])
        assert admin.post(address, body).status_code == 302
    assert (opens(here), opens(there), phone_opens(token)) == (False, False, False)
    assert not opens(in_browser(learner.email)[0])
    User.objects.filter(pk=learner.pk).update(is_active=True)
    assert (opens(here), opens(there), phone_opens(token)) == (False, False, False)
    assert opens(in_browser(learner.email)[0])


def older(by: timedelta) -> None:
    """Every session as it will be after so long: begun and last seen earlier, and expiring."""
    for row in Session.objects.all():
        held = row.get_decoded()
        for name in (sessions.BEGAN, sessions.SEEN):
            held[name] -= int(by.total_seconds())
        row.session_data = Session.objects.encode(held)
        row.expire_date -= by
        row.save()


def live_on() -> None:
    """As if the store had been asked in time."""
    Session.objects.update(expire_date=now() + timedelta(days=1))


@pytest.mark.parametrize(("days", "alive"), [(13, True), (15, False)])
def test_a_session_that_nobody_uses_ends_after_two_weeks(learner, everywhere, days, alive):
    here, _, token = everywhere
    older(timedelta(days=days))
    assert (opens(here), phone_opens(token)) == (alive, alive)


def test_a_session_that_is_used_lives_on(learner, everywhere):
    here, _, token = everywhere
    for _ in range(3):
        older(timedelta(days=10))
        assert (opens(here), phone_opens(token)) == (True, True)


def test_no_session_lives_longer_than_three_months(learner, everywhere):
    here, _, token = everywhere
    older(timedelta(days=91))
    live_on()
    assert (opens(here), phone_opens(token)) == (False, False)


@pytest.mark.parametrize(("hours", "alive"), [(11, True), (13, False)])
def test_an_admin_signs_in_anew_each_day(learner, everywhere, hours, alive):
    here, _, token = everywhere
    User.objects.filter(pk=learner.pk).update(is_staff=True)
    older(timedelta(hours=hours))
    assert (opens(here), phone_opens(token)) == (alive, alive)


def test_a_copy_of_the_database_opens_no_door(learner, settings):
    """Every text in every row, tried as a cookie, as a token and as a bearer."""
    browser, _ = in_browser(learner.email)
    token, _ = on_phone(learner.email)
    assert opens(browser)
    assert phone_opens(token)
    read = {row.session_key for row in Session.objects.all()}
    read |= {row.session_key for row in UserSession.objects.all()}
    assert len(read) == 2
    assert not read & {token, browser.cookies[settings.SESSION_COOKIE_NAME].value}
    for key in read:
        thief = Client()
        thief.cookies[settings.SESSION_COOKIE_NAME] = key
        assert not opens(thief)
        assert not phone_opens(key)


def test_the_list_of_devices_knows_which_one_asks(learner, everywhere):
    _, _, token = everywhere
    client = APIClient(headers={"X-Session-Token": token})
    listed = client.get(f"{APP}/auth/sessions").json()["data"]
    assert sorted(one["is_current"] for one in listed) == [False, False, True]
    other = next(one["id"] for one in listed if not one["is_current"])
    left = client.delete(f"{APP}/auth/sessions", {"sessions": [other]}).json()["data"]
    assert len(left) == 2
