"""How a phone says who it is: an opaque token of its own in `X-Session-Token`."""

from __future__ import annotations

from typing import Any

from allauth.headless.contrib.rest_framework.authentication import XSessionTokenAuthentication
from django.utils.timezone import now
from rest_framework.request import Request

from . import sessions


class TokenAuthentication(XSessionTokenAuthentication):  # type: ignore[misc]
    """allauth's tokens, which grow old, with the challenge that makes a missing one a 401."""

    def authenticate(self, request: Any) -> tuple[Any, Any] | None:
        found: tuple[Any, Any] | None = super().authenticate(request)
        if found is None:
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
