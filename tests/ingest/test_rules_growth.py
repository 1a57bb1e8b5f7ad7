from __future__ import annotations

import pytest

from questions.ingest import rules
from questions.ingest.readers import text
from tests.ingest import growth

SMALL, LARGE = 10_000, 120_000

HOSTILE = {
    "open brackets": "[",
    "broken links": "[a](b",
    "link targets": "](aaaa",
    "stars": "*",
    "blanks": " ",
    "bold in a row": "**a** ",
    "quotation marks": '"aaaaaaaaa',
    "tags": "<b>",
    "damaged text": "â€™",
    "half damaged text": "Ã",
    "questions": "What?\n",
    "paragraphs": "What?\n\n",
    "headings": "# a?\n###### b\n",
    "numbers": "1. What?\n2. a\n",
    "fences": "```a\n",
    "rules": "---\nx\n",
    "tables": "|a?|b|\n|-|-|\n|c?|d|\n",
    "details": "<details><summary>a?</summary>\n",
    "comments": "<!--\n",
    "boxes": "- [ ] a\n",
    "keys": "A. a\nB. b\nAnswer: B\n",
    "answers": "Answer: a\n",
    "answers apart": "1. Why?\n2. Who?\n3. How?\nAnswers\n1. a\n2. b\n3. c\n",
    "blanks inside lines": "q" + " " * 3000 + "x\n",
    "digits and blanks": "1" + " " * 1800 + "\n",
    "boxes that ask": "> [!question] a?\n> > [!answer] b\n" + ">" * 900 + "\n",
    "outlines": "#+title: a\n* a?" + " \t" * 400 + ":b\n",
    "blocks": "= a\n:b: c\n[" + "a" * 900 + "\n----\n",
    "speakers": "A: Why?\nB: c\n" + "A: d\n" * 500,
    "clocks": "[1:02] A: Why?\n[1:03] B: c\n",
    "breaks in cells": "|question|answer|\n|-|-|\n|c?|" + "- d<br>" * 300 + "|\n",
    "returns": "\r",
}


def reading(piece: str, size: int):
    data = (piece * (size // len(piece.encode()) + 1)).encode()
    return lambda: rules.read(text.read(data))


@pytest.mark.parametrize("name", HOSTILE)
def test_reading_grows_no_faster_than_the_document(name):
    growth.linear(lambda size: reading(HOSTILE[name], size), SMALL, LARGE)
