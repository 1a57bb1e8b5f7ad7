"""A second factor where the role asks for one: what stays closed until it is set up."""

from __future__ import annotations

import pytest
from allauth.mfa.models import Authenticator
from django.urls import reverse

from questions.accounts.permissions import lacks_second_factor as lacks
from tests.conftest import HTMX, signed_in

TODAY, FACTORS = "/today/", reverse("mfa_index")


@pytest.fixture
def asked(settings):
    settings.SECOND_FACTOR_FOR = ["admins", "editors"]


def give(person, kind=Authenticator.Type.TOTP):
    return Authenticator.objects.create(user=person, type=kind, data={})


@pytest.mark.usefixtures("asked")
def test_an_editor_sets_one_up_before_anything_else(editor):
    browser = signed_in(editor)
    sent = browser.get(TODAY)
    assert (sent.status_code, sent.url) == (302, FACTORS)
    assert browser.get(TODAY, headers=HTMX)["HX-Redirect"] == FACTORS
    assert b"Your role asks for a second factor" in browser.get(FACTORS).content
    assert browser.post(reverse("account_logout")).url == "/"


@pytest.mark.usefixtures("asked")
def test_with_one_every_door_is_open_again(editor, phone):
    give(editor)
    assert signed_in(editor).get(TODAY).status_code == 200
    assert phone(editor).get("/api/v1/me/").status_code == 200


@pytest.mark.usefixtures("asked")
def test_a_phone_is_told_so(editor, phone):
    refused = phone(editor).get("/api/v1/me/")
    assert (refused.status_code, refused.json()["code"]) == (403, "second_factor_needed")


@pytest.mark.usefixtures("asked")
def test_recovery_codes_alone_are_none(editor):
    give(editor, Authenticator.Type.RECOVERY_CODES)
    assert lacks(editor)


@pytest.mark.parametrize(
    ("roles", "who"),
    [
        (["admins"], {"is_staff"}),
        (["editors"], {"is_editor"}),
        (["mentors"], {"is_mentor"}),
        (["admins", "editors"], {"is_staff", "is_editor"}),
        ([], set()),
    ],
)
def test_the_setting_names_the_roles(roles, who, settings, learner):
    settings.SECOND_FACTOR_FOR = roles
    assert not lacks(learner)
    for role in ("is_staff", "is_editor", "is_mentor"):
        for each in ("is_staff", "is_editor", "is_mentor"):
            setattr(learner, each, each == role)
        assert lacks(learner) == (role in who)
