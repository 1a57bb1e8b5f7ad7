"""What ingestion does in the background: read what a person has uploaded, a file at a time."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.timezone import now

from questions.bank.rules.given import Written
from questions.jobs.models import Job
from questions.jobs.registry import Tell, verb

from . import actions, found, isolation, uploads

STEPS = 4
"""Steps of one document: looked at, read, written; the last is the way to the next."""


@verb
def read_uploads(job: Job, tell: Tell) -> dict[str, Any]:
    """Read each waiting file into its owner's documents; what cannot be read is named with why.

    Begun again after a worker died, it leaves alone what is written already.
    """
    files = job.arguments["files"]
    total = STEPS * len(files)
    names = frozenset(file["name"] for file in files)
    rows, written = [], Written()
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
        count = len(what.given)
        tell(STEPS * part + 2, total, f"Writing {count} questions of {file['name']}")
        outcome = actions.ingest(
            file["name"], what, job.owner, at=now(), others=names, task=actions.Task(job, part)
        )
        written += outcome.written
        rows.append(row(file["name"], words(outcome), page=page_of(outcome)))
    actions.forget(job)
    return {"summary": summary(written, rows), "rows": rows}


def row(name: str, words: str, *, page: str = "", refused: bool = False) -> dict[str, Any]:
    """One document's line in the job's result."""
    return {"name": name, "words": words, "page": page, "refused": refused}


def page_of(outcome: actions.Outcome) -> str:
    return reverse("ingest:document", args=[outcome.document.pk])


def words(outcome: actions.Outcome) -> str:
    """What came of one document, for the person who brought it."""
    found = counted(outcome.questions, "question")
    if outcome.articles:
        found += f", {counted(outcome.articles, 'article')}"
    if not outcome.questions:
        return f"{found}: no line of it asks anything that its lines answer"
    return f"{found}: {changes(outcome.written)}"


def changes(written: Written) -> str:
    return f"{written.created} new, {written.updated} updated, {written.retired} retired"


def counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def summary(written: Written, rows: list[dict[str, Any]]) -> str:
    """What came of all, in one sentence."""
    refused = sum(one["refused"] for one in rows)
    if refused == len(rows):
        return "Nothing could be read." if refused > 1 else "It could not be read."
    said = f"Questions: {changes(written)}."
    return f"{said} {counted(refused, 'document')} could not be read." if refused else said
