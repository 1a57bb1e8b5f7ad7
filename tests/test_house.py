"""The house's own rules."""

from __future__ import annotations

import re
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

HERE = Path(__file__).parent
TEMPLATES = HERE.parent / "templates"


def test_no_migration_is_missing(db):
    call_command("makemigrations", "--check", "--dry-run", stdout=StringIO())


SLICES = ["bank", "flashcards", "quizzes", "interviews", "ingest", "progress", "exchange"]


@pytest.mark.parametrize("slice", SLICES)
def test_every_page_has_its_fragment(slice):
    pages = {p.name for p in (TEMPLATES / slice).glob("*.html") if not p.name.startswith("_")}
    lonely = {name for name in pages if not (TEMPLATES / slice / f"_{name}").exists()}
    assert lonely == set()


def test_every_test_that_safety_names_exists():
    named = set(
        re.findall(r"`(?:tests/)?([a-z_/]+\.py)`", (HERE.parent / "docs/safety.md").read_text())
    )
    assert len(named) > 20
    assert {name for name in named if not (HERE / name).exists()} == set()
