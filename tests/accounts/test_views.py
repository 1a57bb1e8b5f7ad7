"""The doors of one's account in a browser."""

from __future__ import annotations

import re

import pytest
from allauth.usersessions.models import UserSession
from django.core import mail
from django.test import Client
from django.urls import reverse

from questions.accounts import actions
from questions.accounts.models import User
from tests import make
from tests.conftest import HTMX, signed_in


def sign_up(client, **more):
    body = {"email": "Nia@Example.org", "password1": make.PASSWORD, **more}
    return client.post(reverse("account_signup"), body)


def test_signing_up_takes_an_address_and_a_password_and_the_browsers_zone(db, client):
    response = sign_up(client, time_zone="Asia/Tokyo")
    assert response.status_code == 302
    assert User.objects.get(email="nia@example.org").time_zone == "Asia/Tokyo"


def test_a_zone_that_does_not_exist_is_left_at_utc(db, client):
    sign_up(client, time_zone="Nowhere/At_All")
    assert User.objects.get().time_zone == "UTC"


@pytest.mark.parametrize("password", ["short", "qwertyuiop123", "nia@example.org"])
def test_a_weak_password_is_refused(db, client, password):
    assert sign_up(client, password1=password).status_code == 200
    assert not User.objects.exists()


def test_a_forgotten_password_is_reset_by_letter(learner, client):
    client.post(reverse("account_reset_password"), {"email": learner.email})
    link = re.search(r"http://testserver(\S+)", mail.outbox[0].body)[1]
    page = client.get(link, follow=True)
    form = page.redirect_chain[-1][0]
    new = "another long phrase"
    client.post(form, {"password1": new, "password2": new})
    learner.refresh_from_db()
    assert learner.check_password(new)


def test_an_unknown_address_gets_the_same_page_as_a_known_one(learner, client):
    url = reverse("account_reset_password")
    known = client.post(url, {"email": learner.email})
    unknown = client.post(url, {"email": "nobody@example.org"})
    assert known.status_code == unknown.status_code == 302
    assert known["Location"] == unknown["Location"]


def test_five_wrong_passwords_in_five_minutes_close_the_account_for_a_while(learner, client):
    url = reverse("account_login")
    for _ in range(6):
        last = client.post(url, {"login": learner.email, "password": "wrong"})
    assert "Too many failed" in last.content.decode()
    right = client.post(url, {"login": learner.email, "password": make.PASSWORD})
    assert right.status_code == 200


def test_settings_are_changed_and_said_to_be(browser, learner):
    body = {"name": "Lena L.", "time_zone": "Europe/Berlin", "day_start": "5"}
    page = browser.post(reverse("accounts:settings"), body, follow=True)
    learner.refresh_from_db()
    assert (learner.name, learner.time_zone, learner.day_start) == ("Lena L.", "Europe/Berlin", 5)
    assert "Your settings are saved." in page.content.decode()


def test_wrong_settings_come_back_with_what_is_wrong(browser, learner):
    body = {"name": "Lena", "time_zone": "Europe/Berlin", "day_start": "31"}
    response = browser.post(reverse("accounts:settings"), body)
    assert response.status_code == 422
    learner.refresh_from_db()
    assert learner.time_zone == "UTC"


def test_settings_need_a_person(client):
    assert client.get(reverse("accounts:settings")).status_code == 302


def test_htmx_gets_the_settings_alone(browser):
    page = browser.get(reverse("accounts:settings"), headers=HTMX)
    assert page.content.startswith(b'<section id="settings"')


def test_letters_are_shown_in_debug_mode_only(client, settings, tmp_path):
    assert client.get(reverse("accounts:letters")).status_code == 404
    settings.DEBUG, settings.EMAIL_FILE_PATH = True, tmp_path
    (tmp_path / "1.log").write_text(
        "Subject: Hello\nTo: a@b.c\n\nSee http://x.y/z now\n" + "-" * 79
    )
    page = client.get(reverse("accounts:letters")).content.decode()
    assert "Hello" in page
    assert 'href="http://x.y/z"' in page


def test_a_deactivated_persons_sessions_stay_dead_when_they_return(learner):
    client = Client()
    client.post(reverse("account_login"), {"login": learner.email, "password": make.PASSWORD})
    client.get(reverse("accounts:settings"))
    assert UserSession.objects.filter(user=learner).exists()
    actions.deactivate(learner)
    User.objects.update(is_active=True)
    assert client.get(reverse("accounts:settings")).status_code == 302


def test_the_admins_door_is_the_same_sign_in(learner, client):
    assert (
        client.get("/admin/login/", follow=True)
        .redirect_chain[-1][0]
        .startswith(reverse("account_login"))
    )
    assert signed_in(learner).get("/admin/").status_code in {302, 403}
