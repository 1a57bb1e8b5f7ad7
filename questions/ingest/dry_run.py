"""What documents would bring into the bank, as plain data and without Django: the dry run."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Callable, Iterable
from typing import Any

from questions.bank.rules import difficulty, points

from . import readers, rules


def reading(path: str) -> dict[str, Any]:
    """What one file holds, in the form that `ingest --dry-run --format json` prints.

    Raises OSError where the file cannot be read.
    """
    with open(path, "rb") as file:
        data = file.read()
    return described(path, data, rules.read(readers.read(path, data)))


def described(path: str, data: bytes, found: rules.Reading) -> dict[str, Any]:
    """One document's reading as plain data."""
    return {
        "path": path,
        "sha256": hashlib.sha256(data).hexdigest(),
        "title": found.title or _named(path),
        "questions": [_question(question) for question in found.questions],
        "articles": [
            {"line": one.line, "end_line": one.end_line, "title": one.title}
            for one in found.articles
        ],
        "skipped": [
            {"line": one.line, "end_line": one.end_line, "reason": one.reason}
            for one in found.skipped
        ],
    }


def _question(question: rules.Question) -> dict[str, Any]:
    stated = question.difficulty or question.section
    level, _ = difficulty.of(question.prompt, question.answer, stated)
    return {
        "prompt": question.prompt,
        "line": question.line,
        "end_line": question.end_line,
        "answer": question.answer,
        "kind": question.kind,
        "choices": [{"text": c.text, "correct": c.correct} for c in question.choices],
        "key_points": [
            {"text": point.text, "core": point.core}
            for point in points.of(question.prompt, question.answer)
        ],
        "topics": list(question.topics),
        "difficulty": level.value,
        "section": question.section,
    }


def _named(path: str) -> str:
    """A title from a file's name."""
    stem = os.path.splitext(os.path.basename(path))[0]
    return stem.replace("_", " ").replace("-", " ").strip()


def main(paths: Iterable[str], write: Callable[[str], object] = sys.stdout.write) -> int:
    """Print one JSON object for all files; those that cannot be read are named, exit status 1."""
    documents, status = [], 0
    for path in paths:
        try:
            documents.append(reading(path))
        except OSError as error:
            sys.stderr.write(f"{path}: {error.strerror}\n")
            status = 1
    write(json.dumps({"documents": documents}, ensure_ascii=False))
    write("\n")
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
