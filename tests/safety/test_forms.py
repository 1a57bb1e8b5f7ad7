"""Forms are taken from our own pages alone, and looking at a page changes nothing."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from tests import doors
from tests.test_doors import ALL, page_of, path_of, phone_of
from tests.test_doors import world as world  # the learner's things, as the table has them

POSTS = [door for door, method, _ in doors.rows(doors.PAGES) if method == "POST"]
TOKEN = "t" * 32
OTHERS = ["accounts:settings"]
FORMS = [
    n for n, r in ALL if n.startswith(("account_", "mfa_", "usersessions_")) and "(?P" not in r
]


def digest() -> int:
    """A fingerprint of every row of every table but the browsers' own notes, the sessions."""
    kept = (m for m in apps.get_models() if m is not Session)
    rows = ((m._meta.label, *m._base_manager.order_by("pk").values_list()) for m in kept)
    return hash(repr(list(rows)))


def strict(person) -> Client:
    client = Client(enforce_csrf_checks=True)
    client.force_login(person)
    return client


@pytest.mark.parametrize("door", [*POSTS, *OTHERS])
def test_a_form_without_its_token_is_refused(door, world):
    client = strict(world["people"]["learner"])
    before = digest()
    assert client.post(page_of(door, world)).status_code == 403
    assert digest() == before


@pytest.mark.parametrize("door", [*POSTS, *OTHERS])
@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "http://testserver.evil.example"]
)
def test_a_form_from_elsewhere_is_refused(door, origin, world, settings):
    client = strict(world["people"]["learner"])
    client.cookies[settings.CSRF_COOKIE_NAME] = TOKEN
    before = digest()
    headers = {"Origin": origin, "X-CSRFToken": TOKEN}
    assert client.post(page_of(door, world), headers=headers).status_code == 403
    assert digest() == before


@pytest.mark.parametrize("name", FORMS)
def test_the_forms_of_an_account_need_their_token_as_well(name, world):
    address = f"/{dict(ALL)[name]}"
    for person in (None, world["people"]["learner"]):
        client = strict(person) if person else Client(enforce_csrf_checks=True)
        before = digest()
        answer = client.post(address)
        assert answer.status_code in {403, 405, 404} or "/login/" in answer.get("Location", "")
        assert digest() == before


def test_the_token_of_our_own_page_opens_the_form(world, settings):
    client = strict(world["people"]["learner"])
    client.cookies[settings.CSRF_COOKIE_NAME] = TOKEN
    headers = {"Origin": "http://testserver", "X-CSRFToken": TOKEN}
    answer = client.post(page_of("quizzes:count", world), headers=headers)
    assert answer.status_code == 302


def test_looking_changes_no_row(world):
    learner = world["people"]["learner"]
    browser, phone = Client(), phone_of(learner)
    browser.force_login(learner)
    reads = [page_of(d, world) for d, m, _ in doors.rows(doors.PAGES) if m == "GET"]
    reads += [f"/{dict(ALL)[name]}" for name in FORMS]
    reads += ["/admin/", "/nothing/", f"{reverse('bank:questions')}?{urlencode({'q': 'it is'})}"]
    calls = [path_of(d, world) for d, m, _ in doors.rows(doors.API) if m == "GET"]
    # allauth notes an address that was given on the command line when it is first shown.
    browser.get(reverse("account_email"))
    changed, before = [], digest()
    for ask, addresses in ((browser, reads), (phone, calls)):
        for address in addresses:
            for method in (ask.get, ask.head, ask.options):
                method(address)
            if (now := digest()) != before:
                changed.append(address)
                before = now
    # A phone's feed is brought up to date when it is asked for; nothing of a person's changes.
    assert [address for address in changed if address != "/api/v1/sync/"] == []
