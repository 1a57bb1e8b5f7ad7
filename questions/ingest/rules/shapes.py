"""What the grammar reads and what it yields: plain values, no Django."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["open", "choice"]


@dataclass(frozen=True, slots=True)
class Choice:
    """One option of a choice question, and why it is right or wrong where the document says so."""

    text: str
    correct: bool
    why: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One question of a format that says itself where prompt, options and answer stand."""

    prompt: str
    answer: str = ""
    options: tuple[Choice, ...] = ()
    line: int = 1
    end_line: int = 1
    section: str | None = None
    difficulty: str | None = None
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """A document after decoding: its repaired lines in order, the first being line 1.

    Where the lines are a rendering of the file, `places` tells for each the first and last line of
    the file that it comes from, and `printed` which lines of the file hold text. With `entries`
    the lines are the file's own.
    """

    lines: tuple[str, ...]
    format: str = "text"
    title: str = ""
    places: tuple[tuple[int, int], ...] = ()
    printed: tuple[int, ...] = ()
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a document with everything that its lines hold."""

    prompt: str
    line: int
    end_line: int
    answer: str
    kind: Kind = "open"
    choices: tuple[Choice, ...] = ()
    section: str | None = None
    difficulty: str | None = None
    topics: tuple[str, ...] = ()

    @property
    def needs_key(self) -> bool:
        """Whether it offers options without saying which of them is right."""
        return self.kind == "choice" and not any(choice.correct for choice in self.choices)


@dataclass(frozen=True, slots=True)
class Article:
    """Teaching prose that answers no printed question."""

    line: int
    end_line: int
    title: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """Lines that teach nothing, and why they were left out."""

    line: int
    end_line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was found in one document: every line with text lies in exactly one range."""

    title: str
    questions: tuple[Question, ...] = ()
    articles: tuple[Article, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    front: dict[str, str] = field(default_factory=dict)
