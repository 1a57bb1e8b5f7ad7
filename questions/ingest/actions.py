"""Documents into the bank and out of it, one transaction each, and the log of what that changed."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import ProtectedError, RestrictedError

from questions.accounts.models import User
from questions.bank import actions as bank
from questions.bank.models import Answer, Choice, Document, Question
from questions.bank.rules.given import Given, Written
from questions.bank.rules.states import Visibility
from questions.jobs import actions as jobs
from questions.jobs.models import Job
from questions.web import markup

from . import found, names, uploads
from .models import Reading

READ = "questions.ingest.tasks.read_uploads"


@dataclass(frozen=True)
class Outcome:
    """What came of one document."""

    document: Document
    written: Written
    questions: int
    articles: int
    skipped: int
    seconds: float


@dataclass(frozen=True)
class Task:
    """Which part of which job a reading is, so that it is done once however often it is begun."""

    job: Job
    part: int


def grow_house() -> int:
    """Make the house's topics what `content/topics.toml` says; how many rows that changed."""
    return bank.grow_topics(found.tree())


def ingest(
    name: str,
    what: found.Found,
    owner: User | None,
    *,
    at: datetime,
    by: User | None = None,
    others: frozenset[str] = frozenset(),
    task: Task | None = None,
) -> Outcome:
    """Write one document into the bank, all of it or nothing; the house's where owner is None.

    The house's questions are public, and verified where the document says so; a person's own are
    private. Reading the same again changes no row of the bank. `others` are the names of the
    documents that are read together with this one.
    """
    began = time.perf_counter()
    given = [replace(one, verified=what.verified and owner is None) for one in what.given]
    # Rendering takes longer than writing, and nobody shall wait for the database meanwhile.
    with markup.ahead(texts_of(given) - texts_known(name, owner)), transaction.atomic():
        if task and (done := Reading.objects.filter(job=task.job, part=task.part).first()):
            return outcome(done.document, done.written, what, done.seconds)
        document = shelve(name, what, owner, others, at=at)
        written = bank.write(document, given, at=at)
        seconds = time.perf_counter() - began
        log(document, what, written, seconds, by or owner, task, at=at)
    return outcome(document, written, what, seconds)


def outcome(document: Document, written: Written, what: found.Found, seconds: float) -> Outcome:
    counts = len(what.given), len(what.articles), len(what.skipped)
    return Outcome(document, written, *counts, seconds)


def texts_of(given: list[Given]) -> set[str]:
    """Every text of a document that is shown as HTML."""
    return {
        text
        for one in given
        for text in (one.prompt, one.answer, *(t for c in one.choices for t in (c.text, c.why)))
        if text
    }


def texts_known(name: str, owner: User | None) -> set[str]:
    """The texts that the document of this name has already, and which therefore are rendered."""
    documents = Document.objects.of(owner).filter(name=name)
    known = Question.objects.filter(document__in=documents)
    rows = (
        known.values_list("prompt", flat=True),
        Answer.objects.filter(document__in=documents).values_list("text", flat=True),
        Choice.objects.filter(question__in=known).values_list("text", flat=True),
        Choice.objects.filter(question__in=known).values_list("why", flat=True),
    )
    return {text for some in rows for text in some}


def shelve(
    name: str, what: found.Found, owner: User | None, others: frozenset[str], *, at: datetime
) -> Document:
    """The row of this document: the one that is known, brought up to date, or a new one."""
    known = [
        names.Known(*row) for row in Document.objects.of(owner).values_list("pk", "name", "sha256")
    ]
    same = names.same(name, what.sha256, known, others)
    facts = {"name": name, "title": what.title[:300], "format": what.format, "sha256": what.sha256}
    if same is None:
        seen = (Visibility.PRIVATE if owner else Visibility.PUBLIC).value
        return Document.objects.create(
            owner=owner, visibility=seen, created=at, updated=at, **facts
        )
    document = Document.objects.select_for_update().get(pk=same.id)
    changed = [field for field, value in facts.items() if getattr(document, field) != value]
    if changed:
        for field in changed:
            setattr(document, field, facts[field])
        document.updated = at
        document.save(update_fields=[*changed, "updated"])
    return document


def log(
    document: Document,
    what: found.Found,
    written: Written,
    seconds: float,
    by: User | None,
    task: Task | None,
    *,
    at: datetime,
) -> Reading:
    """Append one reading; where nothing is new since the last, only note when that was seen."""
    last = Reading.objects.filter(document=document, latest=True).first()
    changed = written.created or written.updated or written.retired
    if last and not changed and not last.removed and same_as(last, what):
        last.again = at
        last.save(update_fields=["again"])
        return last
    Reading.objects.filter(document=document, latest=True).update(latest=False)
    return Reading.objects.create(
        document=document,
        by=by,
        job=task.job if task else None,
        part=task.part if task else 0,
        at=at,
        sha256=what.sha256,
        questions=len(what.given),
        created=written.created,
        updated=written.updated,
        retired=written.retired,
        folded=written.folded,
        seconds=seconds,
        articles=list(what.articles),
        skipped=list(what.skipped),
    )


def same_as(last: Reading, what: found.Found) -> bool:
    """Whether a reading found what an earlier one found."""
    return (last.sha256, last.articles, last.skipped) == (
        what.sha256,
        list(what.articles),
        list(what.skipped),
    )


@transaction.atomic
def remove(document: Document, *, by: User, at: datetime) -> int:
    """Take a document out of its owner's library; how many of its questions were kept.

    Its questions are retired, and deleted where nobody has ever learned from them. If some are
    kept, the document's row is too, hidden: brought again, it finds them where they were.
    """
    document = Document.objects.select_for_update().get(pk=document.pk)
    written = bank.write(document, [], at=at)
    kept = sum(not deleted(question) for question in Question.objects.filter(document=document))
    if not kept:
        document.delete()
        return 0
    Reading.objects.filter(document=document, latest=True).update(latest=False)
    Reading.objects.create(
        document=document,
        by=by,
        at=at,
        removed=True,
        sha256=document.sha256,
        retired=written.retired,
    )
    return kept


def deleted(question: Question) -> bool:
    """Delete a question unless somebody's history stands on it."""
    try:
        question.delete()
    except (ProtectedError, RestrictedError):
        return False
    return True


@transaction.atomic
def upload(owner: User, files: Sequence[tuple[str, bytes]], *, key: UUID, at: datetime) -> Job:
    """Keep the files (name, bytes) until they are read, and put their reading into the queue.

    The same key with the same files is the same job; with others it raises KeyReused.
    """
    uploads.sweep()
    called = names.told_apart([names.tidy(name) for name, _ in files])
    stored = [uploads.name_of(owner.pk, data) for _, data in files]
    waiting = [{"name": n, "stored": s} for n, s in zip(called, stored, strict=True)]
    title = f"Reading {called[0]}" if len(called) == 1 else f"Reading {len(called)} documents"
    job = jobs.enqueue(owner, READ, {"files": waiting}, title=title[:200], key=key, at=at)
    if not job.over:
        # The job is seen when this transaction ends, and then its files are there.
        for name, (_, data) in zip(stored, files, strict=True):
            uploads.keep(name, data)
    return job


def forget(job: Job) -> None:
    """Throw away what a job has read, but for what another job of its owner still waits for."""
    others = Job.objects.seen_by(job.owner).open().filter(verb=READ).exclude(pk=job.pk)
    wanted = {file["stored"] for other in others for file in other.arguments["files"]}
    for file in job.arguments["files"]:
        if file["stored"] not in wanted:
            uploads.drop(file["stored"])
