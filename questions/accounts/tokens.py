"""How a phone says who it is: an opaque token of its own in `X-Session-Token`."""

from __future__ import annotations

from typing import Any, cast

from allauth.headless.contrib.rest_framework.authentication import XSessionTokenAuthentication
from django.utils.timezone import now
from rest_framework.authentication import BaseAuthentication, SessionAuthentication
from rest_framework.exceptions import Throttled
from rest_framework.request import Request
from rest_framework.throttling import SimpleRateThrottle

from . import devices, sessions
from .models import Device, User


class Knocks(SimpleRateThrottle):
    """Counts who comes without a token that is good; the framework's own count comes too late."""

    scope = "anon"

    def get_cache_key(self, request: Request, view: Any) -> str:
        return f"knocks_{self.get_ident(request)}"


def knock(request: Request) -> None:
    """Raise Throttled where this client has tried too often."""
    knocks, nowhere = Knocks(), cast(Any, None)
    if not knocks.allow_request(request, nowhere):
        raise Throttled(knocks.wait())


def bearer(request: Any) -> str:
    """The token in `Authorization: Bearer`; empty where there is none."""
    scheme, _, token = str(request.headers.get("Authorization", "")).partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""


class TokenAuthentication(XSessionTokenAuthentication):  # type: ignore[misc]
    """allauth's tokens, which grow old, with the challenge that makes a missing one a 401."""

    def authenticate(self, request: Any) -> tuple[Any, Any] | None:
        if bearer(request):
            return None
        found: tuple[Any, Any] | None = super().authenticate(request)
        if found is None:
            knock(request)
            return None
        person, session = found
        if not sessions.alive(session, person, now()):
            session.flush()
            return None
        if session.modified:
            session.save()
        return found

    def authenticate_header(self, request: Request) -> str:
        return "X-Session-Token"


class DeviceAuthentication(BaseAuthentication):
    """A device's own access token in `Authorization: Bearer`."""

    def authenticate(self, request: Request) -> tuple[User, Device] | None:
        token = bearer(request)
        if not token:
            return None
        found = devices.person_of(token, at=now())
        if found is None:
            knock(request)
        return found

    def authenticate_header(self, request: Request) -> str:
        return "Bearer"


class BrowserAuthentication(SessionAuthentication):
    """The session of a browser that has signed in, with its CSRF token, for pages that call us."""

    def authenticate_header(self, request: Request) -> str:
        return "X-Session-Token"
