"""Names of documents, and which known document a file is."""

from __future__ import annotations

from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.ingest import names, sniff


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("notes.md", "notes.md"),
        ("/home/lena/notes.md", "notes.md"),
        ("C:\\Users\\lena\\notes.md", "notes.md"),
        ("../../etc/passwd", "passwd"),
        ("no\x00tes\n.md", "notes.md"),
        ("\u202egpj.md", "gpj.md"),
        ("", "document"),
        ("..", "document"),
        ("a" * 300 + ".md", "a" * 252 + ".md"),
    ],
)
def test_a_name_is_tidied(sent, kept):
    assert names.tidy(sent) == kept


@given(st.text())
def test_a_tidy_name_is_one_part_of_a_path_and_fits(sent):
    kept = names.tidy(sent)
    assert kept
    assert len(kept) <= names.LONGEST
    assert not set(kept) & set("/\\\x00\n")
    assert names.tidy(kept) == kept


@given(st.lists(st.sampled_from(["a.md", "a (2).md", "b", ".md", "a" * 255]), max_size=12))
def test_no_two_names_are_alike(every):
    apart = names.told_apart(every)
    assert len(set(apart)) == len(every)
    assert all(len(name) <= names.LONGEST for name in apart)


def known(name, sha256):
    return names.Known(uuid4(), name, sha256)


def test_a_file_is_known_by_name_then_content_then_the_end_of_its_path():
    one, two, three = known("x/a.md", "1"), known("b.md", "2"), known("c/d.md", "3")
    every = [one, two, three]
    assert names.same("b.md", "1", every, frozenset()) is two
    assert names.same("new.md", "1", every, frozenset()) is one
    assert names.same("d.md", "9", every, frozenset()) is three
    assert names.same("y/b.md", "9", every, frozenset()) is two
    assert names.same("new.md", "9", every, frozenset()) is None


def test_what_is_read_beside_it_is_not_it():
    one = known("a.md", "1")
    assert names.same("b.md", "1", [one], frozenset({"a.md", "b.md"})) is None


def test_two_that_could_be_meant_are_neither():
    both = [known("x/a.md", "1"), known("y/a.md", "2")]
    assert names.same("a.md", "9", both, frozenset()) is None


@pytest.mark.parametrize(
    "data",
    [
        b"plain",
        "naïve café – “quoted”".encode(),
        "naïve café".encode("cp1252"),
        "\ufeffWhat?".encode("utf-16"),
        "What is it? ".encode("utf-16-le") * 9,
        b"x" * (sniff.HEAD - 1) + "é".encode() + b"y" * 10,
        "文字".encode() * 40_000,
    ],
)
def test_text_is_text(data):
    assert sniff.what_else(data) == ""


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"PK\x03\x04\x14\x00", "packed"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "picture"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "picture"),
        (b"SQLite format 3\x00\x10\x00", "database"),
        (b"\x7fELF\x02\x01\x01\x00", "program"),
        (b"{\\rtf1\\ansi What?}", "Rich Text"),
        (bytes(range(256)) * 4, "no text"),
    ],
)
def test_what_is_no_text_is_told_by_content(data, kind):
    assert kind in sniff.what_else(data)


@pytest.mark.parametrize(
    ("text", "called", "name"),
    [
        ("\n---\n## What is a tide?\nWater.", "", "What is a tide.md"),
        ("What is a tide?", "Of/the sea", "Of the sea.md"),
        ("**Q1.** What is a tide?", "", "What is a tide.md"),
        ("???", "", "text.md"),
        ("x" * 200, "", "x" * 60 + ".md"),
    ],
)
def test_a_text_is_named_by_its_person_or_by_how_it_begins(text, called, name):
    assert names.of_text(text, called) == name
