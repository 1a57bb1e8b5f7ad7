"""What every answer says to the browser about how far it may be trusted."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from rest_framework.test import APIClient

from tests import doors
from tests.test_doors import page_of, path_of
from tests.test_doors import world as world  # the learner's things, as the table has them

READS = [(d, p) for d, m, p in doors.rows(doors.PAGES) if m == "GET"]
CALLS = [(d, p) for d, m, p in doors.rows(doors.API) if m == "GET"]
UNSAFE = ("unsafe-inline", "unsafe-eval", "unsafe-hashes", "*", "http:", "https:", "strict-dynamic")


def said(response) -> dict[str, str]:
    return {name.lower(): value for name, value in response.items()}


def faults(response) -> list[str]:
    """What the headers of one answer lack."""
    has = said(response)
    found = [f"{word} in the policy" for word in UNSAFE if word in has.get(CSP, "").split()]
    found += [f"'{w}' in the policy" for w in UNSAFE if f"'{w}'" in has.get(CSP, "")]
    expected = {
        "x-content-type-options": "nosniff",
        "referrer-policy": "same-origin",
        "cross-origin-opener-policy": "same-origin",
        "x-frame-options": "DENY",
    }
    found += [name for name, value in expected.items() if has.get(name) != value]
    found += [name for name in (CSP, "permissions-policy", "x-request-id") if not has.get(name)]
    if "default-src 'none'" not in has.get(CSP, ""):
        found.append("the policy does not begin with nothing")
    return found


CSP = "content-security-policy"


def test_every_page_and_operation_has_the_headers(world, phone):
    learner = world["people"]["learner"]
    browser = Client()
    browser.force_login(learner)
    answers = {door: browser.get(page_of(door, world)) for door, _ in READS}
    answers |= {door: phone(learner).get(path_of(door, world)) for door, _ in CALLS}
    answers |= {
        "a page that is not there": browser.get("/nothing/"),
        "an address of the api that is not there": browser.get("/api/v1/nothing/"),
        "a refused form": Client(enforce_csrf_checks=True).post("/accounts/login/"),
        "a missing token": APIClient().get("/api/v1/me/"),
        "the sign-in": Client().get(reverse("account_login")),
    }
    assert {door: found for door, answer in answers.items() if (found := faults(answer))} == {}


def test_the_pages_of_the_admin_have_them_too(admin_page):
    assert faults(admin_page) == []


@pytest.fixture
def admin_page(db):
    from tests import make

    client = Client()
    client.force_login(make.person("ada@example.org", is_staff=True, is_superuser=True))
    return client.get("/admin/")


def test_personal_pages_and_the_api_are_kept_by_no_cache(world, phone):
    learner = world["people"]["learner"]
    browser = Client()
    browser.force_login(learner)
    answers = {door: browser.get(page_of(door, world)) for door, _ in READS}
    answers |= {door: phone(learner).get(path_of(door, world)) for door, _ in CALLS}
    answers |= {
        "the sign-in of a phone": APIClient().post("/api/auth/app/v1/auth/login", {}),
        "a missing token": APIClient().get("/api/v1/me/"),
        "sessions": browser.get("/accounts/sessions/"),
        "addresses": browser.get("/accounts/email/"),
    }
    kept = {d for d, a in answers.items() if "no-store" not in a.get("Cache-Control", "")}
    assert kept - {"schema", "docs"} == set()


def test_no_page_puts_a_session_or_a_token_into_an_address(world):
    browser = Client()
    browser.force_login(world["people"]["learner"])
    session = next(c.value for n, c in browser.cookies.items() if n.endswith("session"))
    for door, _ in READS:
        page = browser.get(page_of(door, world))
        assert session not in page.content.decode(), door
        assert session not in page.get("Location", ""), door


def test_no_door_answers_to_trace(world):
    browser = Client()
    browser.force_login(world["people"]["learner"])
    paths = [page_of(door, world) for door, _ in READS]
    paths += ["/admin/", "/admin/login/", "/accounts/login/", "/accounts/logout/", "/nothing/"]
    paths += [path_of(door, world) for door, _ in CALLS] + ["/api/auth/app/v1/auth/session", "/"]
    answered = {path: browser.generic("TRACE", path).status_code for path in paths}
    assert {path: code for path, code in answered.items() if code != 405} == {}
