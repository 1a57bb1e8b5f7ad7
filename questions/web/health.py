"""Two addresses for machines: is the process up, and can it serve."""

from __future__ import annotations

from collections.abc import Callable

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse

RETRY_AFTER = "5"
"""Seconds after which it is worth asking again when the database is away."""


class HealthMiddleware:
    """Answers `/healthz` and `/readyz` before any host, session or redirect is looked at."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method in {"GET", "HEAD"}:
            if request.path == "/healthz":
                return JsonResponse({"status": "up"})
            if request.path == "/readyz":
                return ready()
        return self.get_response(request)


def ready() -> HttpResponse:
    """200 when the database answers, 503 with `Retry-After` when it does not."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        connection.close()
        return JsonResponse(
            {"status": "database away"}, status=503, headers={"Retry-After": RETRY_AFTER}
        )
    return JsonResponse({"status": "ready"})
