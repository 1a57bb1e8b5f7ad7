from __future__ import annotations

import time

import pytest

from questions.ingest import rules
from questions.ingest.readers import text

SMALL, LARGE = 10_000, 1_000_000
SLACK = 5  # times the growth of the input: a busy machine, never a square

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
    "blanks inside lines": "q" + " " * 3000 + "x\n",
    "digits and blanks": "1" + " " * 1800 + "\n",
    "returns": "\r",
}


def seconds(piece: str, size: int) -> float:
    data = (piece * (size // len(piece.encode()) + 1)).encode()
    start = time.process_time()
    rules.read(text.read(data))
    return time.process_time() - start


@pytest.mark.parametrize("name", HOSTILE)
def test_reading_grows_no_faster_than_the_document(name):
    small = max(min(seconds(HOSTILE[name], SMALL) for _ in range(2)), 0.002)
    assert seconds(HOSTILE[name], LARGE) < small * SLACK * LARGE / SMALL
