"""Forms are taken from our own pages alone, and looking at a page changes nothing."""

from __future__ import annotations

import re
from urllib.parse import urlencode

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.urls import reverse

from tests import doors, make
from tests.test_doors import ALL, page_of, path_of, phone_of
from tests.test_doors import world as world  # the learner's things, as the table has them

POSTS = [door for door, method, _ in doors.rows(doors.PAGES) if method == "POST"]
TOKEN = "t" * 32
OTHERS = ["accounts:settings"]
FORMS = [
    n for n, r in ALL if n.startswith(("account_", "mfa_", "usersessions_")) and "(?P" not in r
]


READ = re.compile(r"(SELECT|SAVEPOINT|RELEASE|ROLLBACK|PRAGMA|SHOW)\b", re.I)


class Rows:
    """Whether any row of any table changes, but for the browsers' own notes, the sessions.

    All rows are looked at whenever a statement was sent that could have changed one.
    """

    def __init__(self) -> None:
        self.sent, self.before = False, self.digest()

    def __call__(self, execute, sql, params, many, context):
        self.sent = self.sent or not READ.match(str(sql).lstrip())
        return execute(sql, params, many, context)

    def changed(self) -> bool:
        """Whether any did since this was last asked."""
        if not self.sent:
            return False
        now, before = self.digest(), self.before
        self.sent, self.before = False, now
        return now != before

    def digest(self) -> int:
        kept = (m for m in apps.get_models() if m is not Session)
        found = ((m._meta.label, *m._base_manager.order_by("pk").values_list()) for m in kept)
        return hash(repr(list(found)))


@pytest.fixture
def rows(world):
    watched = Rows()
    with connection.execute_wrapper(watched):
        yield watched


def strict(person) -> Client:
    client = Client(enforce_csrf_checks=True)
    client.force_login(person)
    return client


def test_the_rows_are_heard_to_change(world, rows):
    assert not rows.changed()
    make.topic("Another")
    assert rows.changed()
    assert not rows.changed()


def test_a_form_without_its_token_is_refused(world, rows):
    client = strict(world["people"]["learner"])
    rows.changed()  # for they signed in just now
    taken = [
        door
        for door in [*POSTS, *OTHERS]
        if client.post(page_of(door, world)).status_code != 403 or rows.changed()
    ]
    assert taken == []


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "http://testserver.evil.example"]
)
def test_a_form_from_elsewhere_is_refused(origin, world, rows, settings):
    client = strict(world["people"]["learner"])
    rows.changed()  # for they signed in just now
    taken = []
    for door in [*POSTS, *OTHERS]:
        client.cookies[settings.CSRF_COOKIE_NAME] = TOKEN
        headers = {"Origin": origin, "X-CSRFToken": TOKEN}
        answer = client.post(page_of(door, world), headers=headers)
        if answer.status_code != 403 or rows.changed():
            taken.append(door)
    assert taken == []


@pytest.mark.parametrize("role", ["nobody", "learner"])
def test_the_forms_of_an_account_need_their_token_as_well(role, world, rows):
    for name in FORMS:
        cache.clear()
        person = world["people"][role]
        client = strict(person) if person else Client(enforce_csrf_checks=True)
        rows.changed()  # for they signed in just now
        answer = client.post(f"/{dict(ALL)[name]}")
        assert answer.status_code in {403, 405, 404} or "/login/" in answer.get("Location", "")
        assert not rows.changed(), name


def test_the_token_of_our_own_page_opens_the_form(world, settings):
    client = strict(world["people"]["learner"])
    client.cookies[settings.CSRF_COOKIE_NAME] = TOKEN
    headers = {"Origin": "http://testserver", "X-CSRFToken": TOKEN}
    answer = client.post(page_of("quizzes:count", world), headers=headers)
    assert answer.status_code == 302


def test_looking_changes_no_row(world, rows):
    learner = world["people"]["learner"]
    browser, phone = Client(), phone_of(learner)
    browser.force_login(learner)
    reads = [page_of(d, world) for d, m, _ in doors.rows(doors.PAGES) if m == "GET"]
    reads += [f"/{dict(ALL)[name]}" for name in FORMS]
    reads += ["/admin/", "/nothing/", f"{reverse('bank:questions')}?{urlencode({'q': 'it is'})}"]
    calls = [path_of(d, world) for d, m, _ in doors.rows(doors.API) if m == "GET"]
    # allauth notes an address that was given on the command line when it is first shown.
    browser.get(reverse("account_email"))
    rows.changed()
    changed = []
    for ask, addresses in ((browser, reads), (phone, calls)):
        for address in addresses:
            for method in (ask.get, ask.head, ask.options):
                method(address)
            if rows.changed():
                changed.append(address)
    # A phone's feed is brought up to date when it is asked for; nothing of a person's changes.
    assert [address for address in changed if address != "/api/v1/sync/"] == []
