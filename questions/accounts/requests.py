"""The request of a person who has signed in, for views behind `login_required`."""

from __future__ import annotations

from django.http import HttpRequest

from .models import User


class SignedInRequest(HttpRequest):
    user: User
