"""What a person sends is kept until it has been read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from questions.accounts.models import User
from questions.accounts.rules import check_address
from questions.bank.rules.reasons import check_may_publish
from questions.ingest import names, uploads
from questions.jobs import actions as jobs
from questions.jobs.models import Job

READ = "questions.ingest.tasks.read_uploads"
PUT_IN = "questions.ingest.tasks.put_in"


@transaction.atomic
def upload(
    owner: User,
    files: Sequence[tuple[str, bytes]],
    *,
    key: UUID,
    at: datetime,
    house: bool = False,
) -> Job:
    """Keep the files (name, bytes) until they are read, and put their reading into the queue.

    What is read waits as previews; nothing is written before it is accepted. With `house` an
    editor brings them for everybody: raises NotAllowed for others. The same key with the same
    files is the same job; with others it raises KeyReused. A guest has to sign up first.
    """
    check_address(guest=owner.is_guest)
    if house:
        check_may_publish(editor=owner.is_editor)
    uploads.sweep()
    called = names.told_apart([names.tidy(name) for name, _ in files])
    stored = [uploads.name_of(owner.pk, data) for _, data in files]
    waiting = [{"name": n, "stored": s} for n, s in zip(called, stored, strict=True)]
    title = f"Reading {called[0]}" if len(called) == 1 else f"Reading {len(called)} documents"
    arguments = {"files": waiting, "house": house}
    job = jobs.enqueue(owner, READ, arguments, title=title[:200], key=key, at=at)
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
