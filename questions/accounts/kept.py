"""How the database names sessions: by a digest, so that a copy of it opens nobody's door.

A session's key is a secret that only its browser or phone holds. Every column that would hold it
holds `#` and a digest of it instead, in Django's rows and in allauth's list of devices alike.
"""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from allauth.core import context
from allauth.usersessions.models import UserSession
from django.db import models

MARK = "#"
"""No key begins with it, so a digest that somebody read in the database is no key."""


def kept(key: str) -> str:
    """What stands in the database for a key; for what stands there already, itself."""
    if not key or key.startswith(MARK):
        return key
    return MARK + sha256(key.encode(errors="replace")).hexdigest()[:39]


class KeptField(models.CharField[str, str]):
    """A column of keys that holds their digests; a plain column to migrations."""

    def get_prep_value(self, value: Any) -> Any:
        prepared = super().get_prep_value(value)
        return kept(prepared) if isinstance(prepared, str) else prepared

    def deconstruct(self) -> tuple[str, str, Any, Any]:
        name, _, args, kwargs = super().deconstruct()
        return name, "django.db.models.CharField", args, kwargs


def is_current(listed: UserSession) -> bool:
    """Whether this device of the list is the one that asks."""
    key = context.request.session.session_key
    return bool(key) and listed.session_key in {key, kept(key)}


def store_of(listed: UserSession, *keys: str) -> Any:
    """A store of our own rows, which may be opened by what stands in the database."""
    from .signed_in import SessionStore

    return SessionStore.named(*keys)


def connect() -> None:
    """Let allauth's list of devices keep digests, too."""
    UserSession._meta.get_field("session_key").__class__ = KeptField
    UserSession.is_current = is_current
    UserSession._session_store = store_of
