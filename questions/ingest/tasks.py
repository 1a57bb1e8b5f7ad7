"""What ingestion does in the background: read uploads, and write what was accepted."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.timezone import now

from questions.bank.rules.given import Written
from questions.errors import Refusal
from questions.jobs.models import Job
from questions.jobs.registry import Tell, verb

from . import actions, found, isolation, uploads
from .models import Preview

STEPS = 4
"""Steps of one document: looked at, read, compared; the last is the way to the next."""


@verb
def read_uploads(job: Job, tell: Tell) -> dict[str, Any]:
    """Read each waiting file and prepare a preview; what cannot be read is named with why.

    Begun again after a worker died, it leaves alone what is prepared already.
    """
    files = job.arguments["files"]
    total = STEPS * len(files)
    names = frozenset(file["name"] for file in files)
    rows, read = [], []
    for part, file in enumerate(files):
        tell(STEPS * part, total, f"Reading {file['name']}")
        try:
            what = isolation.read(file["name"], uploads.fetch(file["stored"]))
        except FileNotFoundError:
            rows.append(row(file["name"], "It waited too long and was thrown away.", refused=True))
            continue
        except found.Unreadable as error:
            rows.append(row(file["name"], str(error), refused=True))
            continue
        tell(STEPS * part + 2, total, f"Comparing {counted(len(what.given), 'question')}")
        preview = actions.prepare(
            file["name"],
            what,
            job.owner,
            at=now(),
            house=bool(job.arguments.get("house")),
            others=names,
            task=actions.Task(job, part),
        )
        read.append(preview)
        page = reverse("ingest:preview", args=[preview.pk])
        rows.append(row(file["name"], would(preview), page=page))
    actions.forget(job)
    return {"summary": waiting(read, rows), "rows": rows}


@verb
def put_in(job: Job, tell: Tell) -> dict[str, Any]:
    """Write what these previews show; what was written before is not written again."""
    ids = job.arguments["previews"]
    rows, written = [], Written()
    previews = Preview.objects.seen_by(job.owner).filter(pk__in=ids).order_by("at", "part")
    for part, preview in enumerate(previews):
        tell(STEPS * part, STEPS * len(ids), f"Writing {counted(preview.changing, 'question')}")
        try:
            if preview.waiting:
                actions.accept(preview, by=job.owner, at=now())
        except Refusal as refusal:
            rows.append(row(preview.name, refusal.message, refused=True))
            continue
        if preview.reading is None:
            rows.append(row(preview.name, "It was discarded.", refused=True))
            continue
        done = preview.reading.written
        written += done
        page = reverse("ingest:document", args=[preview.reading.document_id])
        rows.append(row(preview.name, changes(done), page=page))
    return {"summary": f"Questions: {changes(written)}.", "rows": rows}


def row(name: str, words: str, *, page: str = "", refused: bool = False) -> dict[str, Any]:
    """One document's line in the job's result."""
    return {"name": name, "words": words, "page": page, "refused": refused}


def would(preview: Preview) -> str:
    """What accepting one document would do, for the person who brought it."""
    said = counted(preview.questions, "question")
    if not preview.questions and not preview.retired:
        return f"{said}: no line of it asks anything that its lines answer"
    return f"{said}: {changes(Written(preview.new, preview.updated, preview.retired))}"


def changes(written: Written) -> str:
    return f"{written.created} new, {written.updated} updated, {written.retired} retired"


def counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def waiting(read: list[Preview], rows: list[dict[str, Any]]) -> str:
    """What came of all, in one sentence."""
    refused = len(rows) - len(read)
    if not read:
        return "Nothing could be read." if refused > 1 else "It could not be read."
    total = Written()
    for one in read:
        total += Written(one.new, one.updated, one.retired)
    said = f"Read, and not yet added: {changes(total)}."
    return f"{said} {counted(refused, 'document')} could not be read." if refused else said
