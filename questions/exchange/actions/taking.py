"""What one takes along: one's cards for Anki with schedule and log, or everything as JSON."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from datetime import datetime
from enum import Enum
from pathlib import Path
from uuid import UUID

from django.conf import settings

from questions.accounts.models import User
from questions.errors import Refusal
from questions.exchange.package import package
from questions.jobs import actions as jobs
from questions.jobs.models import Job

from .everything import everything

TAKE = "questions.exchange.tasks.write_file"
TOOK = 24 * 3600.0
"""Seconds that a file is kept for its owner."""


class Kind(Enum):
    """What a file holds; its value is the end of its name."""

    ANKI = "apkg"
    EVERYTHING = "json"

    @property
    def title(self) -> str:
        return "your cards for Anki" if self is Kind.ANKI else "all that is yours"


class Gone(Refusal):
    """A file that was kept for a day and is gone; it can be asked for anew."""

    code = "gone"


def take(person: User, kind: Kind, *, key: UUID, at: datetime) -> Job:
    """Put the writing of a file into the queue; the same key is the same job."""
    arguments = {"kind": kind.value, "day": person.day_of(at).isoformat()}
    title = f"Writing {kind.title}"
    return jobs.enqueue(person, TAKE, arguments, title=title, key=key, at=at)


def write(job: Job, *, at: datetime, tell: Callable[[int, int], None]) -> tuple[Path, int]:
    """Write the file of a job, whole or not at all; where it is, and how many cards are in it."""
    kind, to = Kind(job.arguments["kind"]), path_of(job)
    part = to.with_suffix(".part")
    os.close(os.open(part, os.O_CREAT | os.O_WRONLY, 0o600))
    cards = 0
    if kind is Kind.ANKI:
        data, cards = package(job.owner, at=at, tell=tell)
        part.write_bytes(data)
    else:
        with part.open("w", encoding="utf-8") as out:
            out.writelines(everything(job.owner))
    part.replace(to)
    return to, cards


def file_of(job: Job) -> tuple[Path, str]:
    """The file that a job has written, and how it is called. Raises Gone where it is no more."""
    path = path_of(job)
    if not path.exists():
        raise Gone("This file was kept for a day and is gone. Ask for it again.")
    kind = Kind(job.arguments["kind"])
    stem = "rehearsal-cards" if kind is Kind.ANKI else "rehearsal-everything"
    return path, f"{stem}-{job.arguments['day']}.{kind.value}"


def path_of(job: Job) -> Path:
    return folder() / f"{job.pk.hex}.{Kind(job.arguments['kind']).value}"


def folder() -> Path:
    """The folder of files to be fetched; nobody else on this machine may look into it."""
    at = Path(settings.MEDIA_ROOT) / "taken"
    at.mkdir(mode=0o700, parents=True, exist_ok=True)
    return at


def sweep(older: float = TOOK) -> None:
    """Throw away what has been kept long enough."""
    for at in folder().iterdir():
        try:
            if time.time() - at.stat().st_mtime > older:
                at.unlink()
        except FileNotFoundError:
            continue
