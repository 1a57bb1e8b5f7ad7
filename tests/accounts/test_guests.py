"""People without an account, and the account that they make later."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.test import RequestFactory
from django.urls import reverse
from rest_framework.test import APIClient

from questions.accounts import actions, guests
from questions.accounts.models import User
from questions.accounts.rules import NeedsAddress
from questions.bank import actions as bank
from questions.bank.actions.sharing import NobodyThere
from questions.ingest import actions as ingest
from tests import make
from tests.conftest import signed_in


@pytest.fixture
def guest(db, noon):
    return actions.welcome_guest(time_zone="Asia/Tokyo", at=noon)


def sign_up(client, email="nia@example.org"):
    body = {"email": email, "password1": make.PASSWORD, "time_zone": "Europe/Berlin"}
    return client.post(reverse("account_signup"), body)


def test_a_guest_has_no_address_and_no_password(guest):
    assert guest.is_guest
    assert guest.email == f"guest-{guest.pk}@guest.invalid"
    assert not guest.has_usable_password()
    assert guest.time_zone == "Asia/Tokyo"
    assert str(guest) == "a guest"


def test_a_zone_that_nobody_knows_is_no_reason_to_turn_a_guest_away(db, noon):
    assert actions.welcome_guest(time_zone="Nowhere/At_All", at=noon).time_zone == "UTC"


def test_a_guest_who_signs_up_is_the_same_person(guest):
    client = signed_in(guest)
    kept = make.card(guest)
    assert client.get(reverse("account_signup")).status_code == 200
    assert sign_up(client).status_code == 302
    person = User.objects.get(email="nia@example.org")
    assert (person.pk, person.is_guest) == (guest.pk, False)
    assert person.check_password(make.PASSWORD)
    assert kept.learner_id == person.pk
    assert client.get(reverse("accounts:settings")).context["user"] == person
    assert User.objects.count() == 1


def test_who_is_no_guest_signs_up_as_somebody_new(db, client):
    sign_up(client)
    assert User.objects.get().is_guest is False


def test_an_address_that_is_taken_leaves_the_guest_a_guest(guest, learner):
    client = signed_in(guest)
    sign_up(client, learner.email)
    guest.refresh_from_db()
    assert guest.is_guest
    assert client.get(reverse("accounts:settings")).context["user"] == guest


def test_a_guest_may_sign_in_as_the_person_they_are(guest, learner):
    client = signed_in(guest)
    body = {"login": learner.email, "password": make.PASSWORD}
    assert client.post(reverse("account_login"), body).status_code == 302
    assert client.get(reverse("accounts:settings")).context["user"] == learner


@pytest.mark.parametrize(
    "page", ["account_email", "account_change_password", "account_set_password", "mfa_index"]
)
def test_pages_about_an_address_send_a_guest_to_sign_up(guest, page):
    assert signed_in(guest).get(reverse(page))["Location"] == reverse("account_signup")


def test_what_needs_an_address_is_refused_to_a_guest(guest, noon):
    with pytest.raises(NeedsAddress):
        ingest.upload(guest, [("a.md", b"# A")], key=uuid4(), at=noon)
    with pytest.raises(NeedsAddress):
        bank.share(make.document(guest), "lena@example.org", by=guest, at=noon)


def test_nothing_is_shared_with_a_guest(guest, mentor, noon):
    with pytest.raises(NobodyThere):
        bank.share(make.document(mentor), guest.email, by=mentor, at=noon)


@pytest.mark.parametrize("role", ["is_mentor", "is_editor", "is_staff"])
def test_a_guest_has_no_role(guest, role):
    setattr(guest, role, True)
    with pytest.raises(IntegrityError), transaction.atomic():
        guest.save()


def test_entering_signs_a_guest_in_once(db, client, noon):
    request = RequestFactory().post("/")
    client.get("/")
    request.session, request.user = client.session, client.get("/").wsgi_request.user
    first = guests.enter(request, at=noon)
    assert request.user == first
    assert guests.enter(request, at=noon) == first
    assert User.objects.get() == first


def test_guests_who_stay_away_for_a_month_are_forgotten(guest, learner, noon):
    make.card(guest)
    make.quiz(guest, [make.question("What is a lamp?")])
    again = actions.welcome_guest(at=noon)
    actions.note_visit(again, at=noon + timedelta(days=20))
    assert actions.forget_guests(at=noon + timedelta(days=29)) == 0
    assert actions.forget_guests(at=noon + timedelta(days=31)) == 1
    assert set(User.objects.all()) == {learner, again}


def test_a_guests_visit_is_noted_once_a_day(guest):
    client = signed_in(guest)
    client.get(reverse("accounts:settings"))
    session = client.session
    session["seen"] -= 2 * 24 * 3600
    session.save()
    User.objects.update(last_login=make.AT)
    client.get(reverse("accounts:settings"))
    guest.refresh_from_db()
    assert guest.last_login > make.AT


def guest_by_phone():
    answer = APIClient().post("/api/v1/guests/", {"time_zone": "Asia/Tokyo"})
    assert (answer.status_code, set(answer.json())) == (201, {"session_token"})
    return answer.json()["session_token"]


def phone_with(token):
    client = APIClient()
    client.credentials(HTTP_X_SESSION_TOKEN=token)
    return client


def test_a_phone_comes_in_as_a_guest_and_signs_up_as_the_same_person(db):
    token = guest_by_phone()
    phone = phone_with(token)
    guest = User.objects.get(is_guest=True, time_zone="Asia/Tokyo")
    assert phone.get("/api/v1/me/").json()["id"] == str(guest.pk)
    body = {"email": "nia@example.org", "password": make.PASSWORD}
    answer = phone.post("/api/auth/app/v1/auth/signup", body)
    assert answer.status_code == 200
    new = answer.json()["meta"]["session_token"]
    person = User.objects.get()
    assert (person.pk, person.is_guest, person.email) == (guest.pk, False, "nia@example.org")
    assert phone_with(new).get("/api/v1/me/").json()["id"] == str(guest.pk)
    assert phone.get("/api/v1/me/").status_code == 401


def test_a_guest_on_a_phone_signs_in_as_the_person_they_are(learner):
    phone = phone_with(guest_by_phone())
    body = {"email": learner.email, "password": make.PASSWORD}
    answer = phone.post("/api/auth/app/v1/auth/login", body)
    new = answer.json()["meta"]["session_token"]
    assert phone_with(new).get("/api/v1/me/").json()["id"] == str(learner.pk)
    assert User.objects.filter(is_guest=True).count() == 1


def test_an_address_that_is_taken_leaves_the_guest_on_a_phone_a_guest(learner):
    phone = phone_with(guest_by_phone())
    body = {"email": learner.email, "password": make.PASSWORD}
    assert phone.post("/api/auth/app/v1/auth/signup", body).status_code != 200
    assert phone.get("/api/v1/me/").status_code == 200
    assert User.objects.filter(is_guest=True).count() == 1


@pytest.mark.parametrize("door", ["email", "password/change", "authenticators/totp"])
def test_a_guest_on_a_phone_has_no_address_or_password_to_change(db, door):
    answer = phone_with(guest_by_phone()).post(f"/api/auth/app/v1/account/{door}", {})
    assert (answer.status_code, answer.json()["code"]) == (403, "needs_address")


def test_coming_in_by_phone_leaves_a_signed_in_browser_as_it_is(learner):
    client = signed_in(learner)
    answer = client.post("/api/v1/guests/", {}, content_type="application/json")
    assert answer.status_code == 201
    assert not answer.cookies
    assert client.get(reverse("accounts:settings")).context["user"] == learner
