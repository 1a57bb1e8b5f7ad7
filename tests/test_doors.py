"""Who may go through which door: one table, walked whole, at both doors."""

from __future__ import annotations

import copy
import re
from contextlib import contextmanager
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils.timezone import now
from rest_framework.test import APIClient

from questions.accounts import devices
from questions.bank.models import Sharing
from questions.exchange.actions import TAKE
from questions.ingest.actions import READ
from questions.ingest.models import Reading
from questions.interviews.models import Invitation, Pairing, Report, Template
from questions.jobs.models import Job
from questions.progress.models import Reminder
from tests import doors, make

KEY = UUID(int=1)
SECRET = "xyzzyplugh"


@pytest.fixture
def world(learner, stranger, mentor, editor):
    """What the learner has, and those who knock at their doors."""
    people = {"stranger": stranger, "mentor": mentor, "editor": editor}
    return world_of(learner, {"nobody": None, "learner": learner, **people})


def world_of(learner, people):
    """What somebody has, and one question of the house: id by kind of thing."""
    topic = make.topic()
    house = make.question(topics=[topic])
    secret = make.topic(f"About {SECRET}", owner=learner, slug="secret")
    paper = make.document(learner, title=f"Notes on {SECRET}", name=f"{SECRET}.md")
    private = make.question(
        f"What is {SECRET}?",
        f"It is {SECRET}, said frobnicators.",
        document=paper,
        topics=[topic, secret],
    )
    reading = Reading.objects.create(document=paper, by=learner, at=make.AT, sha256=paper.sha256)
    make.revision(private, learner)
    quiz = make.quiz(learner, [house, private])
    mocks = interviews_of(learner, house)
    job = Job.objects.create(
        owner=learner, key=KEY, verb="none", title=f"Reading {SECRET}.md", created=make.AT
    )
    return {
        "people": people,
        "house": house.id,
        "question": private.id,
        "house-document": house.document_id,
        "document": private.document_id,
        "card": make.card(learner, private).id,
        "quiz": quiz.id,
        "device": devices.sign_in(learner, SECRET, key=KEY, at=now()).device.id,
        "cram": make.cram(learner, private).id,
        "setup": make.setup(learner, name=f"About {SECRET}").id,
        "setup-link": make.setup(learner, name="For all", link=uuid4()).link,
        "target": make.target(learner, [topic], name=f"For {SECRET}").id,
        "soon": now().date() + timedelta(days=9),
        "job": job.id,
        "upload": Job.objects.create(
            owner=learner,
            key=UUID(int=2),
            verb=READ,
            title=f"Reading {SECRET}.md",
            created=make.AT,
        ).id,
        "calendar": make.reminder(learner).feed_token,
        "letters": Reminder.objects.get().stop_token,
        "bringing": make.bringing(learner, f"{SECRET}.apkg").id,
        "taking": Job.objects.create(
            owner=learner,
            key=UUID(int=3),
            verb=TAKE,
            title=f"Writing {SECRET}",
            arguments={"kind": "apkg", "day": "2026-11-10"},
            created=make.AT,
        ).id,
        "preview": make.preview(learner, f"{SECRET}.txt").id,
        "reading": reading.id,
        "report": make.report(private, learner, text=SECRET).id,
        "house-report": make.report(house, learner).id,
        "sharing": Sharing.objects.create(
            document=paper,
            person=people.get("stranger") or make.person("sten@example.org"),
            at=make.AT,
        ).id,
        "point": private.points.get().id,
        "folded": make.question(f"What was {SECRET}?", document=paper, folded_into=private).id,
        "suggestion": make.suggestion(private).id,
        "duplicate": make.suggestion(private).id,
        "disagreement": make.disagreement(private).id,
        **mocks,
        "house-disagreement": make.disagreement(house).id,
    }


def interviews_of(learner, question):
    """Mocks that the learner takes, leads, has written about, and everything around them."""
    tutor = make.person("tutor@example.org", name="Tutor", is_mentor=True)
    other = make.person("other@example.org", name="Other")
    soon = now() + timedelta(days=3)
    taken = make.mock(tutor, learner, [question], starts=soon)
    led = make.mock(learner, other, [question], starts=soon)
    over = {"stage": "over", "ended": make.AT}
    written, told = make.mock(learner, other, **over), make.mock(tutor, learner, **over)
    Report.objects.create(interview=written)
    Report.objects.create(interview=told, released=make.AT)
    link = {"made": make.AT, "key": KEY}
    template = Template.objects.create(owner=learner, name=SECRET, made=make.AT, key=KEY)
    return {
        "interview": taken.id,
        "led": led.id,
        "written": written.id,
        "taken": told.id,
        "item": led.items.get().id,
        "pairing": Pairing.objects.get(mentor=tutor).id,
        "token": Invitation.objects.create(mentor=tutor, **link).token,
        "link": Invitation.objects.create(mentor=learner, **link).id,
        "template": template.id,
    }


def of_ours(name: str) -> bool:
    """Whether a door is listed one by one; allauth's and the admin's have rows of their own."""
    return bool(name) and not name.startswith(
        ("admin:", "headless:", "account_", "mfa_", "usersessions_")
    )


def walk(patterns, before="", space=""):
    """(name, route) of every door below these patterns."""
    for pattern in patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from walk(pattern.url_patterns, route, inner)
        else:
            assert isinstance(pattern, URLPattern)
            yield space + (pattern.name or ""), route


ALL = sorted(set(walk(get_resolver().url_patterns)))
PAGES = doors.rows(doors.PAGES)
API = doors.rows(doors.API)


def test_every_page_is_in_the_table():
    named = {door.partition("@")[0] for door, _, _ in PAGES}
    here = {
        name for name, route in ALL if of_ours(name) and not re.match(r"api/\^?(v1|auth)/", route)
    }
    assert here - named == set()
    assert named - here == set()


def test_every_operation_of_the_api_is_in_the_table(client, db):
    paths = client.get("/api/schema/?format=json").json()["paths"]
    here = {
        (path, method.upper())
        for path, operations in paths.items()
        for method in operations
        if path.startswith("/api/v1/")
    }
    named = {(door.partition("@")[0], method) for door, method, _ in API}
    assert here - named == set()
    assert named - here == set()


def client_of(person) -> Client:
    client = Client()
    if person is not None:
        client.force_login(person)
    return client


def phone_of(person) -> APIClient:
    client = APIClient()
    if person is not None:
        client.force_authenticate(person)
    return client


def page_of(door: str, world) -> str:
    """The address of a page's door, with the learner's thing of the right kind in it."""
    name, _, kind = door.partition("@")
    route = next(route for listed, route in ALL if listed == name)
    given = {}
    arguments = re.findall(r"<(\w+):(\w+)>", route)
    for converter, argument in arguments:
        slice_ = {
            "bank": "question",
            "flashcards": "card",
            "quizzes": "quiz",
            "ingest": "document",
            "jobs": "job",
            "interviews": "interview",
        }
        thing = argument if argument in world else kind or slice_[name.partition(":")[0]]
        if kind and len(arguments) == 1:
            thing = kind
        named = {"uuid": KEY if argument == "key" else world[thing], "str": world[thing]}
        given[argument] = {"int": 1, **named}[converter]
    return reverse(name, kwargs=given)


def path_of(door: str, world) -> str:
    """The address of an operation, with the learner's thing of the right kind in it."""
    path, _, kind = door.partition("@")
    thing = kind or {"quizzes": "quiz"}.get(
        path.split("/")[3], path.split("/")[3].removesuffix("s")
    )
    return re.sub(r"\{\w+\}", lambda _: str(world[thing]), path)


def filled(value, world):
    """A body of the table with the world's ids where it says `@kind`."""
    if isinstance(value, dict):
        return {name: filled(part, world) for name, part in value.items()}
    if isinstance(value, list):
        return [filled(part, world) for part in value]
    return str(world[value[1:]]) if isinstance(value, str) and value[:1] == "@" else value


@contextmanager
def set_back(world):
    """The same world, in which whatever is done is taken back afterwards."""
    cache.clear()
    with transaction.atomic():
        yield {**world, "people": copy.deepcopy(world["people"])}
        transaction.set_rollback(True)


def test_the_pages_let_in_whom_the_table_says(world):
    found, said = {}, {}
    for door, method, statuses in PAGES:
        said[method, door] = statuses
        with set_back(world) as here:
            found[method, door] = {
                role: client_of(person).generic(method, page_of(door, here)).status_code
                for role, person in here["people"].items()
            }
    assert found == said


def test_the_operations_answer_whom_the_table_says(world):
    found, said = {}, {}
    for door, method, statuses in API:
        said[method, door] = statuses
        with set_back(world) as here:
            found[method, door] = {
                role: called(door, method, person, here) for role, person in here["people"].items()
            }
    assert found == said


def called(door, method, person, world, body=None) -> int:
    """What an operation answers somebody who calls it under a new key."""
    body = filled(doors.BODIES.get(door, {}) if body is None else body, world)
    # These are once only by what they hold.
    if not {"events", "refresh_token", "time_zone"} & set(body):
        body["key"] = str(uuid4())
    call = getattr(phone_of(person), method.lower())
    status: int = call(path_of(door, world), body if method == "POST" else None).status_code
    return status


def test_the_admins_pages_send_everybody_else_to_sign_in(world):
    for role, person in world["people"].items():
        browser = client_of(person)
        for name, route in ALL:
            if name.startswith("admin:"):
                plain = re.sub(r"<[^>]+>|\(\?P<\w+>[^)]*\)", "1", route)
                address = "/" + plain.replace("^", "").replace("$", "")
                assert browser.get(address).status_code in {302, 403, 404}, (role, name)


def test_allauths_pages_show_nobody_anything_of_anybody(world):
    for name, route in ALL:
        if not name.startswith(("account_", "mfa_", "usersessions_")) or "(?P" in route:
            continue
        page = client_of(None).get(f"/{route}")
        assert page.status_code in {200, 302, 405, 404}, route
        assert world["people"]["learner"].email not in page.content.decode(), route


def test_the_phones_sign_in_answers_nothing_without_a_token(world):
    for name, route in ALL:
        if not name.startswith("headless:app:") or name.endswith(":config"):
            continue
        passkey = name.endswith(":login_webauthn")  # what to sign is the same for everybody
        for method in ("post", "delete") if passkey else ("get", "post", "delete"):
            answer = getattr(APIClient(), method)(f"/{route}", {}, format="json")
            assert answer.status_code in {400, 401, 403, 404, 405, 409, 410}, (route, method)


OPENED_BY_THEIR_ADDRESS = {"progress:feed@calendar"}
"""What its owner gave to a calendar: the address is the secret, whoever asks."""


def test_no_reading_door_shows_a_strangers_words(world):
    seen = []
    for role, person in world["people"].items():
        shown = b""
        for door, method, _ in PAGES:
            if method == "GET" and door not in OPENED_BY_THEIR_ADDRESS:
                shown += client_of(person).get(page_of(door, world)).content
        for door, method, _ in API:
            if method == "GET":
                shown += phone_of(person).get(path_of(door, world)).content
        for query in ("q=frobnicators", "topic=secret"):
            shown += client_of(person).get(f"{reverse('bank:questions')}?{query}").content
            shown += phone_of(person).get(f"/api/v1/questions/?{query}").content
        if SECRET.encode() in shown:
            seen.append(role)
    assert seen == ["learner"]


@pytest.mark.parametrize("role", ["guest", "admin", "another mentor"])
def test_whoever_else_there_is_gets_no_further_than_a_stranger(role, world):
    """In one world, each call taken back: an operation a line of the table, of whatever slice."""
    person = {
        "guest": lambda: make.person("guest-1@guest.invalid", is_guest=True),
        "admin": lambda: make.person("adam@example.org", is_staff=True),
        "another mentor": lambda: make.person("mona@example.org", is_mentor=True),
    }[role]()
    like = "mentor" if role == "another mentor" else "stranger"
    found = {
        (method, door): status
        for door, method, statuses in API
        if (status := taken_back(door, method, person, world)) != statuses[like]
    }
    assert found == doors.OTHERWISE.get(role, {})


def taken_back(door, method, person, world, body=None):
    """What an operation answers somebody; then all is as it was before."""
    with transaction.atomic():
        status = called(door, method, person, world, body)
        transaction.set_rollback(True)
    return status
