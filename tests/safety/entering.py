"""The ways in, and whether one is in, for the tests about signing in."""

from __future__ import annotations

import re

from django.core import mail
from django.test import Client
from django.urls import reverse
from rest_framework.test import APIClient

from tests import make

APP = "/api/auth/app/v1"
NEW = "another long phrase"


def in_browser(email, password=make.PASSWORD, client=None):
    client = client or Client()
    answer = client.post(reverse("account_login"), {"login": email, "password": password})
    return client, answer


def on_phone(email, password=make.PASSWORD):
    answer = APIClient().post(f"{APP}/auth/login", {"email": email, "password": password})
    return answer.json().get("meta", {}).get("session_token"), answer


def at_the_admin(email, password=make.PASSWORD):
    """The admin's own form: wherever its page sends one, there one signs in."""
    client = Client()
    page = client.get("/admin/", follow=True)
    where = page.redirect_chain[-1][0]
    return client, client.post(where, {"login": email, "password": password})


def opens(client) -> bool:
    return bool(client.get(reverse("accounts:settings")).status_code == 200)


def phone_opens(token) -> bool:
    client = APIClient(headers={"X-Session-Token": token})
    return bool(client.get("/api/v1/me/").status_code == 200)


def reset(email) -> Client:
    """A browser that has followed the letter to a new password."""
    client = Client()
    client.post(reverse("account_reset_password"), {"email": email})
    form = client.get(letter(), follow=True).redirect_chain[-1][0]
    client.post(form, {"password1": NEW, "password2": NEW})
    return client


def letter() -> str:
    """The link in the last letter."""
    found = re.search(r"http://testserver(\S+)", str(mail.outbox[-1].body))
    assert found
    return found[1]
