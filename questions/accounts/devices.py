"""Credentials that belong to one device: named, kept as digests, renewed, and taken back.

A device holds two secrets. The access token signs its calls for an hour; the refresh token gets
the next pair. A reply may be lost, so the refresh token that a pair was got with stays good until
something of that pair is used; used after that, it is in two hands, and the device is signed out.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.http import Http404
from django.utils.crypto import constant_time_compare

from questions.errors import Refusal

from . import sessions
from .models import Device, User

ACCESS = timedelta(hours=1)
IDLE = timedelta(days=30)
"""A device that stays away for longer signs in anew."""

TOUCH = timedelta(minutes=15)
"""How old the note of the last visit may grow; each new one is a write."""


class RefreshRefused(Refusal):
    """A refresh token that is no longer good: the person has to sign in anew."""

    code = "refresh_refused"


@dataclass(frozen=True)
class Pair:
    """A device and its two secrets, which nobody but the device gets to see."""

    device: Device
    access: str
    refresh: str


def digest(token: str) -> str:
    """What stands in the database for a token; tokens are random, so a plain digest will do."""
    return sha256(token.encode(errors="replace")).hexdigest()


@transaction.atomic
def sign_in(person: User, name: str, *, key: UUID, at: datetime) -> Pair:
    """Give a device credentials; the same key again is the same device with new ones."""
    access, refresh = _secrets()
    given = {
        "name": name.strip() or "A device",
        "seen": at,
        "password": digest(person.get_session_auth_hash()),
        "access": digest(access),
        "access_until": at + ACCESS,
        "refresh": digest(refresh),
        "spent": "",
        "used": False,
        "ended": None,
    }
    device, _ = Device.objects.update_or_create(
        person=person, key=key, defaults=given, create_defaults={**given, "made": at}
    )
    return Pair(device, access, refresh)


def renew(token: str, *, at: datetime) -> Pair:
    """The next pair for a refresh token. Raises RefreshRefused; a token in two hands ends both."""
    pair = _renew(digest(token), at)
    if pair is None:
        raise RefreshRefused("This is no longer good. Please sign in anew.")
    return pair


@transaction.atomic
def _renew(refresh: str, at: datetime) -> Pair | None:
    found = Device.objects.signed_in().filter(Q(refresh=refresh) | Q(spent=refresh))
    device = found.select_for_update(of=("self",)).select_related("person").first()
    if device is None or not alive(device, at):
        return None
    if device.refresh != refresh and device.used:
        end(device, at=at)
        return None
    secret = _secrets()
    device.spent, device.used = refresh, False
    device.access, device.refresh = map(digest, secret)
    device.access_until, device.seen = at + ACCESS, at
    device.save(update_fields=["spent", "used", "access", "refresh", "access_until", "seen"])
    return Pair(device, *secret)


def person_of(token: str, *, at: datetime) -> tuple[User, Device] | None:
    """Whose device an access token is, as long as it is good."""
    found = Device.objects.signed_in().filter(access=digest(token), access_until__gt=at)
    device = found.select_related("person").first()
    if device is None or not alive(device, at):
        return None
    if not device.used or at - device.seen > TOUCH:
        device.used, device.seen = True, at
        device.save(update_fields=["used", "seen"])
    return device.person, device


def alive(device: Device, at: datetime) -> bool:
    """Whether a device may still be used: not after a new password, a long rest, or its term."""
    person = device.person
    longest = sessions.STAFF if person.is_staff else sessions.ABSOLUTE
    same = constant_time_compare(device.password, digest(person.get_session_auth_hash()))
    return person.is_active and same and at - device.seen <= IDLE and at - device.made <= longest


def of_person(person: User, id: UUID) -> Device:
    """One of a person's devices; 404 for any other."""
    device = Device.objects.of(person).signed_in().filter(pk=id).first()
    if device is None:
        raise Http404
    return device


def rename(device: Device, name: str) -> Device:
    """Call a device something else; nothing is no name."""
    device.name = name.strip() or device.name
    device.save(update_fields=["name"])
    return device


def end(device: Device, *, at: datetime) -> None:
    """Sign a device out for good."""
    device.ended = at
    device.save(update_fields=["ended"])


def _secrets() -> tuple[str, str]:
    return secrets.token_urlsafe(32), secrets.token_urlsafe(32)
