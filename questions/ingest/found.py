"""What one document brings to the bank, worked out from its bytes alone and without Django."""

from __future__ import annotations

import hashlib
import json
import os
import tomllib
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

from questions.bank.rules import difficulty, points, topics
from questions.bank.rules.given import Given, GivenChoice
from questions.bank.rules.states import Kind

from . import readers, rules

Unreadable = readers.Unreadable

TOPICS = Path(__file__).resolve().parents[2] / "content" / "topics.toml"


@dataclass(frozen=True)
class Found:
    """A document's questions as the bank takes them, and its other lines, each in one range."""

    title: str
    format: str
    sha256: str
    verified: bool
    given: tuple[Given, ...]
    articles: tuple[dict[str, Any], ...]
    skipped: tuple[dict[str, Any], ...]


@cache
def tree() -> tuple[topics.Topic, ...]:
    """The house's topics; none where the file is missing."""
    try:
        return topics.parse(tomllib.loads(TOPICS.read_text("utf-8")))
    except FileNotFoundError:
        return ()


def read(name: str, data: bytes) -> Found:
    """What the document of this name holds. Raises Unreadable, which says why."""
    outline = readers.read(name, data)
    found = rules.read(outline)
    title = found.title or named(name)
    return Found(
        title=title,
        format=outline.format,
        sha256=hashlib.sha256(data).hexdigest(),
        verified=bool(found.front.get("verified", "").strip()),
        given=tuple(given(one, title, place) for place, one in enumerate(found.questions)),
        articles=tuple(asdict(one) for one in found.articles),
        skipped=tuple(asdict(one) for one in found.skipped),
    )


def given(question: rules.Question, title: str, position: int) -> Given:
    """One question of a reading with its level, topics and checklist."""
    section = question.section or ""
    level, source = difficulty.of(
        question.prompt, question.answer, question.difficulty or question.section
    )
    about = question.topics or topics.sort(
        question.prompt, question.answer, (section,) if section else (), title, tree()
    )
    return Given(
        prompt=question.prompt,
        answer=question.answer,
        kind=Kind(question.kind),
        first_line=question.line,
        last_line=question.end_line,
        position=position,
        difficulty=level,
        difficulty_source=source,
        choices=tuple(GivenChoice(c.text, c.correct, c.why) for c in question.choices),
        points=tuple(points.of(question.prompt, question.answer)),
        topics=tuple(about),
        section=section,
    )


def named(path: str) -> str:
    """A title from a file's name."""
    stem = os.path.splitext(os.path.basename(path))[0]
    return stem.replace("_", " ").replace("-", " ").strip()


def dumped(found: Found) -> bytes:
    """A finding as JSON, so that it can leave the process that read the document."""
    return json.dumps(asdict(found), default=lambda enum: enum.value).encode()


def loaded(text: bytes) -> Found:
    """A finding from its JSON; KeyError, TypeError or ValueError for anything else."""
    data = json.loads(text)
    return Found(
        **{
            **data,
            "given": tuple(_given(one) for one in data["given"]),
            "articles": tuple(data["articles"]),
            "skipped": tuple(data["skipped"]),
        }
    )


def _given(data: dict[str, Any]) -> Given:
    return Given(
        **{
            **data,
            "kind": Kind(data["kind"]),
            "difficulty": difficulty.Difficulty(data["difficulty"]),
            "difficulty_source": difficulty.Source(data["difficulty_source"]),
            "choices": _each(GivenChoice, data["choices"]),
            "points": _each(points.Point, data["points"]),
            "topics": tuple(data["topics"]),
        }
    )


def _each(kind: type[Any], rows: Sequence[dict[str, Any]]) -> tuple[Any, ...]:
    return tuple(kind(**row) for row in rows)
