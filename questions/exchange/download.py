"""A file of one's own as an answer over HTTP, at both doors."""

from __future__ import annotations

from django.http import FileResponse

from questions.bank.models import Seal
from questions.bank.rules.seals import Sealed
from questions.jobs.models import Job

from .actions import file_of

WAITS = (
    "You are in an exam, and this file may hold its answers. "
    "It waits until you hand the exam in; ask for it again if a day has passed by then."
)


def answer(job: Job) -> FileResponse:
    """The file to keep, never to show. Raises Gone where it is no more.

    Raises Sealed as long as its owner has not handed an exam in: it may hold the answers.
    """
    if Seal.objects.of(job.owner).exists():
        raise Sealed(WAITS)
    path, name = file_of(job)
    found = FileResponse(
        path.open("rb"), as_attachment=True, filename=name, content_type="application/octet-stream"
    )
    found["X-Content-Type-Options"] = "nosniff"
    found["Cache-Control"] = "private, no-store"
    return found
