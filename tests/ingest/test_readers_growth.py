from __future__ import annotations

import contextlib

import pytest

from questions.ingest import readers
from tests.ingest import growth, hostile

SMALL, LARGE = 20_000, 240_000

TEXTS = {
    "open tags": ("a.html", "<html><p>", "<"),
    "quotes in tags": ("a.html", "<html><p>", '<a "'),
    "links that never end": ("a.html", "<html><p>", '<a href="'),
    "nested boxes": ("a.html", "<html><p>", "<blockquote>a"),
    "nested lists": ("a.html", "<html><p>", "<ul><li>a"),
    "nested tables": ("a.html", "<html><p>", "<table><tr><td>a"),
    "crossed marks": ("a.html", "<html><p>", "<b><i>a</b></i>"),
    "backticks in code": ("a.html", "<html><p>", "<code>`"),
    "comments": ("a.html", "<html><p>", "<!--"),
    "entities": ("a.html", "<html><p>", "&#x41"),
    "stars": ("a.html", "<html><p>", "*a* **"),
    "folded": ("a.html", "<html><p>", "<details><summary>a"),
    "links by name": ("a.rst", "", "`a`_ "),
    "links with addresses": ("a.rst", "", "`a <b>`_ "),
    "roles": ("a.rst", "", ":a:`b` "),
    "ticks": ("a.rst", "", "``a"),
    "bars": ("a.rst", "", "|a|"),
    "targets": ("a.rst", "", ".. _a: b\n"),
    "directives": ("a.rst", "", ".. note::\n\n   a\n\n"),
    "directives within directives": ("a.rst", "", None),
    "quotation marks": ("a.csv", "question,answer\n", '"a","b\n'),
    "quotation marks in a row": ("a.csv", "question,answer\n", '"'),
    "commas": ("a.csv", "question,answer\n", ","),
    "rows that ask": ("a.csv", "", "What is it?;b\n"),
    "records": ("a.json", "[", '{"question":"a","answer":"b"},'),
    "escapes": ("a.json", "[", '"\\\\",'),
    "texts without end": ("a.json", "[", '"\\\\'),
    "pairs": ("a.json", "[", '["What?", "\\u0041"],'),
    "gaps": ("a.txt", "#separator:tab\n#html:true\n", "{{c1::a}} "),
    "gaps without end": ("a.txt", "#separator:tab\n#html:true\n", "{{c1::"),
    "notes": ("a.txt", "#separator:tab\n#html:true\n", "What\t<b>b</b>\n"),
    "braces": ("a.gift", "", "a {=b}\n\n"),
    "open braces": ("a.gift", "", "a {\n"),
    "signs": ("a.gift", "", "a {=~%50%#"),
    "options": ("a.aiken", "", "a\nA. b\nB. c\nANSWER: A\n"),
}


def deep(size):
    lines, at = [], 0
    while at < size:
        lines.append(" " * (len(lines) * 3 % 600) + ".. note::\n")
        at += len(lines[-1])
    return "".join(lines)


def text(name, size):
    path, head, piece = TEXTS[name]
    body = deep(size) if piece is None else piece * (size // len(piece))
    return path, (head + body.rstrip(",") + ("]" if path == "a.json" else "")).encode()


def word(piece, size):
    return hostile.docx(hostile.paragraphs(piece * (size // len(piece))))


BINARY = {
    "paragraphs": ("a.docx", lambda n: word("<w:p><w:r><w:t>a</w:t></w:r></w:p>", n)),
    "runs": (
        "a.docx",
        lambda n: word("<w:p>" + "<w:r><w:t>a *b* </w:t></w:r>" * 999 + "</w:p>", n),
    ),
    "tables": (
        "a.docx",
        lambda n: word("<w:tbl><w:tr>" + "<w:tc><w:p/></w:tc>" * 99 + "</w:tr></w:tbl>", n),
    ),
    "rows of one table": (
        "a.docx",
        lambda n: hostile.docx(
            hostile.paragraphs(
                "<w:tbl>"
                + "<w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr>" * (n // 60)
                + "</w:tbl>"
            )
        ),
    ),
    "lines of a page": (
        "a.pdf",
        lambda n: hostile.page(
            hostile.stream(
                b"BT /F 9 Tf 12 TL " + b"(What is it that goes on?) Tj T* " * (n // 330) + b"ET",
                packed=False,
            )
        ),
    ),
    "pieces of a line": (
        "a.pdf",
        lambda n: hostile.page(
            hostile.stream(b"BT /F 9 Tf " + b"(ab-) Tj " * (n // 90) + b"ET", packed=False)
        ),
    ),
    "notes of a deck": (
        "a.apkg",
        lambda n: hostile.apkg(
            hostile.database(
                hostile.NOTES,
                "INSERT INTO notes WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
                f"WHERE i < {n // 40}) SELECT i, 1, '', 'What' || char(31) || i FROM n",
            )
        ),
    ),
}


def grows(make):
    def work(size):
        path, data = make(size)

        def read():
            with contextlib.suppress(readers.Unreadable):
                readers.read(path, data)

        return read

    growth.linear(work, SMALL, LARGE)


@pytest.mark.parametrize("name", TEXTS)
def test_a_reader_of_texts_is_never_slower_than_its_file_is_long(name):
    grows(lambda size: text(name, size))


@pytest.mark.parametrize("name", BINARY)
def test_a_reader_of_archives_and_pages_is_never_slower_than_its_file_is_long(name):
    path, make = BINARY[name]
    grows(lambda size: (path, make(size)))
