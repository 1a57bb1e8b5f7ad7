"""What can be done to a person's account, whichever door it comes through."""

from __future__ import annotations

from allauth.usersessions.models import UserSession
from django.db import transaction

from . import rules
from .models import User


@transaction.atomic
def change_settings(person: User, **changed: str | int) -> User:
    """Change the name, time zone or day start; what is not named stays as it is.

    Raises UnknownZone for a zone that is not in the tz database and NoSuchHour for a day start
    outside 0 to 23. Days that were stored with reviews stay as they were.
    """
    person = User.objects.select_for_update().get(pk=person.pk)
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
    person.is_active = False
    person.save(update_fields=["is_active"])
