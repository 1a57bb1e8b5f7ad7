"""How somebody without an account comes in, and how the account they make is the same row.

To the pages where one signs in or up a guest is nobody, so that these let them through; what they
make there is written into the guest's own row, and so everything they did is theirs. A phone is
the same with its token: what it signs up with says whose row becomes the account.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import ratelimit
from allauth.headless.internal.sessionkit import authenticate_by_x_session_token
from allauth.headless.tokens.strategies.sessions import SessionTokenStrategy
from django.conf import settings
from django.contrib.auth import SESSION_KEY, login
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.timezone import now

from questions.errors import Refusal
from questions.web.errors import PROBLEM, problem

from . import actions, rules
from .models import User
from .signed_in import SessionStore

ENTRANCES = frozenset({"account_signup", "account_login", "mfa_login_webauthn"})
NEED_ADDRESS = ("account_email", "account_change_password", "account_set_password", "mfa_")
PHONE_ENTRANCES = frozenset(
    {
        "headless:app:account:signup",
        "headless:app:account:login",
        "headless:app:mfa:login_webauthn",
    }
)
PHONE_NEEDS_ADDRESS = (
    "headless:app:account:manage_email",
    "headless:app:account:change_password",
    "headless:app:account:reauthenticate",
    "headless:app:mfa:",
)


class TooManyGuests(Refusal):
    """Somebody comes in again and again without an account."""

    code = "too_many_guests"


def enter(request: HttpRequest, *, time_zone: str = "UTC", at: datetime) -> User:
    """Whoever is signed in, or else a new guest, who is signed in with this."""
    if request.user.is_authenticated:
        return request.user
    guest = _welcome(request, time_zone, at)
    login(request, guest, backend=settings.AUTHENTICATION_BACKENDS[0])
    return guest


def enter_by_phone(request: HttpRequest, *, time_zone: str = "UTC", at: datetime) -> str:
    """The token of a new guest; whoever is signed in to this browser stays who they are."""
    guest = _welcome(request, time_zone, at)
    before = request.session, request.user
    try:
        request.session = SessionStore()
        login(request, guest, backend=settings.AUTHENTICATION_BACKENDS[0])
        request.session.save()
        token = request.session.session_key
    finally:
        request.session, request.user = before
        request.META["CSRF_COOKIE_NEEDS_UPDATE"] = False
    assert token
    return token


def _welcome(request: HttpRequest, time_zone: str, at: datetime) -> User:
    if not ratelimit.consume(request, action="guest"):
        raise TooManyGuests("Too many guests came from here within the hour. Please sign up.")
    return actions.welcome_guest(time_zone=time_zone, at=at)


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
        if name in PHONE_ENTRANCES or name.startswith(PHONE_NEEDS_ADDRESS):
            return self.phone(request, entrance=name in PHONE_ENTRANCES)
        if not person.is_authenticated or not person.is_guest:
            return None
        if name in ENTRANCES:
            request.guest = person  # type: ignore[attr-defined]
            request.user = AnonymousUser()
        elif name.startswith(NEED_ADDRESS):
            return redirect("account_signup")
        return None

    def phone(self, request: HttpRequest, *, entrance: bool) -> HttpResponse | None:
        """The same for the token of a phone, of which only allauth's own doors learn here."""
        token = request.headers.get("X-Session-Token")
        person, session = (token and authenticate_by_x_session_token(token)) or (None, None)
        if person is None or not person.is_guest:
            return None
        if not entrance:
            said = problem(403, rules.NeedsAddress.code, rules.NEEDS_ADDRESS)
            return JsonResponse(said, status=403, content_type=PROBLEM)
        request.guest, request.guest_session = person, session  # type: ignore[attr-defined]
        return None


class TokenStrategy(SessionTokenStrategy):  # type: ignore[misc]
    """allauth's tokens; at an entrance that of a guest counts as none."""

    def get_session_token(self, request: HttpRequest) -> str | None:
        if hasattr(request, "guest_session"):
            return None
        token: str | None = super().get_session_token(request)
        return token

    def lookup_session(self, session_token: str) -> SessionStore | None:
        """The session of a token, by one look where allauth asks first whether there is one."""
        session = SessionStore(session_token)
        session.get(SESSION_KEY)  # Reads it; one that is not there or has ended forgets its key.
        return session if session.session_key else None


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
        if session := getattr(request, "guest_session", None):
            session.flush()  # The account has a token of its own.
        return saved
