"""What a document would change, worked out before anything is written, and what is decided."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from questions.accounts.models import User
from questions.bank import actions as bank
from questions.bank.models import Document
from questions.bank.rules.past import Change, What, texts
from questions.errors import NotAllowed, Refusal
from questions.ingest import found
from questions.ingest.models import Preview, Reading
from questions.ingest.rules.waiting import Decision
from questions.jobs import actions as jobs
from questions.jobs.models import Job
from questions.web import markup

from .reading import Outcome, Task, fresh, ingest, known, texts_known, texts_of
from .uploading import PUT_IN

AT_ONCE = 300
"""Questions that are written while a browser waits; more are written in the background."""


class Decided(Refusal):
    """Somebody has accepted or discarded this before."""

    code = "decided"


class ChangedMeanwhile(Refusal):
    """The document was read again since the preview was made, so its parts mean something else."""

    code = "changed_since"


class NothingWaits(Refusal):
    """There is nothing to accept."""

    code = "nothing_waits"


@transaction.atomic
def prepare(
    name: str,
    what: found.Found,
    owner: User,
    *,
    at: datetime,
    house: bool = False,
    others: frozenset[str] = frozenset(),
    task: Task | None = None,
) -> Preview:
    """Work out what a document would change and let that wait for its owner's word."""
    if task and (made := Preview.objects.filter(job=task.job, part=task.part).first()):
        return made
    preview = Preview(
        owner=owner,
        house=house,
        job=task.job if task else None,
        part=task.part if task else 0,
        name=name,
        title=what.title[:300],
        others=sorted(others),
        found=found.dumped(what).decode(),
    )
    work_out(preview, what, at=at)
    preview.save(force_insert=True)
    return preview


def work_out(preview: Preview, what: found.Found, *, at: datetime) -> None:
    """Fill in what accepting this would change as the bank stands now."""
    owner = None if preview.house else preview.owner
    document = known(preview.name, what, owner, frozenset(preview.others))
    plan = bank.plan(document or fresh(preview.name, what, owner, at=at), what.given, at=at)
    preview.document = document
    preview.base = latest_of(document)
    preview.at = at
    preview.changes = [described(change) for change in plan.every]
    preview.new = plan.count(What.NEW)
    preview.updated = plan.count(What.UPDATED)
    preview.retired = plan.count(What.RETIRED)
    preview.unchanged = plan.unchanged
    preview.duplicates = sum(bool(change.twin) for change in plan.every)
    preview.looks = sum(bool(change.looks) for change in plan.every)


def latest_of(document: Document | None) -> Reading | None:
    """The latest reading of a document, if there is one."""
    return Reading.objects.filter(document=document, latest=True).first() if document else None


def described(change: Change) -> dict[str, Any]:
    """One change as a page or a phone shows it."""
    return {
        "key": change.key,
        "what": change.what.value,
        "title": change.title,
        "twin": change.twin,
        "looks": [look.value for look in change.looks],
        "returns": bool(change.before and change.before.state.value == "retired"),
        "before": texts(change.before.raw) if change.before else {},
        "after": texts(change.after.raw) if change.after else {},
    }


def accept(preview: Preview, *, by: User, at: datetime, leave: Collection[str] = ()) -> Outcome:
    """Write what a preview shows, but for the changes whose keys are in `leave`.

    Raises Decided where that is settled, and ChangedMeanwhile where a part is to be left out of
    changes that are others by now; the preview shows those then.
    """
    check_own(preview, by)
    if not preview.waiting:
        raise Decided("This was decided before.")
    what = found.loaded(preview.found.encode())
    if leave and not still_so(preview, what, at=at):
        raise ChangedMeanwhile("The document has been read since. Look at its changes again.")
    owner = None if preview.house else preview.owner
    # Rendered before anything is locked.
    new = texts_of(list(what.given)) - texts_known(preview.name, owner)
    with markup.ahead(new), transaction.atomic():
        return written(preview, what, frozenset(leave), by=by, at=at)


def written(
    preview: Preview, what: found.Found, leave: frozenset[str], *, by: User, at: datetime
) -> Outcome:
    """The preview's document in the bank, and the preview settled, in the caller's transaction."""
    decided = Preview.objects.filter(pk=preview.pk, state=Decision.WAITING.value).update(
        state=Decision.ACCEPTED.value, decided=at, found="", changes=[]
    )
    if not decided:
        raise Decided("This was decided before.")
    owner = None if preview.house else preview.owner
    outcome = ingest(
        preview.name, what, owner, at=at, by=by, others=frozenset(preview.others), leave=leave
    )
    reading = Reading.objects.get(document=outcome.document, latest=True)
    Preview.objects.filter(pk=preview.pk).update(reading=reading, document=outcome.document)
    preview.refresh_from_db()
    return outcome


@transaction.atomic
def still_so(preview: Preview, what: found.Found, *, at: datetime) -> bool:
    """Whether a preview shows what would be changed now; where not, it does from now on."""
    owner = None if preview.house else preview.owner
    document = known(preview.name, what, owner, frozenset(preview.others))
    if latest_of(document) == preview.base:
        return True
    work_out(preview, what, at=at)
    preview.save()
    return False


def check_own(preview: Preview, by: User) -> None:
    """Refuse but to the one who brought it, who must still be an editor for the house's."""
    if preview.owner_id != by.pk or (preview.house and not by.is_editor):
        raise NotAllowed("Only who brought this can decide about it.")


@transaction.atomic
def discard(preview: Preview, *, by: User, at: datetime) -> None:
    """Forget what was read; the same again changes nothing."""
    check_own(preview, by)
    state = Decision.DISCARDED.value
    waiting = Preview.objects.filter(pk=preview.pk, state=Decision.WAITING.value)
    if not waiting.update(state=state, decided=at, found="", changes=[]):
        preview.refresh_from_db()
        if preview.state != state:
            raise Decided("This was accepted before.")
    preview.refresh_from_db()


def accept_later(previews: Iterable[Preview], *, by: User, key: UUID, at: datetime) -> Job:
    """Put the writing of these previews into the queue; the same key is the same job."""
    some = [preview for preview in previews if preview.waiting]
    for preview in some:
        check_own(preview, by)
    if not some:
        raise NothingWaits("There is nothing to add.")
    title = f"Adding {some[0]}" if len(some) == 1 else f"Adding {len(some)} documents"
    ids = [str(preview.pk) for preview in some]
    return jobs.enqueue(by, PUT_IN, {"previews": ids}, title=title[:200], key=key, at=at)
