"""How somebody without an account comes in, and how the account they make is the same row.

To the pages where one signs in or up a guest is nobody, so that these let them through; what they
make there is written into the guest's own row, and so everything they did is theirs.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import ratelimit
from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now

from questions.errors import Refusal

from . import actions
from .models import User

ENTRANCES = frozenset({"account_signup", "account_login"})
NEED_ADDRESS = ("account_email", "account_change_password", "account_set_password", "mfa_")


class TooManyGuests(Refusal):
    """Somebody comes in again and again without an account."""

    code = "too_many_guests"


def enter(request: HttpRequest, *, time_zone: str = "UTC", at: datetime) -> User:
    """Whoever is signed in, or else a new guest, who is signed in with this."""
    if request.user.is_authenticated:
        return request.user
    if not ratelimit.consume(request, action="guest"):
        raise TooManyGuests("Too many guests came from here within the hour. Please sign up.")
    guest = actions.welcome_guest(time_zone=time_zone, at=at)
    login(request, guest, backend=settings.AUTHENTICATION_BACKENDS[0])
    return guest


class GuestMiddleware:
    """Lets guests through to where one signs in or up, and sends them there from elsewhere."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_: Any) -> HttpResponse | None:
        """A guest is nobody at an entrance; pages about an address ask for one first."""
        person, match = request.user, request.resolver_match
        name = match.view_name if match else ""
        if not person.is_authenticated or not person.is_guest:
            return None
        if name in ENTRANCES:
            request.guest = person  # type: ignore[attr-defined]
            request.user = AnonymousUser()
        elif name.startswith(NEED_ADDRESS):
            return redirect("account_signup")
        return None


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]
    """allauth's adapter, by which a guest who signs up stays the same person."""

    def new_user(self, request: HttpRequest) -> User:
        """The guest of this request, if there still is one, or somebody new."""
        guest: User | None = getattr(request, "guest", None)
        kept = guest and User.objects.filter(pk=guest.pk, is_guest=True).first()
        return kept or User()

    def save_user(self, request: HttpRequest, user: User, form: Any, commit: bool = True) -> User:
        """Save with what was typed; from now on the person is no guest."""
        if user.is_guest:
            user.is_guest, user.joined = False, now()
        saved: User = super().save_user(request, user, form, commit)
        return saved
