"""What is the mentor's never reaches anybody else: every address of the site is asked for it.

Words that occur nowhere else are planted in every private field of a mock. Then everybody who is
not its mentor asks for every page, fragment and operation that the site has, with every id that
could fit; what comes back, headers, letters and calendar files included, is searched. The
addresses come from the URL conf and the schema, so a new one joins by itself.
"""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils.timezone import now
from rest_framework.test import APIClient

from questions.accounts.actions import welcome_guest
from questions.interviews import actions
from questions.interviews.access import admitted
from questions.interviews.live import Listener, told
from questions.interviews.models import Hint, Interview, Pairing, Point, Template
from questions.interviews.rules import Stage, Verb
from questions.interviews.rules.setup import Own
from tests import make
from tests.conftest import HTMX
from tests.make import done
from tests.test_doors import ALL

SITE = "https://rehearsal.example/"
NEVER = ("zqunshown", "zqown", "zqnote", "zqhint", "zqfollow", "zqtemplate", "zqanswer")
"""Nobody but the mentor reads these, before the report or after it."""
BEFORE = (*NEVER, "zqpoint", "zqscore", "zqreport", "zqpractise")
"""Nor these before the report is released."""


@pytest.fixture
def mock(mentor, learner, questions):
    """A running mock with a secret in every private field; its first question is shown."""
    mock = make.mock(mentor, learner, questions[:3], starts=now() + timedelta(hours=1))
    own = Own("zqown prompt", "zqanswer own", (("zqown point", True),), ("zqhint",), ("zqfollow",))
    actions.add_own(mock, own, by=mentor)
    actions.keep_template(mock, "zqtemplate", by=mentor, key=uuid4(), at=make.AT)
    done(mock, mentor, Verb.BEGIN)
    for item in mock.items.all():
        answer = {"html": "zqanswer", "title": "zqanswer", "preferred": True}
        item.sheet = {**item.sheet, "answers": [answer]}
        if not item.shown:
            item.title, item.prompt_html = "zqunshown title", "<p>zqunshown prompt</p>"
        item.save()
    Point.objects.filter(item__interview=mock, item__shown__isnull=False).update(text="zqpoint")
    Point.objects.filter(item__interview=mock, item__shown__isnull=True).update(text="zqunshown")
    Hint.objects.filter(item__interview=mock).update(text="zqhint")
    given = mock.items.first().hints.first()
    Hint.objects.filter(pk=given.pk).update(text="a given hint")
    done(mock, mentor, Verb.RELEASE, hint=given.pk)
    done(mock, mentor, Verb.NOTE, position=1, text="zqnote")
    done(mock, mentor, Verb.NOTE, text="zqnote on the whole")
    done(mock, mentor, Verb.SCORE, dimension="depth", band=2, text="zqscore")
    point = mock.items.first().points.first()
    done(mock, mentor, Verb.TICK, point=point.pk, verdict="missed")
    return Interview.objects.get(pk=mock.pk)


@pytest.fixture
def ids(mock, mentor):
    """Every id that an address could be asked with, by the name of the argument."""
    unshown = mock.items.exclude(shown__isnull=False).first()
    link = actions.hand_out(mock, by=mentor, key=uuid4(), at=make.AT, site=SITE)
    return {
        "item": unshown.pk,
        "token": link.token,
        "interview": mock.pk,
        "pairing": Pairing.objects.get().pk,
        "link": link.pk,
        "template": Template.objects.get().pk,
        "question": mock.items.filter(question__isnull=False).last().question_id,
    }


KIND = {
    "bank": "question",
    "questions": "question",
    "pair": "pairing",
    "share": "pairing",
    "part": "pairing",
    "pairings": "pairing",
    "revoke": "link",
    "invitations": "link",
    "remove_template": "template",
    "templates": "template",
}
"""Which id a door wants, by its slice or its name; any other is tried with the interview's."""


def addresses(ids):
    """(address, whether it is the interviews' own) of every page of the site."""
    for name, route in ALL:
        if not name or name in LEFT or name.startswith(("admin:", "headless:")) or "(?P" in route:
            continue
        space, _, word = name.partition(":")
        id_ = ids[KIND.get(word, KIND.get(space, "interview"))]
        given = {
            argument: {"int": 1, "slug": "storage", "str": "storage"}.get(kind)
            or ids.get(argument, id_)
            for kind, argument in re.findall(r"<(\w+):(\w+)>", route)
        }
        yield reverse(name, kwargs=given), space == "interviews"


PLAIN = {"int": 1, "slug": "storage", "str": "storage"}
LEFT = {"schema", "docs", "account_logout"}
"""The same for everybody, or the end of the walk."""


def operations(ids):
    """(method, path, whether it is the interviews' own) of every operation of the API."""
    paths = Client().get("/api/schema/?format=json").json()["paths"]
    for path, methods in paths.items():
        if not path.startswith("/api/v1/"):
            continue
        space = path.split("/")[3]
        full = re.sub(r"\{\w+\}", str(ids[KIND.get(space, "interview")]), path)
        own = space in {"interviews", "pairings", "invitations", "templates"}
        for method in methods:
            if method == "get" or (own and method == "post"):
                yield method, full, own


def everything(response):
    """What comes back: the body, and every header."""
    body = b"".join(response) if response.streaming else response.content
    headers = "\n".join(f"{name}: {value}" for name, value in response.items())
    return body.decode(errors="replace") + headers


BODY = {"verb": "move", "position": 2, "words": "", "practise": "", "stars": 5, "kind": "mock"}
"""What might move a door to say more; each door takes what it knows."""


def leaks(person, ids, secrets, *, every=False, acts=False):
    """Where a person reads a secret, and how many answers were searched.

    `every`: in all slices, else in the interviews' alone; `acts`: what POSTs answer as well.
    """
    browser, phone = Client(), APIClient()
    if person is not None:
        browser.force_login(person)
        phone.force_authenticate(person)
    asked = []
    for address, own in addresses(ids):
        if own or every:
            asked.append((f"GET {address}", lambda a=address: browser.get(a)))
        if own:
            asked.append((f"HX {address}", lambda a=address: browser.get(a, headers=HTMX)))
        if own and acts:
            body = {**BODY, "key": str(uuid4())}
            asked.append((f"POST {address}", lambda a=address, b=body: browser.post(a, b)))
    for method, path, own in operations(ids):
        if own or every:
            body = {"key": str(uuid4())} if method == "post" else None
            asked.append(
                (f"{method} {path}", lambda m=method, p=path, b=body: call(phone, m, p, b))
            )
    said = [(name, undone(ask)) for name, ask in asked]
    return [name for name, text in said if any(word in text for word in secrets)], len(said)


def call(phone, method, path, body):
    return getattr(phone, method)(path, body, format="json")


def undone(ask):
    """What a call answers; what it did is taken back, so that the next finds all as it was."""
    with transaction.atomic():
        text = everything(ask())
        transaction.set_rollback(True)
    return text


def test_the_candidate_reads_nothing_that_is_the_mentors(mock, ids, learner):
    found, count = leaks(learner, ids, BEFORE, every=True, acts=True)
    assert found == []
    assert count > 250


@pytest.mark.parametrize("who", ["a stranger", "another mentor", "a guest", "nobody"])
def test_nor_does_anybody_else(mock, ids, stranger, noon, who):
    person = {"a stranger": stranger, "nobody": None}.get(who)
    if who == "another mentor":
        person = make.person("omar@example.org", name="Omar", is_mentor=True)
    elif who == "a guest":
        person = welcome_guest(at=noon)
    assert leaks(person, ids, BEFORE, acts=True)[0] == []


def test_the_search_finds_what_the_mentor_may_read(mock, ids, mentor):
    found, _ = leaks(mentor, ids, BEFORE)
    assert f"GET /interviews/{mock.pk}/script/" in found
    assert f"GET /interviews/{mock.pk}/room/" in found
    assert f"get /api/v1/interviews/{mock.pk}/room/" in found


@pytest.mark.parametrize("stage", [Stage.PLANNED, Stage.OVER])
def test_nor_does_the_candidate_before_it_begins_or_before_the_release(
    mock, ids, learner, mentor, stage
):
    if stage is Stage.OVER:
        done(mock, mentor, Verb.END)
        words = {"words": "zqreport", "practise": "zqpractise"}
        actions.keep_report(mock, by=mentor, **words)
    else:
        Interview.objects.filter(pk=mock.pk).update(stage=stage.value, position=None)
        mock.items.update(shown=None, title="zqunshown", prompt_html="<p>zqunshown</p>")
    found, _ = leaks(learner, ids, BEFORE)
    assert found == []


def test_the_released_report_tells_of_what_was_asked_and_of_nothing_else(
    mock, ids, learner, mentor, stranger, noon
):
    done(mock, mentor, Verb.END)
    actions.keep_report(mock, by=mentor, words="zqreport", practise="zqpractise")
    actions.release(mock, by=mentor, at=noon, site=SITE)
    actions.open_report(mock, by=learner, at=noon)
    found, _ = leaks(learner, ids, NEVER)
    assert found == []
    assert leaks(stranger, ids, BEFORE)[0] == []
    assert f"GET /interviews/{mock.pk}/report/" in leaks(learner, ids, ["zqreport"])[0]


def test_once_consent_is_withdrawn_the_mentor_is_a_stranger(mock, ids, learner, mentor, noon):
    actions.end(Pairing.objects.get(), by=learner, at=noon, site=SITE)
    found, _ = leaks(mentor, ids, ["zqunshown title", "zqscore", "zqpoint"])
    assert found == []


def test_letters_and_calendar_files_tell_nothing_of_the_script(
    mock, learner, mentor, mailoutbox, noon
):
    when = actions.When(starts=noon + timedelta(days=1))
    actions.reschedule(mock, when, by=mentor, at=noon, site=SITE)
    actions.post(noon)
    actions.cancel(mock, by=learner, at=noon, site=SITE)
    actions.post(noon)
    assert len(mailoutbox) == 4
    for letter in mailoutbox:
        text = letter.message().as_string() + "".join(part[1] for part in letter.attachments)
        assert not any(word in text for word in BEFORE)


def test_a_stream_says_where_the_room_is_and_nothing_else(mock, learner, mentor, stranger, client):
    streams = {}
    for person in (learner, mentor, stranger, None):
        client.logout()
        if person:
            client.force_login(person)
        cookies = "; ".join(f"{name}={one.value}" for name, one in client.cookies.items())
        who, place = admitted([(b"cookie", cookies.encode())], mock.pk)
        streams[person] = None
        if who is not None:
            listener = Listener(who)
            listener.at(place)
            streams[person] = told(listener).decode()
    assert streams == {
        learner: f'event: at\ndata: {{"at": {mock.shared_version}, "pad": 0}}\n\n',
        mentor: f'event: at\ndata: {{"at": {mock.version}, "pad": 0}}\n\n',
        stranger: None,
        None: None,
    }
    assert mock.shared_version == 2 < mock.version


def test_the_candidates_events_and_room_leave_out_what_is_private(mock, learner, mentor, phone):
    address = f"/api/v1/interviews/{mock.pk}"
    events = phone(learner).get(f"{address}/events/").json()
    assert [(one["seq"], one["verb"]) for one in events] == [(1, "begin"), (2, "release")]
    assert len(phone(mentor).get(f"{address}/events/").json()) == mock.version
    room = phone(learner).get(f"{address}/room/").json()
    assert (room["leading"], room["version"]) == (None, 2)
    assert set(room["seen"]["current"]) == {"position", "title", "prompt_html", "spent", "hints"}
    assert phone(learner).get(f"{address}/room/?seen=2").status_code == 204
    assert phone(learner).get("/api/v1/ticks/").json()["results"] == []
