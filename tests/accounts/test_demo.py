"""The demo people."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from questions.accounts.management.commands.demo import PASSWORD
from questions.accounts.models import User


def demo():
    out = StringIO()
    call_command("demo", stdout=out)
    return out.getvalue()


def test_three_people_are_made_once(db, settings):
    settings.DEBUG = True
    assert demo() == demo()
    assert User.objects.count() == 3
    assert User.objects.get(is_mentor=True).email == "mentor@example.org"
    assert User.objects.get(is_editor=True).email == "editor@example.org"


def test_they_can_sign_in_as_printed(db, settings, client):
    settings.DEBUG = True
    said = demo()
    assert PASSWORD in said
    assert "candidate@example.org" in said
    given = {"login": "candidate@example.org", "password": PASSWORD}
    assert client.post(reverse("account_login"), given).status_code == 302


def test_a_password_that_was_changed_stays(db, settings):
    settings.DEBUG = True
    demo()
    person = User.objects.get(email="candidate@example.org")
    person.set_password("my own phrase now")
    person.save()
    assert "with a password of its own" in demo()
    person.refresh_from_db()
    assert person.check_password("my own phrase now")


def test_nobody_with_a_known_password_is_made_in_earnest(db, settings):
    settings.DEBUG = False
    with pytest.raises(CommandError):
        demo()
    assert not User.objects.exists()
