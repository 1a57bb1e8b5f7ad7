"""What every answer says about itself, whichever door it leaves by, and a method nobody needs."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any

from csp.constants import HEADER
from csp.middleware import CSPMiddleware
from csp.utils import build_policy
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.http.response import HttpResponseBase

ECHOES = {"TRACE", "TRACK", "CONNECT"}
"""Methods that answer with what was sent, cookies included, or ask for a tunnel."""

METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]
POLICY = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer",
        "browsing-topics",
        "camera",
        "display-capture",
        "geolocation",
        "gyroscope",
        "magnetometer",
        "microphone",
        "midi",
        "payment",
        "serial",
        "usb",
    )
)
PUBLIC = ("/api/schema/", "/api/docs/")
"""Of the API only its own description is the same for everybody."""


class PolicyMiddleware(CSPMiddleware):
    """Says what a page may load; the words are put together once where no view changes them."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> Any:
        """Set the policy; one that a view set or changed, or a nonce, is left to the library."""
        special = any(name.startswith("_csp") for name in (*vars(response), *vars(request)))
        if special or settings.DEBUG:
            return super().process_response(request, response)
        response.headers.setdefault(HEADER, self._usual)
        return response

    @cached_property
    def _usual(self) -> str:
        return build_policy()


class HeadersMiddleware:
    """Refuses methods that echo, asks for no device, and lets no cache keep what the API says."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = (
            HttpResponseNotAllowed(METHODS)
            if request.method in ECHOES
            else self.get_response(request)
        )
        response.headers.setdefault("Permissions-Policy", POLICY)
        response.headers.setdefault("X-Content-Type-Options", "nosniff")
        if request.path.startswith("/api/") and not request.path.startswith(PUBLIC):
            response.headers.setdefault("Cache-Control", "no-store")
        return response
