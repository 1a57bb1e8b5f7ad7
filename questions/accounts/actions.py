"""What can be done to a person's account, whichever door it comes through."""

from __future__ import annotations

from datetime import datetime

from allauth.usersessions.models import UserSession
from django.db import transaction

from . import rules
from .models import Device, User


@transaction.atomic
def change_settings(person: User, **changed: str | int) -> User:
    """Change the name, time zone or day start; what is not named stays as it is.

    Raises UnknownZone for a zone that is not in the tz database and NoSuchHour for a day start
    outside 0 to 23. Days that were stored with reviews stay as they were.
    """
    person = User.objects.select_for_update(no_key=True).get(pk=person.pk)
    for field in ("name", "time_zone", "day_start"):
        if field in changed:
            setattr(person, field, changed[field])
    rules.check(person.time_zone, person.day_start)
    person.save(update_fields=["name", "time_zone", "day_start"])
    return person


@transaction.atomic
def deactivate(person: User) -> None:
    """Sign a person out everywhere, for good: reactivation does not bring a session back."""
    for session in UserSession.objects.filter(user=person):
        session.end()
    Device.objects.of(person).delete()
    person.is_active = False
    person.save(update_fields=["is_active"])


@transaction.atomic
def welcome_guest(*, time_zone: str = "UTC", at: datetime) -> User:
    """A person without an address, who may sign up later and keep all that they did."""
    zone = time_zone if time_zone in rules.zones() else "UTC"
    guest = User(is_guest=True, time_zone=zone, joined=at, last_login=at)
    guest.email = f"guest-{guest.pk}@guest.invalid"
    guest.set_unusable_password()
    guest.save(force_insert=True)
    return guest


def note_visit(guest: User, *, at: datetime) -> None:
    """Note that a guest was here, so that what they did is kept for another month."""
    User.objects.filter(pk=guest.pk, is_guest=True).update(last_login=at)


def forget_guests(*, at: datetime) -> int:
    """Throw away guests who stayed away for a month, with all that they did; how many went.

    One at a time and looked at afresh, so that who signs up at this moment stays.
    """
    gone = 0
    for id in list(User.objects.idle_guests(at).values_list("pk", flat=True)):
        with transaction.atomic():
            guest = User.objects.idle_guests(at).select_for_update().filter(pk=id).first()
            gone += bool(guest and guest.delete())
    return gone
