"""A letter a day at a chosen hour, and a calendar under a secret address."""

from __future__ import annotations

from datetime import datetime
from smtplib import SMTPException

from django.db import transaction
from django.urls import reverse

from questions.accounts.models import User
from questions.accounts.rules import check_address
from questions.errors import Malformed
from questions.progress.models import Reminder, Waiting, new_feed, reminder_of, waiting
from questions.web.addresses import home
from questions.web.mail import letter


class NoSuchHour(Malformed):
    """An hour that no day has."""

    code = "no_such_hour"


@transaction.atomic
def change(learner: User, *, letter: bool, hour: int, site: str) -> Reminder:
    """Ask for a letter a day at this hour, or for none. A guest has no address to write to."""
    if letter:
        check_address(guest=learner.is_guest)
    if not 0 <= hour <= 23:
        raise NoSuchHour("Choose an hour from 0 to 23.")
    found = reminder_of(_locked(learner))
    found.letter, found.hour, found.site = letter, hour, site
    found.save()
    return found


def stop(reminder: Reminder) -> None:
    """Send no more letters; the same again changes nothing."""
    Reminder.objects.filter(pk=reminder.pk).update(letter=False)


@transaction.atomic
def open_feed(learner: User, *, site: str) -> Reminder:
    """A new secret address for the calendar; the one before leads nowhere from now on."""
    found = reminder_of(_locked(learner))
    found.feed, found.site = new_feed(), site
    found.save()
    return found


def close_feed(learner: User) -> None:
    """No calendar any more; the same again changes nothing."""
    Reminder.objects.of(learner).update(feed="")


def remind(reminder: Reminder, *, at: datetime) -> bool:
    """Write today's letter where there is something to do; whether one was sent.

    The day is claimed first, so that of two workers one writes; where the post does not take the
    letter the claim is given back.
    """
    day, before = reminder.learner.day_of(at), reminder.sent
    claim = Reminder.objects.filter(pk=reminder.pk, letter=True, sent=before)
    if not claim.update(sent=day):
        return False
    found = waiting(reminder.learner, at)
    if not found.due and not found.new:
        return False
    try:
        _write(reminder, found)
    except (OSError, SMTPException):
        Reminder.objects.filter(pk=reminder.pk, sent=day).update(sent=before)
        raise
    return True


def _write(reminder: Reminder, found: Waiting) -> None:
    site = home(reminder.site).rstrip("/")
    stop_at = site + reverse("progress:stop", args=[reminder.stop_token])
    letter(
        reminder.learner.email,
        "today",
        {
            "waiting": found,
            "name": reminder.learner.name,
            "today": site + reverse("progress:today"),
            "stop": stop_at,
        },
        headers={
            "List-Unsubscribe": f"<{stop_at}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        },
    )


def _locked(learner: User) -> User:
    return User.objects.select_for_update().get(pk=learner.pk)
