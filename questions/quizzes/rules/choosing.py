"""What a quiz is made of: its settings, and which questions are drawn for it."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any
from uuid import UUID

from questions.errors import Malformed

LENGTHS = (5, 10, 20)
"""The lengths that the page offers."""
LONGEST = 100
"""The most questions a quiz may have."""


class ItemKind(Enum):
    """How an item wants to be answered."""

    CHOICE = "choice"
    TYPED = "typed"


@dataclass(frozen=True)
class Settings:
    """What a learner asked for. No topics, difficulty or kinds: any. `questions` names them all."""

    topics: tuple[str, ...] = ()
    difficulty: tuple[str, ...] = ()
    length: int = 10
    kinds: tuple[ItemKind, ...] = (ItemKind.CHOICE, ItemKind.TYPED)
    questions: tuple[UUID, ...] = ()

    def __post_init__(self) -> None:
        if not 1 <= self.length <= LONGEST:
            raise Malformed(f"A quiz has 1 to {LONGEST} questions.")

    def allows(self, kind: ItemKind) -> bool:
        return not self.kinds or kind in self.kinds

    def as_json(self) -> dict[str, Any]:
        """The settings as they are stored; `from_json` reads them back."""
        return {
            "topics": list(self.topics),
            "difficulty": list(self.difficulty),
            "length": self.length,
            "kinds": [kind.value for kind in self.kinds],
            "questions": [str(question) for question in self.questions],
        }

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> Settings:
        return cls(
            tuple(stored["topics"]),
            tuple(stored["difficulty"]),
            stored["length"],
            tuple(ItemKind(kind) for kind in stored["kinds"]),
            tuple(UUID(question) for question in stored["questions"]),
        )


@dataclass(frozen=True)
class Candidate:
    """A question that may be drawn."""

    id: UUID
    topics: frozenset[UUID]
    difficulty: str


def draw(candidates: Iterable[Candidate], count: int, rng: random.Random) -> list[Candidate]:
    """So many of the candidates in random order, spread evenly over topics and difficulty.

    Each next one is of the topic, then of the difficulty, that was drawn least so far. A question
    on several topics counts for each of them.
    """
    left = list(candidates)
    rng.shuffle(left)
    topics: Counter[UUID] = Counter()
    levels: Counter[str] = Counter()
    drawn: list[Candidate] = []
    while left and len(drawn) < count:
        place = min(range(len(left)), key=lambda at: _drawn(left[at], topics, levels))
        best = left[place]
        left[place] = left[-1]
        left.pop()
        topics.update(best.topics)
        levels[best.difficulty] += 1
        drawn.append(best)
    return drawn


def _drawn(candidate: Candidate, topics: Counter[UUID], levels: Counter[str]) -> tuple[float, int]:
    """How much was drawn already of what the candidate is about."""
    seen: Sequence[int] = [topics[topic] for topic in candidate.topics] or [sum(levels.values())]
    return sum(seen) / len(seen), levels[candidate.difficulty]
