"""Quizzes without an account, shared links, and what comes along when one signs up."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.urls import reverse
from rest_framework.test import APIClient

from questions.accounts.models import User
from questions.quizzes.models import Quiz
from tests import make
from tests.conftest import signed_in


@pytest.fixture
def lamp(db):
    return make.question(
        "What is a lamp?", "A lamp gives light.", points=[("gives light at night", True)]
    )


def test_the_front_doors_question_is_marked_without_an_account(client, lamp):
    assert reverse("quizzes:try_one", args=[lamp.pk]) in client.get("/").content.decode()
    sent = {"key": uuid4(), "text": "It gives light at night", "time_zone": "Asia/Tokyo"}
    response = client.post(reverse("quizzes:try_one", args=[lamp.pk]), sent)
    assert "<mark>gives light</mark>" in client.get(response["Location"]).content.decode()
    guest = User.objects.get()
    assert (guest.is_guest, guest.time_zone) == (True, "Asia/Tokyo")


def test_what_nobody_may_see_is_no_question_to_try(client, learner):
    own = make.question(owner=learner)
    assert client.post(reverse("quizzes:try_one", args=[own.pk])).status_code == 404
    assert not User.objects.filter(is_guest=True).exists()


def test_ten_questions_come_along_when_a_guest_signs_up(client, lamp):
    first = client.post(reverse("quizzes:try_ten"), {"key": uuid4()})
    quiz = Quiz.objects.get()
    assert first["Location"] == reverse("quizzes:item", args=[quiz.pk, 1])
    client.post(reverse("quizzes:finish", args=[quiz.pk]))
    results = reverse("quizzes:results", args=[quiz.pk])
    assert "without an account" in client.get(results).content.decode()
    body = {"email": "nia@example.org", "password1": make.PASSWORD, "next": results}
    assert client.post(reverse("account_signup"), body)["Location"] == results
    assert client.get(results).status_code == 200
    assert Quiz.objects.get().learner == User.objects.get(email="nia@example.org")


def test_a_shared_link_starts_a_quiz_of_ones_own_without_an_account(client, learner, lamp):
    setup = make.setup(learner, link=uuid4(), name="Lamps")
    address = reverse("quizzes:shared", args=[setup.link])
    page = client.get(address).content.decode()
    assert "Lena" in page
    assert learner.email not in page
    client.post(reverse("quizzes:start_shared", args=[setup.link]), {"key": uuid4()})
    quiz = Quiz.objects.get()
    assert quiz.setup == setup
    assert quiz.learner.is_guest


def test_a_link_that_was_taken_back_leads_nowhere(client, learner, lamp):
    setup = make.setup(learner, link=uuid4())
    signed_in(learner).post(reverse("quizzes:unshare_setup", args=[setup.pk]))
    assert client.get(reverse("quizzes:shared", args=[setup.link])).status_code == 404


def test_choices_are_saved_under_a_name_and_shared_with_one_press(browser, learner, lamp):
    sent = {"key": uuid4(), "name": "Hard ones", "length": "5", "mode": "exam", "minutes": "3"}
    response = browser.post(reverse("quizzes:save"), sent)
    page = browser.get(response["Location"]).content.decode()
    assert "Hard ones" in page
    assert "3 min" in page
    shared = browser.post(f"{response['Location']}share/", {"key": uuid4()})
    assert "/quizzes/shared/" in browser.get(shared["Location"]).content.decode()
    assert browser.post(reverse("quizzes:save"), {**sent, "name": " "}).status_code == 422


def test_a_person_says_how_much_time_they_need(browser, learner):
    address = reverse("quizzes:pace")
    assert browser.post(address, {"pace": "1.5"}).status_code == 302
    assert 'value="1.5" selected' in browser.get(address).content.decode()
    assert browser.post(address, {"pace": "7"}).status_code == 422


def test_a_quiz_begun_on_a_phone_without_an_account_comes_along(db, lamp):
    phone = APIClient()
    token = phone.post("/api/v1/guests/", {}).json()["session_token"]
    phone.credentials(HTTP_X_SESSION_TOKEN=token)
    quiz = phone.post("/api/v1/quizzes/", {"key": str(uuid4()), "length": 5}).json()
    said = {"key": str(uuid4()), "position": 1, "text": "It gives light at night."}
    assert phone.post(f"/api/v1/quizzes/{quiz['id']}/answer/", said).status_code == 200
    body = {"email": "nia@example.org", "password": make.PASSWORD}
    answer = phone.post("/api/auth/app/v1/auth/signup", body)
    phone.credentials(HTTP_X_SESSION_TOKEN=answer.json()["meta"]["session_token"])
    [item] = phone.get(f"/api/v1/quizzes/{quiz['id']}/").json()["items"]
    assert (item["text"], item["score"]) == (said["text"], 1.0)
    assert Quiz.objects.get().learner.email == "nia@example.org"
