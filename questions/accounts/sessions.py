"""How long somebody stays signed in, in a browser and on a phone alike."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.signals import user_logged_in
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest
from django.utils.timezone import now

from .models import User

ABSOLUTE = timedelta(days=90)
"""Nobody stays signed in for longer, however often they come."""

STAFF = timedelta(hours=12)
"""An admin signs in anew each day."""

TOUCH = timedelta(days=1)
"""How old the note of the last visit may grow; each new one is a write."""

BEGAN, SEEN = "began", "seen"


def begin(sender: Any, request: HttpRequest, **_: Any) -> None:
    """Note in a new session when it began."""
    request.session[BEGAN] = request.session[SEEN] = int(now().timestamp())


def alive(session: SessionBase, person: User, at: datetime) -> bool:
    """Whether a session may still be used; one that is used lives on, within its greatest age.

    What is idle for longer than SESSION_COOKIE_AGE has expired in the store before it gets here.
    """
    second = int(at.timestamp())
    if session.get(BEGAN) is None:
        session[BEGAN] = session[SEEN] = second
    longest = STAFF if person.is_staff else ABSOLUTE
    if second - session[BEGAN] > longest.total_seconds():
        return False
    if second - session[SEEN] > TOUCH.total_seconds():
        session[SEEN] = second
    return True


def connect() -> None:
    """Have every sign-in noted, whichever door it comes through."""
    user_logged_in.connect(begin, dispatch_uid="accounts.sessions.begin")
