"""What is scored besides the key points: dimensions, each with four bands and their examples."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from questions.errors import Malformed

BANDS = ("strong no", "lean no", "lean yes", "strong yes")
"""The four bands, lowest first; a score is a band's number from 1 to 4."""

MOST_DIMENSIONS = 8


class NoSuchRubric(Malformed):
    """Dimensions that are too many, none, or called alike."""

    code = "no_such_rubric"


@dataclass(frozen=True)
class Band:
    """One band and what an answer in it sounds like."""

    score: int
    name: str
    example: str


@dataclass(frozen=True)
class Dimension:
    """One thing that is looked at, whatever the question."""

    key: str
    name: str
    examples: tuple[str, str, str, str]

    @property
    def bands(self) -> list[Band]:
        return [
            Band(n, name, example)
            for n, (name, example) in enumerate(zip(BANDS, self.examples, strict=True), 1)
        ]


DEFAULT = (
    Dimension(
        "depth",
        "Depth",
        (
            "Names the term, cannot say how it works.",
            "Explains the usual case; stops at the first “and why?”.",
            "Explains how it works and where its limits are.",
            "Goes to the mechanism, with figures, and says what they do not know.",
        ),
    ),
    Dimension(
        "trade-offs",
        "Trade-offs",
        (
            "One solution, taken for the only one.",
            "Names another way once asked, without saying when it wins.",
            "Weighs two ways by cost, latency or effort, and chooses.",
            "Says what would have to change for the other way to win.",
        ),
    ),
    Dimension(
        "diagnosis",
        "Diagnosis",
        (
            "Guesses a cause and would try changes.",
            "Would look at logs, without saying what for.",
            "Goes from symptom to cause by signals that tell causes apart.",
            "Halves the problem at each step, and would prevent the next one.",
        ),
    ),
    Dimension(
        "communication",
        "Communication",
        (
            "Hard to follow; answers another question.",
            "Follows a thread once it is pulled; many restarts.",
            "Answer first, then reasons; asks when a question is open.",
            "Leads the listener, checks they follow, sums up unasked.",
        ),
    ),
)


def dimensions_json(dimensions: Iterable[Dimension]) -> list[dict[str, Any]]:
    """Dimensions as they are stored with an interview or a template."""
    return [{"key": d.key, "name": d.name, "examples": list(d.examples)} for d in dimensions]


def dimensions_from(stored: Iterable[Mapping[str, Any]]) -> list[Dimension]:
    """Dimensions out of what was stored or sent; refuses what is none."""
    found: list[Dimension] = []
    for each in stored:
        examples = [str(text).strip()[:300] for text in each.get("examples", ())][:4]
        one, two, three, four = [*examples, *[""] * (4 - len(examples))]
        name = str(each.get("name", "")).strip()[:60]
        key = str(each.get("key") or name.lower())[:60]
        found.append(Dimension(key, name, (one, two, three, four)))
    if not all(d.name for d in found) or len({d.key for d in found}) < len(found):
        raise NoSuchRubric("Each dimension needs a name of its own.")
    if not 1 <= len(found) <= MOST_DIMENSIONS:
        raise NoSuchRubric(f"A rubric has one to {MOST_DIMENSIONS} dimensions.")
    return found
