"""What exchange does in the background: read packages, write them in, write files."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.urls import reverse
from django.utils.timezone import now

from questions.ingest import isolation as ingest
from questions.ingest import uploads
from questions.ingest.found import Unreadable
from questions.jobs.models import Job
from questions.jobs.registry import Tell, chore, verb

from . import actions, isolation
from .models import Bringing


@verb
def read_package(job: Job, tell: Tell) -> dict[str, Any]:
    """Read a package's questions and its log, and let both wait to be accepted."""
    name, stored = job.arguments["name"], job.arguments["stored"]
    tell(0, 3, f"Reading {name}")
    try:
        data = uploads.fetch(stored)
        histories = isolation.histories(data)
        tell(1, 3, f"Reading the questions of {name}")
        what = ingest.read(name, data)
    except FileNotFoundError:
        return refused(name, "It waited too long and was thrown away.")
    except Unreadable as error:
        return refused(name, str(error))
    tell(2, 3, "Comparing with what you have")
    bringing = actions.prepare(job, what, histories, at=now())
    uploads.drop(stored)
    words = (
        f"{len(what.given)} questions, {bringing.counts['reviews']} reviews. Nothing is added yet."
    )
    page = reverse("exchange:bringing", args=[bringing.pk])
    return told("Read. Look at it, then add it.", row(name, words, page))


@verb
def put_in_package(job: Job, tell: Tell) -> dict[str, Any]:
    """Write what a package holds; what was written before is not written again."""
    bringing = Bringing.objects.get(pk=job.arguments["bringing"], owner=job.owner)

    def said(done: int, total: int) -> None:
        tell(done, total, f"Bringing the log of card {done} of {total}")

    tell(0, 0, "Writing the questions")
    document, cards, reviews = actions.put_in(bringing, at=now(), tell=said)
    page = reverse("ingest:document", args=[document.pk]) if document else ""
    words = f"{cards} cards, {reviews} reviews that were new."
    return told(f"Brought along: {words}", row(bringing.name, words, page))


@verb
def write_file(job: Job, tell: Tell) -> dict[str, Any]:
    """Write a file of one's own, which then waits for a day to be fetched."""

    def said(done: int, total: int) -> None:
        tell(done, total, f"Card {done} of {total}")

    path, cards = actions.write(job, at=now(), tell=said)
    _, name = actions.file_of(job)
    size = max(1, round(path.stat().st_size / 1024))
    words = f"{cards} cards, {size} KB" if cards else f"{size} KB"
    page = reverse("exchange:file", args=[job.pk])
    return told("Written. It is kept for a day.", row(name, f"{words}.", page))


@chore(every=timedelta(hours=1))
def sweep_files(at: datetime) -> None:
    """Throw away files that nobody needs any more."""
    actions.sweep()


def told(summary: str, *rows: dict[str, Any]) -> dict[str, Any]:
    return {"summary": summary, "rows": list(rows)}


def row(name: str, words: str, page: str = "", *, refused: bool = False) -> dict[str, Any]:
    return {"name": name, "words": words, "page": page, "refused": refused}


def refused(name: str, words: str) -> dict[str, Any]:
    return told("It could not be read.", row(name, words, refused=True))
