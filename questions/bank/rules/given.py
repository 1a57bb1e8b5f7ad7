"""What a reader hands to the bank: questions as they were found in one document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from .difficulty import Difficulty, Source
from .points import Point
from .states import Kind


@dataclass(frozen=True)
class GivenChoice:
    """One option; `why` is the Markdown that explains it."""

    text: str
    correct: bool = False
    why: str = ""


@dataclass(frozen=True)
class Given:
    """One question with its answer; lines are 1-based and the file's own, texts are Markdown."""

    prompt: str
    answer: str
    kind: Kind
    first_line: int
    last_line: int
    position: int
    difficulty: Difficulty
    difficulty_source: Source
    choices: tuple[GivenChoice, ...] = ()
    points: tuple[Point, ...] = ()
    topics: tuple[str, ...] = ()
    section: str = ""
    verified: bool = False


@dataclass(frozen=True)
class Written:
    """What one writing did to the questions of its document; `folded` are among the first two."""

    created: int = 0
    updated: int = 0
    retired: int = 0
    unchanged: int = 0
    folded: int = 0

    def __add__(self, other: Written) -> Written:
        """Both together, for a run over several documents."""
        return Written(
            self.created + other.created,
            self.updated + other.updated,
            self.retired + other.retired,
            self.unchanged + other.unchanged,
            self.folded + other.folded,
        )


def dumped(given: Given) -> dict[str, Any]:
    """The same as JSON has it."""
    return {**asdict(given), "kind": given.kind.value}


def loaded(data: Mapping[str, Any]) -> Given:
    """What `dumped` said, whether or not it has been JSON meanwhile."""
    return Given(**{name: part(name, value) for name, value in data.items()})


def part(name: str, value: Any) -> Any:
    """One field of a Given out of JSON."""
    match name:
        case "kind":
            return Kind(value)
        case "difficulty":
            return Difficulty(value)
        case "difficulty_source":
            return Source(value)
        case "choices":
            return tuple(GivenChoice(**one) for one in value)
        case "points":
            return tuple(Point(**one) for one in value)
        case "topics":
            return tuple(value)
    return value
