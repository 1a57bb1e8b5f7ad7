"""What is right is said only after the answer, and only named fields are ever taken."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from rest_framework.test import APIClient

from questions.accounts.models import User
from tests import doors, make
from tests.conftest import HTMX
from tests.test_doors import filled, path_of, phone_of, set_back
from tests.test_doors import world as world  # the learner's things, as the table has them

RIGHT, WHY, POINT = "quuxright", "quuxwhy", "quuxpoint"
KEYED = [(d, m) for d, m, _ in doors.rows(doors.API) if m in {"POST", "PATCH", "PUT"}]
UPLOADS = {"/api/v1/documents/", "/api/v1/bringings/"}
EXTRA = [
    {"is_staff": True},
    {"owner": "00000000-0000-0000-0000-000000000000"},
    {"learner": "00000000-0000-0000-0000-000000000000"},
    {"id": "00000000-0000-0000-0000-000000000000"},
    {"visibility": "public"},
    {"score": 1},
    {"__proto__": {"admin": True}},
]


@pytest.fixture
def quiz(learner):
    """An open question and a choice, whose answers are words that stand nowhere else."""
    topic = make.topic()
    asked = make.question(
        "Which one floats?", f"It is {RIGHT}, for {WHY}.", points=[(POINT, True)], topics=[topic]
    )
    choice = make.question(
        "Which one sinks?",
        f"The {RIGHT} one, for {WHY}.",
        points=[(POINT, True)],
        choices=[("the heavy one", True), ("the light one", False), ("the round one", False)],
        topics=[topic],
    )
    return make.quiz(learner, [asked, choice])


def shown(quiz, learner, position) -> str:
    """All that either door says about a quiz that goes on, and about one of its questions."""
    browser, phone = Client(), APIClient()
    browser.force_login(learner)
    phone.force_authenticate(learner)
    pages = [reverse("quizzes:item", args=[quiz.pk, position]), reverse("quizzes:new")]
    pages += [reverse("quizzes:quiz", args=[quiz.pk]), reverse("progress:today")]
    said = [browser.get(page, headers=h).content for page in pages for h in ({}, HTMX)]
    calls = [f"/api/v1/quizzes/{quiz.pk}/", "/api/v1/quizzes/"]
    said += [phone.get(call).content for call in calls]
    key = {"key": str(uuid4()), "position": 99, "text": "x"}
    said.append(phone.post(f"/api/v1/quizzes/{quiz.pk}/answer/", key).content)
    return b"\n".join(said).decode()


@pytest.mark.parametrize("position", [1, 2])
def test_nothing_says_what_is_right_before_the_answer(quiz, learner, position):
    found = shown(quiz, learner, position)
    for word in (RIGHT, WHY, POINT):
        assert word not in found, found[max(0, found.find(word) - 200) :][:400]


def test_no_option_is_told_apart_before_the_answer(quiz, learner):
    phone = APIClient()
    phone.force_authenticate(learner)
    item = phone.get(f"/api/v1/quizzes/{quiz.pk}/").json()["items"][1]
    assert {tuple(sorted(option)) for option in item["options"]} == {
        tuple(sorted(item["options"][0]))
    }
    assert {option["correct"] for option in item["options"]} == {None}
    browser = Client()
    browser.force_login(learner)
    page = browser.get(reverse("quizzes:item", args=[quiz.pk, 2])).content.decode()
    assert "correct" not in page.lower().replace("incorrect", "correct").split("<main")[1]


def test_an_answer_says_what_was_right_for_its_own_question_alone(quiz, learner):
    phone = APIClient()
    phone.force_authenticate(learner)
    body = {"key": str(uuid4()), "position": 1, "text": "the cork"}
    told = phone.post(f"/api/v1/quizzes/{quiz.pk}/answer/", body).json()
    assert RIGHT in str(told)
    items = phone.get(f"/api/v1/quizzes/{quiz.pk}/").json()["items"]
    assert RIGHT in str(items[0])
    assert RIGHT not in str(items[1])


def test_a_field_that_is_not_named_is_refused_by_every_operation(world):
    taken = []
    for door, method in KEYED:
        with set_back(world) as here:
            taken += [(door, method, *said) for said in taking(door, method, here)]
    assert taken == []


def taking(door, method, world):
    """What else than a refusal of each further field the learner is answered, and gets."""
    learner, upload = world["people"]["learner"], door in UPLOADS
    call = getattr(phone_of(learner), method.lower())
    for extra in EXTRA:
        body = {"key": str(uuid4())} if method == "POST" else {}
        body |= {**filled(doors.BODIES.get(door, {}), world), **extra}
        if upload:
            body = {name: str(value) for name, value in body.items()}
        answer = call(path_of(door, world), body, format="multipart" if upload else "json")
        if answer.status_code != 400 or not set(extra) <= set(answer.json()["fields"]):
            yield extra, answer.content
    learner.refresh_from_db()
    if learner.is_staff:
        yield "is staff now", b""


def test_no_form_takes_more_than_it_shows(browser, learner):
    body = {"name": "L", "time_zone": "UTC", "day_start": "4"}
    browser.post(
        reverse("accounts:settings"),
        {**body, "is_staff": "1", "is_editor": "on", "is_superuser": "1", "email": "a@b.example"},
    )
    learner.refresh_from_db()
    assert (learner.is_staff, learner.is_editor, learner.is_superuser) == (False, False, False)
    assert learner.email == "lena@example.org"


def test_signing_up_gives_no_role(client, db):
    body = {"email": "nia@example.org", "password1": make.PASSWORD, "is_staff": "1"}
    client.post(reverse("account_signup"), {**body, "is_editor": "1", "is_mentor": "1"})
    APIClient().post(
        "/api/auth/app/v1/auth/signup",
        {"email": "pia@example.org", "password": make.PASSWORD, "is_staff": True, "id": 1},
    )
    assert User.objects.count() == 2
    assert not User.objects.filter(is_staff=True).exists()
    assert not User.objects.filter(is_editor=True).exists()
    assert not User.objects.filter(is_mentor=True).exists()
