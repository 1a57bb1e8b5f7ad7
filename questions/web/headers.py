"""What every answer says about itself, whichever door it leaves by, and a method nobody needs."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed

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
