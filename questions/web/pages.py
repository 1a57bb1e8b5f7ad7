"""Page or fragment: the only place that knows htmx exists."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.http import url_has_allowed_host_and_scheme


class Addresses(dict[str, str]):
    """The addresses of pages without arguments: `{{ to.bank__questions }}` is bank:questions.

    The frame around every page has a dozen links; looking each up anew is a fifth of a page's
    time, and they do not change while the process runs.
    """

    def __missing__(self, name: str) -> str:
        self[name] = reverse(name.replace("__", ":"))
        return self[name]


ADDRESSES = Addresses()


def addresses(request: HttpRequest) -> dict[str, Any]:
    """Context processor: the frame's links as `to`."""
    return {"to": ADDRESSES}


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


def go_on(request: HttpRequest, to: str, show: Callable[[], HttpResponse]) -> HttpResponse:
    """After an act: send the browser on to the address `to`; htmx gets what is shown there at once.

    It spares the round trip where somebody acts every few seconds.
    """
    if not wants_fragment(request):
        return redirect(to)
    response = show()
    response["HX-Replace-Url"] = to
    return response


def came_from(request: HttpRequest) -> str:
    """The page of this site that the request was sent from, without its host; else nothing."""
    said = request.headers.get("HX-Current-URL") or request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(said, {request.get_host()}):
        return ""
    parts = urlsplit(said)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path
