"""Writing down what happened in a room, with its number, and telling the streams of it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import connection

from questions.accounts.models import User
from questions.interviews.models import Event, Interview
from questions.interviews.rules import Role, Verb

CHANNEL = "interviews"


def tell(interview: Interview) -> None:
    """Say where a room is, as part of the transaction; on SQLite the file itself tells it."""
    if connection.vendor != "postgresql":
        return
    at = f"{interview.pk} {interview.version} {interview.shared_version} {interview.pad_version}"
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_notify(%s, %s)", [CHANNEL, at])


def record(
    interview: Interview,
    verb: Verb,
    *,
    by: User | None,
    role: Role,
    key: UUID,
    at: datetime,
    shared: bool = True,
    digest: str = "",
) -> None:
    """Give an act of a locked interview its number, or both where the candidate is told."""
    interview.version += 1
    interview.shared_version += shared
    Event.objects.create(
        interview=interview,
        seq=interview.version,
        shared_seq=interview.shared_version if shared else None,
        verb=verb.value,
        role=role.value,
        by=by,
        key=key,
        digest=digest,
        at=at,
    )
