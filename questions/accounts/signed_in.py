"""Who has signed in: the reads that every page begins with, in statements written once."""

from __future__ import annotations

from copy import deepcopy
from datetime import datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.utils import timezone

from questions.web.prepared import Prepared

from .kept import MARK, kept
from .models import User

COLUMNS = [field.attname for field in User._meta.concrete_fields]


def _write_session(key: str, at: datetime) -> QuerySet[Session, tuple[Any, ...]]:
    alive = Session.objects.filter(session_key=key, expire_date__gt=at)
    return alive.values_list("session_key", "session_data", "expire_date")


def _write_known(key: str) -> QuerySet[Session, tuple[Any, ...]]:
    return Session.objects.filter(session_key=key).values_list("session_key")


def _write_person(id: UUID) -> QuerySet[User, tuple[Any, ...]]:
    return User.objects.filter(pk=id).values_list(*COLUMNS)


SESSION = Prepared(_write_session, key=str, at=datetime)
KNOWN = Prepared(_write_known, key=str)
PERSON = Prepared(_write_person, id=UUID)


@lru_cache(maxsize=1000)
def _decoded(data: bytes | str) -> dict[str, Any]:
    """What a session's row says, its signature checked: the same words always say the same."""
    found: dict[str, Any] = db.SessionStore().decode(data)
    return found


class SessionStore(db.SessionStore):
    """Django's sessions in the database, read in one statement that is put together once.

    Their rows bear digests of the keys (`kept`). What comes from outside is never taken for one.
    """

    def __init__(self, session_key: str | None = None) -> None:
        super().__init__(None if session_key and session_key.startswith(MARK) else session_key)

    @classmethod
    def named(cls, row: str | None = None) -> SessionStore:
        """The session of a row by the name that it bears in the database."""
        store = cls()
        store._session_key = row
        return store

    def decode(self, session_data: bytes | str) -> dict[str, Any]:
        """What a row says; the row itself is read anew each time, so what ended has ended."""
        return deepcopy(_decoded(session_data))

    def _get_session_from_db(self) -> Session | None:
        row = SESSION.row(key=kept(self.session_key or ""), at=timezone.now())
        if row is None:
            self._session_key = None
            return None
        key, data, expires = row
        return Session(session_key=key, session_data=data, expire_date=expires)

    def create_model_instance(self, data: dict[str, Any]) -> Any:
        made = super().create_model_instance(data)
        made.session_key = kept(made.session_key)
        return made

    def exists(self, session_key: str) -> bool:
        return KNOWN.row(key=kept(session_key)) is not None

    def delete(self, session_key: str | None = None) -> None:
        key = session_key or self.session_key
        if key:
            super().delete(kept(key))


class Backend(AuthenticationBackend):  # type: ignore[misc]
    """allauth's way to sign in, with a quicker look at who has."""

    def get_user(self, user_id: UUID) -> User | None:
        row = PERSON.row(id=user_id)
        person = None if row is None else User.from_db("default", COLUMNS, row)
        return person if self.user_can_authenticate(person) else None
