"""The house's own rules."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

TEMPLATES = Path(__file__).parent.parent / "templates"


def test_no_migration_is_missing(db):
    call_command("makemigrations", "--check", "--dry-run", stdout=StringIO())


SLICES = ["bank", "flashcards", "quizzes", "interviews", "ingest", "progress", "exchange"]


@pytest.mark.parametrize("slice", SLICES)
def test_every_page_has_its_fragment(slice):
    pages = {p.name for p in (TEMPLATES / slice).glob("*.html") if not p.name.startswith("_")}
    lonely = {name for name in pages if not (TEMPLATES / slice / f"_{name}").exists()}
    assert lonely == set()
