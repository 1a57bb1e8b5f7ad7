"""Credentials of one device: kept as digests, renewed through lost replies, and taken back."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils.timezone import now
from rest_framework.test import APIClient

from questions.accounts import actions, devices
from questions.accounts.models import Device
from tests.accounts.test_api import token_of, with_token
from tests.conftest import signed_in

DEVICES = "/api/v1/devices/"


def bearing(token) -> APIClient:
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {token}")
    return client


def opens(token) -> bool:
    return bool(bearing(token).get("/api/v1/me/").status_code == 200)


def refreshed(token):
    return APIClient().post(f"{DEVICES}refresh/", {"refresh_token": token})


@pytest.fixture
def pair(learner):
    """What a device that the learner has just named holds."""
    body = {"key": str(uuid4()), "name": "Lena's phone"}
    answer = with_token(token_of(learner)).post(DEVICES, body)
    assert answer.status_code == 201, answer.content
    return answer.json()


def test_a_device_signs_its_calls_with_a_token_of_its_own(pair, learner):
    answer = bearing(pair["access_token"]).get("/api/v1/me/")
    assert answer.json()["email"] == learner.email
    listed = bearing(pair["access_token"]).get(DEVICES).json()
    assert [(one["name"], one["current"]) for one in listed] == [("Lena's phone", True)]


def test_nothing_that_the_database_holds_opens_anything(pair):
    row = Device.objects.values().get()
    held = {str(value) for value in row.values()}
    assert not held & {pair["access_token"], pair["refresh_token"]}
    assert not any(opens(text) for text in held)
    assert all(refreshed(text).status_code == 409 for text in held if len(text) == 64)


def test_the_same_key_again_is_the_same_device(learner):
    key = uuid4()
    first = devices.sign_in(learner, "One", key=key, at=now())
    again = devices.sign_in(learner, "One", key=key, at=now())
    assert first.device.pk == again.device.pk
    assert not opens(first.access)
    assert opens(again.access)


def test_a_lost_reply_is_asked_for_again_as_often_as_it_takes(pair):
    for _ in range(3):
        answer = refreshed(pair["refresh_token"])
        assert answer.status_code == 200
    assert opens(answer.json()["access_token"])
    assert not opens(pair["access_token"])


def test_a_refresh_token_in_two_hands_signs_the_device_out(pair):
    mine = refreshed(pair["refresh_token"]).json()
    assert opens(mine["access_token"])
    stolen = refreshed(pair["refresh_token"])
    assert (stolen.status_code, stolen.json()["code"]) == (409, "refresh_refused")
    assert not opens(mine["access_token"])
    assert refreshed(mine["refresh_token"]).status_code == 409


def test_each_pair_gets_the_next_one(pair):
    for _ in range(3):
        pair = refreshed(pair["refresh_token"]).json()
    assert opens(pair["access_token"])


def test_an_access_token_is_good_for_an_hour(learner):
    at = now()
    pair = devices.sign_in(learner, "One", key=uuid4(), at=at)
    assert devices.person_of(pair.access, at=at + timedelta(minutes=59))
    assert devices.person_of(pair.access, at=at + timedelta(minutes=61)) is None


@pytest.mark.parametrize(("days", "good"), [(29, True), (31, False)])
def test_a_device_that_stayed_away_signs_in_anew(learner, days, good):
    at = now()
    pair = devices.sign_in(learner, "One", key=uuid4(), at=at)
    try:
        devices.renew(pair.refresh, at=at + timedelta(days=days))
    except devices.RefreshRefused:
        assert not good
    else:
        assert good


def test_nobody_stays_signed_in_for_more_than_ninety_days(learner):
    at = now()
    pair = devices.sign_in(learner, "One", key=uuid4(), at=at)
    for days in (25, 50, 75, 89):
        pair = devices.renew(pair.refresh, at=at + timedelta(days=days))
    with pytest.raises(devices.RefreshRefused):
        devices.renew(pair.refresh, at=at + timedelta(days=91))


def test_a_new_password_and_a_closed_account_end_devices(learner):
    first = devices.sign_in(learner, "One", key=uuid4(), at=now())
    learner.set_password("another long phrase")
    learner.save()
    assert not opens(first.access)
    second = devices.sign_in(learner, "One", key=uuid4(), at=now())
    assert opens(second.access)
    actions.deactivate(learner)
    learner.is_active = True
    learner.save()
    assert not opens(second.access)


def test_a_device_is_renamed_and_signed_out_by_its_person_alone(pair, stranger, phone, learner):
    address = f"{DEVICES}{pair['device']['id']}/"
    assert phone(stranger).delete(address).status_code == 404
    assert phone(learner).patch(address, {"name": "Old phone"}).json()["name"] == "Old phone"
    assert bearing(pair["access_token"]).delete(address).status_code == 204
    assert not opens(pair["access_token"])
    assert phone(learner).get(DEVICES).json() == []


def test_the_settings_list_phones_and_sign_them_out(pair, learner):
    client = signed_in(learner)
    page = client.get(reverse("accounts:settings"))
    assert "Lena&#x27;s phone" in page.content.decode()
    client.post(reverse("accounts:end_device", args=[pair["device"]["id"]]))
    assert not opens(pair["access_token"])


def test_a_bearer_who_guesses_is_slowed_down(db, settings):
    codes = {bearing(f"guess-{n}").get("/api/v1/me/").status_code for n in range(70)}
    assert codes == {401, 429}
