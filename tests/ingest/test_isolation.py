"""Reading in a process that may be lost."""

from __future__ import annotations

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from questions.ingest import found, isolation
from tests.ingest.texts import TIDES, VERIFIED


def test_a_process_of_its_own_finds_the_same():
    assert isolation.read("tides.md", VERIFIED.encode()) == found.read(
        "tides.md", VERIFIED.encode()
    )


def test_a_refusal_comes_back_in_words():
    with pytest.raises(found.Unreadable, match="PDF"):
        isolation.read("moon.md", b"%PDF-1.4")


def test_what_takes_too_long_is_given_up(monkeypatch):
    monkeypatch.setattr(isolation, "SECONDS", 0.01)
    with pytest.raises(found.Unreadable, match="longer than"):
        isolation.read("tides.md", TIDES.encode())


def test_what_needs_too_much_is_given_up(monkeypatch):
    monkeypatch.setattr(isolation, "ENVIRONMENT", {**isolation.ENVIRONMENT, "PYTHONHASHSEED": "x"})
    with pytest.raises(found.Unreadable, match="smaller parts"):
        isolation.read("tides.md", TIDES.encode())


@settings(deadline=None)
@given(st.text(alphabet="#*-?1.) ab\n`|[]x:Q", max_size=300))
def test_a_finding_survives_its_journey(text):
    try:
        what = found.read("any.md", text.encode())
    except found.Unreadable:
        reject()  # a text that is a list or an object of JSON is read as one
    assert found.loaded(found.dumped(what)) == what
