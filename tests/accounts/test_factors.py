"""The second factor: kept unreadable, set up and asked for at both doors."""

from __future__ import annotations

import json

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from allauth.mfa.totp.internal.auth import yield_hotp_counters_from_time as counters
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from questions.accounts.factors import MARK, Adapter
from tests import make

SECRET = "JBSWY3DPEHPK3PXP"
AUTH = "/api/auth/app/v1"


def code_of(secret):
    return str(format_hotp_value(hotp_value(secret, next(iter(counters())))))


def call(method, path, body=None, *, token=""):
    headers = {"X-Session-Token": token} if token else {}
    sent = {} if body is None else {"data": json.dumps(body), "content_type": "application/json"}
    return getattr(Client(headers=headers), method)(f"{AUTH}/{path}", **sent)


def sign_in(person):
    sent = {"email": person.email, "password": make.PASSWORD}
    answer = call("post", "auth/login", sent)
    return answer, answer.json()["meta"].get("session_token", "")


@pytest.fixture
def known(learner):
    """The learner, whose address is verified; without that nothing can be added."""
    EmailAddress.objects.create(user=learner, email=learner.email, primary=True, verified=True)
    return learner


def test_what_codes_are_made_from_does_not_lie_in_the_database(learner):
    TOTP.activate(learner, SECRET)
    codes = RecoveryCodes.activate(learner).generate_codes()
    kept = json.dumps(list(Authenticator.objects.values_list("data", flat=True)))
    assert SECRET not in kept
    assert not any(code in kept for code in codes)
    again = Authenticator.objects.get(type=Authenticator.Type.TOTP).wrap()
    assert again.validate_code(code_of(SECRET))


def test_a_secret_outlives_a_change_of_the_sites_key(learner, settings):
    kept = Adapter().encrypt(SECRET)
    before, settings.SECRET_KEY = settings.SECRET_KEY, "the next key"
    assert Adapter().decrypt(kept) == ""
    settings.SECRET_KEY_FALLBACKS = [before]
    assert Adapter().decrypt(kept) == SECRET
    assert kept.startswith(MARK)


def test_a_secret_from_before_there_was_encryption_is_read_as_it_lies():
    assert Adapter().decrypt(SECRET) == SECRET


def test_a_phone_sets_up_codes_and_is_asked_for_one(known):
    _, token = sign_in(known)
    again = {"password": make.PASSWORD}
    assert call("post", "auth/reauthenticate", again, token=token).status_code == 200
    offered = call("get", "account/authenticators/totp", token=token)
    secret = offered.json()["meta"]["secret"]
    set_up = call("post", "account/authenticators/totp", {"code": code_of(secret)}, token=token)
    assert (offered.status_code, set_up.status_code) == (404, 200)
    cache.clear()  # the same half minute: a code is good once
    half, token = sign_in(known)
    asked = {flow["id"] for flow in half.json()["data"]["flows"] if flow.get("is_pending")}
    assert (half.status_code, asked) == (401, {"mfa_authenticate"})
    whole = call("post", "auth/2fa/authenticate", {"code": code_of(secret)}, token=token)
    assert whole.status_code == 200
    assert whole.json()["meta"]["session_token"]


def test_a_phone_is_offered_to_sign_in_by_passkey(db):
    answer = call("get", "auth/webauthn/login")
    asked = answer.json()["data"]["request_options"]["publicKey"]
    assert (answer.status_code, asked["userVerification"]) == (200, "required")


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"id": "none"},
        {"id": "bm9uZQ", "rawId": "bm9uZQ"},
        {"id": "bm9uZQ", "rawId": "bm9uZQ", "response": None, "type": "public-key"},
        {
            "id": "bm9uZQ",
            "rawId": "bm9uZQ",
            "type": "public-key",
            "response": {
                "clientDataJSON": "e30",
                "authenticatorData": "AA",
                "signature": "AA",
                "userHandle": "AA",
            },
        },
    ],
)
def test_what_is_no_passkey_is_refused(sent, db):
    answer = call("get", "auth/webauthn/login")
    token = answer.json()["meta"]["session_token"]
    refused = call("post", "auth/webauthn/login", {"credential": sent}, token=token)
    assert refused.status_code == 400


def test_a_browser_adds_a_passkey_after_saying_the_password_again(known, browser):
    page = browser.get(reverse("mfa_add_webauthn"))
    assert page.status_code == 302
    assert page["Location"].startswith(reverse("account_reauthenticate"))


def test_a_guest_may_sign_in_by_passkey_and_add_none(db):
    guest = Client()
    guest.force_login(make.person("guest-1@guest.invalid", is_guest=True))
    asked = guest.get(reverse("mfa_login_webauthn"), headers={"X-Requested-With": "XMLHttpRequest"})
    assert asked.status_code == 200
    assert "publicKey" in asked.json()["request_options"]
    assert guest.get(reverse("mfa_add_webauthn"))["Location"] == reverse("account_signup")
