"""What the tests of the bank may ask for."""

from __future__ import annotations

import pytest

from questions.ingest import actions as ingest
from questions.ingest import found
from tests.bank.notes import NOTES


@pytest.fixture
def bring(db, noon):
    """bring(text, owner=None, name="tides.md"): a document in the bank."""

    def read(text=NOTES, owner=None, name="tides.md"):
        return ingest.ingest(name, found.read(name, text.encode()), owner, at=noon)

    return read
