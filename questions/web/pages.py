"""Page or fragment: the only place that knows htmx exists."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers


def wants_fragment(request: HttpRequest) -> bool:
    """Whether htmx asks for a piece of the page: neither a boosted link nor a history restore."""
    headers = request.headers
    return (
        headers.get("HX-Request") == "true"
        and headers.get("HX-Boosted") != "true"
        and headers.get("HX-History-Restore-Request") != "true"
    )


def render_page(
    request: HttpRequest, page: str, context: dict[str, Any] | None = None, *, status: int = 200
) -> HttpResponse:
    """Render `room/page.html`, or its fragment `room/_page.html` for htmx."""
    if wants_fragment(request):
        room, _, name = page.rpartition("/")
        page = f"{room}/_{name}" if room else f"_{name}"
    response = render(request, page, context, status=status)
    patch_vary_headers(response, ["HX-Request", "HX-Boosted", "HX-History-Restore-Request"])
    return response
