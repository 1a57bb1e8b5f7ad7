"""Who asks for a stream: the person behind a cookie or a token, and their part in the room."""

from __future__ import annotations

from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from importlib import import_module
from uuid import UUID

from allauth.headless.internal.sessionkit import authenticate_by_x_session_token
from django.conf import settings
from django.contrib.auth import get_user
from django.db import connection
from django.http import HttpRequest
from django.utils.timezone import now

from questions.accounts import sessions
from questions.accounts.models import User

from .models import Interview
from .rules import Role
from .watching import Place


@dataclass(frozen=True)
class Admitted:
    """Somebody who may listen in a room, and whether they are told of everything."""

    interview: UUID
    role: str
    told_all: bool


def admitted(
    headers: list[tuple[bytes, bytes]], interview: UUID
) -> tuple[Admitted | None, Place | None]:
    """Who may listen, and where the room is; nobody for strangers and for what is not there."""
    person = person_of(headers)
    if person is None:
        return None, None
    found = Interview.objects.of(person).filter(pk=interview).first()
    role = found and found.role_of(person)
    if found is None or not isinstance(role, Role):
        return None, None
    place = Place(found.pk, found.version, found.shared_version, found.pad_version)
    return Admitted(found.pk, role.value, role is not Role.CANDIDATE), place


def person_of(headers: list[tuple[bytes, bytes]]) -> User | None:
    """The person whose session or token these headers carry, as long as it is good."""
    request = HttpRequest()
    said = {name.decode("latin-1"): value.decode("latin-1") for name, value in headers}
    store = import_module(settings.SESSION_ENGINE).SessionStore
    if token := said.get("x-session-token", ""):
        person, session = authenticate_by_x_session_token(token) or (None, None)
    else:
        session = request.session = store(cookie(said.get("cookie", "")))
        person = get_user(request)
    if session is None or not isinstance(person, User) or not person.is_active:
        return None
    return person if sessions.alive(session, person, now()) else None


def cookie(header: str) -> str | None:
    """The key of the session."""
    jar: SimpleCookie = SimpleCookie()
    try:
        jar.load(header)
    except CookieError:
        return None
    found = jar.get(settings.SESSION_COOKIE_NAME)
    return found.value if found else None


def close() -> None:
    """Give the connection back: a thread that waits holds none."""
    connection.close()
