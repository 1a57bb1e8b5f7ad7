"""The log says who came in, who was refused and what admins did, and keeps every secret."""

from __future__ import annotations

import json
import logging
import re
from datetime import datetime, timedelta

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client
from django.urls import reverse
from rest_framework.test import APIClient

from questions.web.logs import JsonFormatter
from tests import make

APP = "/api/auth/app/v1"
CANARY = "canary-phrase-7391"


@pytest.fixture
def lines():
    """Every line that is written from here on, as it leaves the process."""
    written: list[str] = []

    class Keep(logging.Handler):
        def emit(self, record):
            written.append(JsonFormatter().format(record))

    keep, root = Keep(), logging.getLogger()
    root.addHandler(keep)
    yield written
    root.removeHandler(keep)


def said(lines, message):
    """The lines with this message, read."""
    return [one for one in map(json.loads, lines) if one["message"] == message]


def test_every_line_is_json_with_its_moment_in_utc_and_its_request(lines, learner):
    Client().get("/nothing/", headers={"X-Request-ID": "abcdef-12345"})
    body = {"login": learner.email, "password": make.PASSWORD}
    Client().post(reverse("account_login"), body, headers={"X-Request-ID": "abcdef-12345"})
    read = [json.loads(line) for line in lines]
    assert {one["request"] for one in read} == {"abcdef-12345"}
    for one in read:
        assert datetime.fromisoformat(one["at"]).utcoffset() == timedelta(0)
        assert {"level", "logger", "message"} <= set(one)


def test_coming_and_going_is_written_down(lines, learner):
    client = Client()
    body = {"login": learner.email, "password": make.PASSWORD}
    client.post(reverse("account_login"), body)
    client.post(reverse("account_logout"))
    APIClient().post(f"{APP}/auth/login", {"email": learner.email, "password": make.PASSWORD})
    (browser, phone), (out,) = said(lines, "signed in"), said(lines, "signed out")
    assert browser["person"] == phone["person"] == out["person"] == str(learner.pk)
    assert browser["ip"] == "127.0.0.1"


def test_a_refused_sign_in_is_written_down_without_what_was_typed(lines, learner):
    for email in (learner.email, CANARY):
        Client().post(reverse("account_login"), {"login": email, "password": CANARY})
        APIClient().post(f"{APP}/auth/login", {"email": f"{CANARY}@a.bc", "password": CANARY})
    assert len(said(lines, "sign-in refused")) >= 3
    assert CANARY not in "".join(lines)


def test_refusals_of_either_door_are_written_down(lines, learner, phone):
    body = {"key": "00000000-0000-0000-0000-000000000001", "topics": ["nothing"]}
    assert phone(learner).post("/api/v1/quizzes/", body).status_code == 409
    client = Client(enforce_csrf_checks=True)
    client.force_login(learner)
    client.post(reverse("flashcards:undo"))
    APIClient().get("/api/v1/me/")
    text = "".join(lines)
    assert "refused /api/v1/quizzes/: no_questions" in text
    assert "refused /flashcards/undo/: csrf" in text
    assert "Unauthorized: /api/v1/me/" in text


def test_an_act_of_an_admin_is_written_down(lines, learner):
    admin = make.person("ada@example.org", is_staff=True, is_superuser=True)
    client = Client()
    client.force_login(admin)
    body = {"email": learner.email, "name": "", "is_active": "on", "is_mentor": "on"}
    body |= {"time_zone": "UTC", "day_start": "4"}
    address = reverse("admin:accounts_user_change", args=[learner.pk])
    assert client.post(address, body).status_code == 302
    (line,) = said(lines, "admin act")
    assert line["person"] == str(admin.pk)
    assert line["on"].endswith(str(learner.pk))
    assert "mentor" in line["change"]


def test_no_password_token_or_link_is_ever_written_down(lines, learner):
    secrets = [CANARY]
    EmailAddress.objects.create(user=learner, email=learner.email, primary=True, verified=True)
    client = Client()
    body = {"login": learner.email, "password": make.PASSWORD}
    client.post(reverse("account_login"), body)
    secrets += [make.PASSWORD, client.session.session_key]
    change = {"oldpassword": make.PASSWORD, "password1": CANARY, "password2": CANARY}
    client.post(reverse("account_change_password"), change)
    secrets.append(client.session.session_key)
    signed = APIClient().post(f"{APP}/auth/login", {"email": learner.email, "password": CANARY})
    secrets.append(signed.json()["meta"]["session_token"])
    APIClient(headers={"X-Session-Token": secrets[-1]}).get("/api/v1/nothing/")
    Client().post(reverse("account_reset_password"), {"email": learner.email})
    link = re.search(r"http://testserver(\S+)", mail.outbox[-1].body)[1]
    Client().get(link)
    Client().get(link.replace("-", "-x"))
    secrets.append(link.rstrip("/").rpartition("/")[2])
    text = "".join(lines)
    assert said(lines, "password changed")
    assert [secret for secret in secrets if secret in text] == []
    assert learner.password not in text


def test_nothing_that_was_typed_begins_a_line_of_its_own(lines, learner):
    forged = 'x\r\n{"at": "2026", "level": "info", "message": "signed in"}'
    Client().post(reverse("account_login"), {"login": forged, "password": forged})
    Client().get("/bank/", {"q": forged})
    Client().get(f"/nothing{forged.replace(' ', '%20')}/")
    Client().get("/nothing/", headers={"X-Request-ID": forged})
    assert all("\n" not in line and "\r" not in line for line in lines)
    assert said(lines, "signed in") == []
