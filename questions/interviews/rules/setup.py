"""What a mentor chooses for a script, and a question that they write themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from questions.errors import Malformed

from .drawing import MOST
from .stages import ASKING, Stage

MINUTES = (10, 240)
LONGEST_PROMPT = 4000


class NoSuchScript(Malformed):
    """A script of more questions or another length than there can be."""

    code = "no_such_script"


@dataclass(frozen=True)
class Setup:
    """The choices of a script."""

    topics: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    number: int = 5
    minutes: int = 45

    def __post_init__(self) -> None:
        if not 0 <= self.number <= MOST:
            raise NoSuchScript(f"A script has at most {MOST} questions.")
        if not MINUTES[0] <= self.minutes <= MINUTES[1]:
            raise NoSuchScript("An interview takes 10 to 240 minutes.")

    def as_json(self) -> dict[str, Any]:
        return {
            "topics": list(self.topics),
            "levels": list(self.levels),
            "number": self.number,
            "minutes": self.minutes,
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Setup:
        return cls(
            tuple(stored.get("topics", ())),
            tuple(stored.get("levels", ())),
            stored.get("number", 5),
            stored.get("minutes", 45),
        )


@dataclass(frozen=True)
class Own:
    """A question of the mentor's own, for one script or a template."""

    prompt: str
    answer: str = ""
    points: tuple[tuple[str, bool], ...] = ()
    hints: tuple[str, ...] = ()
    follow_ups: tuple[str, ...] = ()
    stage: Stage = Stage.CORE

    def __post_init__(self) -> None:
        if not self.prompt.strip() or len(self.prompt) > LONGEST_PROMPT:
            raise NoSuchScript("A question of your own needs some words, 4,000 letters at most.")
        if self.stage not in ASKING:
            raise NoSuchScript("Questions are asked to warm up, in the core, or to go deep.")
        if len(self.points) > 12 or len(self.hints) > 12 or len(self.follow_ups) > 12:
            raise NoSuchScript("A question has at most twelve points, hints and follow-ups.")

    def as_json(self) -> dict[str, Any]:
        return {
            "prompt": self.prompt,
            "answer": self.answer,
            "points": [list(point) for point in self.points],
            "hints": list(self.hints),
            "follow_ups": list(self.follow_ups),
            "stage": self.stage.value,
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Own:
        return cls(
            stored["prompt"],
            stored.get("answer", ""),
            tuple((text, core) for text, core in stored.get("points", ())),
            tuple(stored.get("hints", ())),
            tuple(stored.get("follow_ups", ())),
            Stage(stored.get("stage", Stage.CORE.value)),
        )


def points_of(text: str) -> tuple[tuple[str, bool], ...]:
    """A checklist typed one point a line; those that begin with a star are core.

    Where none has a star the first one is core: without a core point no answer can fail.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    found = [(line.lstrip("*").strip()[:300], line.startswith("*")) for line in lines]
    if found and not any(core for _, core in found):
        found[0] = (found[0][0], True)
    return tuple(point for point in found if point[0])
