"""Schemathesis finds nothing at the started server; `make fuzz-api` gives it ten minutes."""

from __future__ import annotations

import pytest

from tests.fuzz.api import fuzz

SECONDS = 12
EVERY_RUN_ALIKE = ("--generation-deterministic",)


def test_what_the_document_allows_and_forbids_is_answered_as_it_says(site):
    pytest.importorskip("schemathesis", reason="schemathesis is not installed")
    done = fuzz(site, SECONDS, *EVERY_RUN_ALIKE)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
