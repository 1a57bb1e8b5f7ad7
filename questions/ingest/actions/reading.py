"""Documents into the bank and out of it, one transaction each, and the log of what that changed."""

from __future__ import annotations

import time
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from questions.accounts.models import User
from questions.bank import actions as bank
from questions.bank.models import Answer, Choice, Document, Question
from questions.bank.rules.given import Given, Written
from questions.bank.rules.states import Visibility
from questions.errors import Refusal
from questions.ingest import found, names, recipe
from questions.ingest.models import Reading
from questions.jobs.models import Job
from questions.web import markup


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
    leave: Collection[str] = (),
) -> Outcome:
    """Write one document into the bank, all of it or nothing; the house's where owner is None.

    The house's questions are public, and verified where the document says so; a person's own are
    private. Reading the same again changes no row of the bank. `others` are the names of the
    documents that are read together with this one, `leave` the keys of changes not to be made.
    """
    began = time.perf_counter()
    given = [replace(one, verified=what.verified and owner is None) for one in what.given]
    # Rendering takes longer than writing, and nobody shall wait for the database meanwhile.
    with markup.ahead(texts_of(given) - texts_known(name, owner)), transaction.atomic():
        if task and (done := Reading.objects.filter(job=task.job, part=task.part).first()):
            return outcome(done.document, done.written, what, done.seconds)
        document, before = shelve(name, what, owner, others, at=at)
        change = uuid4()
        written = bank.write(document, given, at=at, by=by or owner, change=change, leave=leave)
        seconds = time.perf_counter() - began
        by_what = "" if leave else recipe.current()
        reading = log(
            document, what, written, seconds, by or owner, task, at=at, id=change, recipe=by_what
        )
        if reading.id == change:
            Reading.objects.filter(id=change).update(before=before)
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


def known(
    name: str, what: found.Found, owner: User | None, others: frozenset[str]
) -> Document | None:
    """The document that a file of this name and content is, if the owner has it.

    Under another name it is known by its bytes, or by most of its questions.
    """
    rows = Document.objects.of(owner).values_list("pk", "name", "sha256")
    same = names.same(name, what.sha256, [names.Known(*row) for row in rows], others)
    if same is not None:
        return Document.objects.get(pk=same.id)
    return bank.recognise(owner, what.given, others)


def fresh(name: str, what: found.Found, owner: User | None, *, at: datetime) -> Document:
    """A document that is not there yet: private, or the house's and public."""
    seen = (Visibility.PRIVATE if owner else Visibility.PUBLIC).value
    facts = facts_of(name, what)
    return Document(owner=owner, visibility=seen, created=at, updated=at, **facts)


def facts_of(name: str, what: found.Found) -> dict[str, str]:
    """What a document is called, and of what it is made."""
    sha = what.sha256
    return {"name": name, "title": what.title[:300], "format": what.format, "sha256": sha}


def shelve(
    name: str, what: found.Found, owner: User | None, others: frozenset[str], *, at: datetime
) -> tuple[Document, dict[str, str]]:
    """The row of this document, brought up to date or new, and its facts before that."""
    same = known(name, what, owner, others)
    if same is None:
        document = fresh(name, what, owner, at=at)
        document.save(force_insert=True)
        return document, {}
    document = Document.objects.select_for_update().get(pk=same.pk)
    facts = facts_of(name, what)
    before = {field: getattr(document, field) for field in facts}
    set_facts(document, facts, at=at)
    return document, before


def set_facts(document: Document, facts: dict[str, str], *, at: datetime) -> None:
    """Call a document this from now on."""
    changed = [field for field, value in facts.items() if getattr(document, field) != value]
    if changed:
        for field in changed:
            setattr(document, field, facts[field])
        document.updated = at
        document.save(update_fields=[*changed, "updated"])


def log(
    document: Document,
    what: found.Found,
    written: Written,
    seconds: float,
    by: User | None,
    task: Task | None,
    *,
    at: datetime,
    id: UUID,
    recipe: str,
) -> Reading:
    """Append one reading; where nothing is new since the last, only note when that was seen."""
    last = Reading.objects.filter(document=document, latest=True).first()
    changed = written.created or written.updated or written.retired
    if last and not changed and not last.removed and same_as(last, what):
        last.again, last.recipe = at, recipe
        last.save(update_fields=["again", "recipe"])
        return last
    Reading.objects.filter(document=document, latest=True).update(latest=False)
    return Reading.objects.create(
        id=id,
        undoable=True,
        document=document,
        by=by,
        job=task.job if task else None,
        part=task.part if task else 0,
        at=at,
        sha256=what.sha256,
        recipe=recipe,
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
    written = bank.write(document, [], at=at, by=by)
    kept = sum(
        not bank.deleted(question) for question in Question.objects.filter(document=document)
    )
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


class NotTheLatest(Refusal):
    """Something was read since, and that has to be undone first."""

    code = "not_the_latest"


class CannotBeUndone(Refusal):
    """Nothing was kept of what was there before this reading."""

    code = "cannot_be_undone"


@transaction.atomic
def undo(reading: Reading, *, by: User, at: datetime) -> Document | None:
    """Make a document what it was before its latest reading; None where it is gone with it.

    The reading before it is the latest then, and can be undone too.
    """
    document = Document.objects.select_for_update().get(pk=reading.document_id)
    reading = Reading.objects.select_for_update().get(pk=reading.pk)
    if not reading.latest or reading.removed:
        raise NotTheLatest("Only the latest reading can be undone.")
    if not reading.undoable:
        raise CannotBeUndone("This was read before readings could be undone.")
    bank.undo(document, reading.id, by=by, at=at)
    reading.latest, reading.undone, reading.undone_by = False, at, by
    reading.save(update_fields=["latest", "undone", "undone_by"])
    earlier = Reading.objects.of(document).filter(undone__isnull=True).first()
    if earlier is not None and not earlier.removed:
        earlier.latest = True
        earlier.save(update_fields=["latest"])
        set_facts(document, reading.before, at=at)
        return document
    if not Question.objects.filter(document=document).exists():
        document.delete()
    return None
