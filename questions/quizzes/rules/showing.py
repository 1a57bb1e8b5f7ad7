"""What of an item may be shown, before it is answered and afterwards."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from questions.marks.rules import Verdict


@dataclass(frozen=True)
class Option:
    """One option; `correct` is None and `why` empty as long as they may not be known."""

    id: str
    number: int
    text: str
    html: str
    picked: bool
    correct: bool | None = None
    why: str = ""

    @property
    def keys(self) -> str:
        """The keys that pick it: its letter and its number."""
        return f"{self.id}|{self.number}" if self.number < 10 else self.id

    @property
    def state(self) -> str:
        """How it went, in a word: right, wrong, overlooked, or nothing to say."""
        if self.correct is None or not (self.correct or self.picked):
            return ""
        if not self.picked:
            return "overlooked"
        return "right" if self.correct else "wrong"


def options(
    stored: Sequence[Mapping[str, Any]], picked: Collection[str], *, revealed: bool
) -> list[Option]:
    """The stored options as they may be shown; what is right is left out unless revealed."""
    return [
        Option(
            id=option["id"],
            number=number,
            text=option["text"],
            html=option["html"],
            picked=option["id"] in picked,
            correct=option["correct"] if revealed else None,
            why=option["why"] if revealed else "",
        )
        for number, option in enumerate(stored, 1)
    ]


@dataclass(frozen=True)
class Step:
    """A step to be put in order, with the place it was given; `place` is None while untold."""

    id: str
    text: str
    given: int | None
    place: int | None = None

    @property
    def state(self) -> str:
        """How it went, in a word: right, wrong, or nothing to say."""
        if self.place is None or self.given is None:
            return ""
        return "right" if self.place == self.given else "wrong"


def steps(
    stored: Sequence[Mapping[str, Any]], order: Sequence[str], *, revealed: bool
) -> list[Step]:
    """The stored steps as they may be shown: in the order they were mixed in, or in their own."""
    given = {id: place for place, id in enumerate(order, 1)}
    found = [
        Step(step["id"], step["text"], given.get(step["id"]), step["place"] if revealed else None)
        for step in stored
        if "place" in step
    ]
    return sorted(found, key=lambda step: step.place or 0) if revealed else found


def hint(point: str) -> str:
    """The beginning of a key point, which helps without saying it: its label, or a few words."""
    label, colon, _ = point.partition(": ")
    if colon:
        return f"{label} …"
    words = point.split()
    return f"{' '.join(words[: max(1, len(words) // 3)])} …"


@dataclass(frozen=True)
class Point:
    """A key point with what counts of it, what the marker said, and the words that earned it."""

    id: str
    text: str
    core: bool
    verdict: Verdict
    marked: Verdict
    words: tuple[str, ...]

    @property
    def corrected(self) -> bool:
        return self.verdict is not self.marked


def points(
    asked: Iterable[Mapping[str, Any]],
    marked: Iterable[Mapping[str, Any]],
    verdicts: Mapping[str, Verdict],
    text: str,
) -> list[Point]:
    """The key points of a marked answer, in order."""
    by_id = {row["id"]: row for row in marked}
    return [
        Point(
            id=point["id"],
            text=point["text"],
            core=point["core"],
            verdict=verdicts[point["id"]],
            marked=Verdict(by_id[point["id"]]["verdict"]),
            words=tuple(text[start:end] for start, end in by_id[point["id"]]["spans"]),
        )
        for point in asked
        if point["id"] in by_id
    ]


def source(title: str, file: str, first: int | None, last: int | None) -> str:
    """A document with its file and lines, as a phrase; as much of it as is known."""
    named = title if file in ("", title) else f"{title} ({file})"
    if not named or first is None:
        return named
    return f"{named}, line {first}" if last in (None, first) else f"{named}, lines {first}–{last}"


@dataclass(frozen=True)
class Piece:
    """A part of an answer, and whether it earned anything."""

    text: str
    earned: bool


def pieces(text: str, spans: Iterable[Sequence[int]]) -> list[Piece]:
    """The answer in parts: what earned any point, and what stands between."""
    found: list[Piece] = []
    at = 0
    for start, end in sorted((span[0], span[1]) for span in spans):
        if end <= at:
            continue
        start = max(start, at)
        if start > at:
            found.append(Piece(text[at:start], False))
        found.append(Piece(text[start:end], True))
        at = end
    if at < len(text):
        found.append(Piece(text[at:], False))
    return found
