"""Who is signed in: how long it lasts, their clock on every page, and that no cache keeps it."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib.auth import logout
from django.contrib.auth.middleware import get_user
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from questions.web.errors import database_away

from . import actions, sessions
from .models import User


class PersonMiddleware:
    """Times are shown in the zone of whoever is signed in, and no proxy keeps their pages."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # Here the session is read for the first time, so here a database that is away is met.
        try:
            known = signed_in(request)
        except (OperationalError, InterfaceError):
            return database_away(request)
        if not known or not request.user.is_authenticated:
            return self.get_response(request)
        # The person themselves: a page asks a few hundred times, and a stand-in has to think.
        request.user = person = get_user(request)
        zone = person.zone if isinstance(person, User) else None
        with timezone.override(zone):
            response = self.get_response(request)
        if not request.user.is_authenticated:
            # Signed out: what a browser kept for study without network goes as well.
            response.headers["Clear-Site-Data"] = '"cache", "storage"'
        response.headers.setdefault("Cache-Control", "no-store")
        return response


def signed_in(request: HttpRequest) -> bool:
    """Whether somebody is signed in; a session that has grown too old is ended."""
    if not request.user.is_authenticated:
        return False
    at, seen = timezone.now(), request.session.get(sessions.SEEN)
    if sessions.alive(request.session, request.user, at):
        if request.user.is_guest and request.session[sessions.SEEN] != seen:
            actions.note_visit(request.user, at=at)
        return True
    logout(request)
    return False
