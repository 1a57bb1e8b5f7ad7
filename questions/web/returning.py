"""Bringing people back to a page, where what they came for can only be sent to."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import Resolver404, resolve, reverse
from django_htmx.http import HttpResponseClientRedirect

from .errors import is_api, nothing_here
from .pages import came_from, wants_fragment


class ReturningMiddleware:
    """Answers with a page to go on from, where a browser would show an error of its own.

    A browser asks again for an address that only takes what a form sends, be it after a reload or
    after signing in; and htmx would put the whole page for signing in where a fragment was.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if is_api(request):
            return response
        if response.status_code == 405 and shows(request):
            return redirect(above(request.path))
        if not asks_to_sign_in(response) or (shows(request) and not wants_fragment(request)):
            return response
        return sign_in_first(request)


def shows(request: HttpRequest) -> bool:
    return request.method in {"GET", "HEAD"}


def above(path: str) -> str:
    """The nearest address above this one that leads anywhere."""
    while path := path.rstrip("/").rpartition("/")[0] + "/":
        try:
            if path == "/" or resolve(path).func is not nothing_here:
                return path
        except Resolver404:
            continue
    return "/"


def asks_to_sign_in(response: HttpResponse) -> bool:
    to = response.get("Location", "")
    return response.status_code == 302 and to.partition("?")[0] == reverse("account_login")


def sign_in_first(request: HttpRequest) -> HttpResponse:
    """To the page for signing in, and from there to the page that the request was sent from."""
    own = request.get_full_path() if shows(request) else above(request.path)
    back = came_from(request) or own
    sent = redirect_to_login(back)
    return HttpResponseClientRedirect(sent.url) if wants_fragment(request) else sent
