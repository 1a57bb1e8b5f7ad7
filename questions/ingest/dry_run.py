"""What documents would bring into the bank, as plain data and without Django: the dry run."""

from __future__ import annotations

from typing import Any

from questions.bank.rules.given import Given

from . import found, isolation


def reading(path: str) -> dict[str, Any]:
    """What one file holds, in the form that `ingest --dry-run --format json` prints.

    Raises OSError where the file cannot be opened, Unreadable where no reader reads it.
    """
    with open(path, "rb") as file:
        data = file.read()
    return described(path, isolation.carefully(path, data))


def described(path: str, what: found.Found) -> dict[str, Any]:
    """One document's finding as plain data."""
    return {
        "path": path,
        "sha256": what.sha256,
        "title": what.title,
        "questions": [_question(one) for one in what.given],
        "articles": list(what.articles),
        "skipped": list(what.skipped),
    }


def _question(one: Given) -> dict[str, Any]:
    return {
        "prompt": one.prompt,
        "line": one.first_line,
        "end_line": one.last_line,
        "answer": one.answer,
        "kind": one.kind.value,
        "choices": [{"text": c.text, "correct": c.correct} for c in one.choices],
        "key_points": [{"text": point.text, "core": point.core} for point in one.points],
        "topics": list(one.topics),
        "difficulty": one.difficulty.value,
        "section": one.section,
    }
