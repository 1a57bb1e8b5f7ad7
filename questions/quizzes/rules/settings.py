"""What a learner asks for: how a quiz goes, and what its questions are about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any
from uuid import UUID

from questions.errors import Malformed

from .clock import said

LENGTHS = (5, 10, 20, 40)
"""The lengths that the page offers."""
LONGEST = 100
"""The most questions a quiz may have."""
MOST_MINUTES = 600
PER_QUESTION = 90
"""Seconds that an exam gives for a question unless its minutes are named."""
SPRINT = 120
"""Seconds of a sprint unless its minutes are named."""
RUN = 60
"""More questions than anybody reaches in a sprint; what was not reached does not count."""


class ItemKind(Enum):
    """How an item wants to be answered."""

    CHOICE = "choice"
    CLOZE = "cloze"
    ORDER = "order"
    TYPED = "typed"
    SPOKEN = "spoken"

    @property
    def picks(self) -> bool:
        """Whether it is answered by picking options."""
        return self in (ItemKind.CHOICE, ItemKind.CLOZE)

    @property
    def marked(self) -> bool:
        """Whether it is marked by key points."""
        return self in (ItemKind.TYPED, ItemKind.SPOKEN)


WRITTEN = (ItemKind.CHOICE, ItemKind.CLOZE, ItemKind.ORDER, ItemKind.TYPED)
"""The kinds of a quiz that says nothing of kinds: all that need no voice."""
QUICK = (ItemKind.CHOICE, ItemKind.CLOZE)


class Mode(Enum):
    """How a quiz goes."""

    PRACTICE = "practice"
    EXAM = "exam"
    MISTAKES = "mistakes"
    ADAPTIVE = "adaptive"
    SPRINT = "sprint"

    @property
    def tells(self) -> bool:
        """Whether an answer is marked at once; else it may be changed until all are handed in."""
        return self is not Mode.EXAM


@dataclass(frozen=True)
class Settings:
    """What a learner asked for. No topics, difficulty or kinds: any. `questions` names them all."""

    topics: tuple[str, ...] = ()
    difficulty: tuple[str, ...] = ()
    length: int = 10
    kinds: tuple[ItemKind, ...] = WRITTEN
    questions: tuple[UUID, ...] = ()
    mode: Mode = Mode.PRACTICE
    minutes: int = 0
    certainty: bool = False
    close: datetime | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.length <= LONGEST:
            raise Malformed(f"A quiz has 1 to {LONGEST} questions.")
        if not 0 <= self.minutes <= MOST_MINUTES:
            raise Malformed(f"A quiz takes at most {MOST_MINUTES} minutes.")

    @property
    def asked_kinds(self) -> tuple[ItemKind, ...]:
        """The kinds as the mode allows them: no rehearsing aloud in an exam, a sprint is quick."""
        kinds = self.kinds or WRITTEN
        if self.mode is Mode.SPRINT:
            return tuple(kind for kind in kinds if kind in QUICK) or QUICK
        if self.mode is Mode.EXAM:
            return tuple(kind for kind in kinds if kind is not ItemKind.SPOKEN) or WRITTEN
        return kinds

    @property
    def is_unusual(self) -> bool:
        """Whether its mode, kinds, time or marks are others than those of most quizzes."""
        usual = (Mode.PRACTICE, Mode.EXAM, Mode.MISTAKES)
        other = self.mode not in usual or self.kinds not in ((), WRITTEN)
        return other or self.certainty or self.minutes > 0

    @property
    def seconds(self) -> int | None:
        """How long the quiz may take; None for as long as one likes."""
        if self.minutes:
            return 60 * self.minutes
        match self.mode:
            case Mode.EXAM:
                return PER_QUESTION * self.length
            case Mode.SPRINT:
                return SPRINT
        return None

    @property
    def limit(self) -> str:
        """How long the quiz may take, in words; nothing where it has no limit."""
        return said(self.seconds) if self.seconds else ""

    @property
    def drawn(self) -> int:
        """How many questions the quiz is made of: for a sprint more than anybody reaches."""
        return max(self.length, RUN) if self.mode is Mode.SPRINT else self.length

    def allows(self, kind: ItemKind) -> bool:
        return kind in self.asked_kinds

    def as_json(self) -> dict[str, Any]:
        """The settings as they are stored; `from_json` reads them back."""
        return {
            "topics": list(self.topics),
            "difficulty": list(self.difficulty),
            "length": self.length,
            "kinds": [kind.value for kind in self.kinds],
            "questions": [str(question) for question in self.questions],
            "mode": self.mode.value,
            "minutes": self.minutes,
            "certainty": self.certainty,
            "close": self.close.isoformat() if self.close else None,
        }

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> Settings:
        """Settings that were stored, also before quizzes had modes."""
        close = stored.get("close")
        return cls(
            tuple(stored["topics"]),
            tuple(stored["difficulty"]),
            stored["length"],
            tuple(ItemKind(kind) for kind in stored["kinds"]),
            tuple(UUID(question) for question in stored["questions"]),
            Mode(stored.get("mode", Mode.PRACTICE.value)),
            stored.get("minutes", 0),
            stored.get("certainty", False),
            datetime.fromisoformat(close) if close else None,
        )
