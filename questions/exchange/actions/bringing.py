"""A package of Anki's: kept until it is read, shown before it is written, written once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.db import transaction

from questions.accounts.models import User
from questions.accounts.rules import check_address
from questions.bank.models import Document, Question
from questions.bank.rules.states import State
from questions.exchange.models import Bringing
from questions.exchange.rules import Histories, History, key_of
from questions.flashcards import actions as flashcards
from questions.flashcards.rules import Grade
from questions.ingest import actions as ingest
from questions.ingest import found, names, uploads
from questions.ingest.models import Preview
from questions.ingest.rules.waiting import Decision
from questions.jobs import actions as jobs
from questions.jobs.models import Job

READ = "questions.exchange.tasks.read_package"
WRITE = "questions.exchange.tasks.put_in_package"
AT_ONCE = 500
"""Cards of one transaction."""

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@transaction.atomic
def bring(owner: User, name: str, data: bytes, *, key: UUID, at: datetime) -> Job:
    """Keep a package until it is read; what is in it then waits to be accepted.

    The same key with the same file is the same job. A guest has to sign up first.
    """
    check_address(guest=owner.is_guest)
    uploads.sweep()
    called, stored = names.tidy(name), uploads.name_of(owner.pk, data)
    arguments = {"name": called, "stored": stored}
    job = jobs.enqueue(owner, READ, arguments, title=f"Reading {called}"[:200], key=key, at=at)
    if not job.over:
        uploads.keep(stored, data)
    return job


@transaction.atomic
def prepare(job: Job, what: found.Found, histories: Histories, *, at: datetime) -> Bringing:
    """Let a package that was read wait for its owner's word; a job begun again does it once."""
    if made := Bringing.objects.filter(job=job).first():
        return made
    name = job.arguments["name"]
    preview = ingest.prepare(name, what, job.owner, at=at, task=ingest.Task(job, 0))
    bringing = Bringing(owner=job.owner, job=job, preview=preview, name=name, at=at)
    bringing.hold(histories.placed({one.first_line: one.position for one in what.given}))
    bringing.save(force_insert=True)
    return bringing


def accept(bringing: Bringing, *, key: UUID, at: datetime) -> Job:
    """Put the writing of a package into the queue. Raises Decided the second time."""
    if not bringing.waiting:
        raise ingest.Decided("This was decided before.")
    arguments = {"bringing": str(bringing.pk)}
    title = f"Adding {bringing.name}"[:200]
    return jobs.enqueue(bringing.owner, WRITE, arguments, title=title, key=key, at=at)


@transaction.atomic
def discard(bringing: Bringing, *, at: datetime) -> None:
    """Forget what was read; the same again changes nothing."""
    if bringing.state == Decision.ACCEPTED.value:
        raise ingest.Decided("This was accepted before.")
    if bringing.preview.waiting:
        ingest.discard(bringing.preview, by=bringing.owner, at=at)
    _settle(bringing, Decision.DISCARDED)


def put_in(
    bringing: Bringing, *, at: datetime, tell: Callable[[int, int], None]
) -> tuple[Document | None, int, int]:
    """Write the questions, then card by card the log; its document, cards and new reviews.

    Begun again after a worker died it goes on: what is written by then is known by its keys.
    """
    document = _questions(bringing, at=at)
    histories = Histories.read(bringing.histories) if bringing.waiting else Histories(())
    places = _places(document)
    cards = [card for card in histories.cards if card.place in places]
    reviews = 0
    for start in range(0, len(cards), AT_ONCE):
        tell(start, len(cards))
        some = cards[start : start + AT_ONCE]
        pasts = [_past(bringing.owner, card, places[card.place]) for card in some]
        reviews += flashcards.bring(bringing.owner, pasts, key=bringing.pk, at=at)
    _settle(bringing, Decision.ACCEPTED)
    return document, len(cards), reviews


def _questions(bringing: Bringing, *, at: datetime) -> Document | None:
    """The package's document in the bank; it may have been accepted in the library before."""
    preview = Preview.objects.get(pk=bringing.preview_id)
    if preview.waiting:
        ingest.accept(preview, by=bringing.owner, at=at)
    return preview.document


def _places(document: Document | None) -> dict[int, UUID]:
    """The questions of a document by their place in it."""
    standing = Question.objects.filter(document=document, state=State.PUBLISHED.value)
    return dict(standing.values_list("position", "pk")) if document else {}


def _past(owner: User, card: History, question: UUID) -> flashcards.Past:
    reviews = tuple(_reviews(owner, card))
    suspended = key_of(owner.pk, card.card, "suspended") if card.suspended else None
    return flashcards.Past(question, reviews, suspended)


def _reviews(owner: User, card: History) -> Iterator[tuple[UUID, datetime, Grade, int]]:
    for stamp, grade, seconds in card.reviews:
        at = EPOCH + timedelta(milliseconds=stamp)
        yield key_of(owner.pk, card.card, stamp), at, Grade(grade), seconds


def _settle(bringing: Bringing, decision: Decision) -> None:
    bringing.state, bringing.histories = decision.value, {}
    bringing.save(update_fields=["state", "histories"])
