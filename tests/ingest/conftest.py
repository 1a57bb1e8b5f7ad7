"""What the tests of ingestion may ask for."""

from __future__ import annotations

from uuid import uuid4

import pytest

from questions.ingest import actions, found
from questions.ingest.models import Preview
from questions.jobs import runner


@pytest.fixture(autouse=True)
def _own_uploads(settings, tmp_path):
    """Uploads wait in a folder of this test."""
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def ingest(db, noon):
    """ingest(text, owner=None): what came of reading it."""

    def read(text, owner=None, *, name="tides.md", at=noon, **more):
        what = found.read(name, text.encode())
        return actions.ingest(name, what, owner, at=at, **more)

    return read


@pytest.fixture
def uploaded(noon):
    """uploaded(person, name=text, …): the job that reads these files."""

    def upload(owner, *files, key=None):
        return actions.upload(
            owner, [(name, text.encode()) for name, text in files], key=key or uuid4(), at=noon
        )

    return upload


@pytest.fixture
def accepted(noon):
    """accepted(job): the upload's previews, read and all of them accepted."""

    def accept(job):
        runner.work_once()
        previews = list(Preview.objects.filter(job=job).order_by("part"))
        for preview in previews:
            actions.accept(preview, by=preview.owner, at=noon)
        job.refresh_from_db()
        return previews

    return accept
