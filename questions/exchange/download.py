"""A file of one's own as an answer over HTTP, at both doors."""

from __future__ import annotations

from django.http import FileResponse

from questions.jobs.models import Job

from .actions import file_of


def answer(job: Job) -> FileResponse:
    """The file to keep, never to show. Raises Gone where it is no more."""
    path, name = file_of(job)
    found = FileResponse(
        path.open("rb"), as_attachment=True, filename=name, content_type="application/octet-stream"
    )
    found["X-Content-Type-Options"] = "nosniff"
    found["Cache-Control"] = "private, no-store"
    return found
