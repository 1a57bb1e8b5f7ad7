"""How a phone says who it is: an opaque token of its own in `X-Session-Token`."""

from __future__ import annotations

from allauth.headless.contrib.rest_framework.authentication import XSessionTokenAuthentication
from rest_framework.request import Request


class TokenAuthentication(XSessionTokenAuthentication):  # type: ignore[misc]
    """allauth's tokens, with the challenge without which a missing token would be a 403."""

    def authenticate_header(self, request: Request) -> str:
        return "X-Session-Token"
