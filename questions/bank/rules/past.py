"""What a question said at one moment, what an editor holds against its document, and changes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any

from .difficulty import Source
from .given import Given, dumped, loaded, part
from .states import State

HELD = ("prompt", "answer", "kind", "choices", "points", "topics", "difficulty")
"""What an editor may change; a re-reading leaves what they did change as it is."""


class Way(Enum):
    """How a question came to change."""

    READ = "read"
    EDITED = "edited"
    REVERTED = "reverted"
    UNDONE = "undone"


@dataclass(frozen=True)
class Past:
    """A question as it stood; `said` is what its document says of the fields that are held."""

    given: Given
    state: State
    chosen: bool = False
    said: Mapping[str, Any] = field(default_factory=dict)

    @property
    def raw(self) -> Given:
        """As the document alone has it."""
        return held(self.given, self.said)


def past_dumped(past: Past) -> dict[str, Any]:
    """A moment as JSON."""
    return {
        "given": dumped(past.given),
        "state": past.state.value,
        "chosen": past.chosen,
        "said": dict(past.said),
    }


def past_loaded(data: Mapping[str, Any]) -> Past:
    """What `past_dumped` said."""
    return Past(loaded(data["given"]), State(data["state"]), data["chosen"], data["said"])


def held(given: Given, fields: Mapping[str, Any]) -> Given:
    """What was read, with these fields (as JSON has them) in place of its own."""
    if not fields:
        return given
    own = {name: part(name, value) for name, value in fields.items()}
    if "difficulty" in own and "difficulty_source" not in own:
        own["difficulty_source"] = Source.EDITOR
    return replace(given, **own)


def differing(wanted: Given, raw: Given) -> tuple[str, ...]:
    """The fields in which an editor wants something else than the document says."""
    found = {name for name in HELD if getattr(wanted, name) != getattr(raw, name)}
    if found & {"answer", "choices"}:
        # A checklist goes with the answer that it was taken from.
        found.add("points")
    return tuple(name for name in HELD if name in found)


def values(given: Given, names: tuple[str, ...]) -> dict[str, Any]:
    """These fields as JSON has them; a level goes with who says so."""
    more = ("difficulty_source",) if "difficulty" in names else ()
    everything = dumped(given)
    return {name: _json(everything[name]) for name in (*names, *more)}


def _json(value: Any) -> Any:
    """Enums and tuples as JSON gives them back, so that equal ones compare equal."""
    return json.loads(json.dumps(value, default=lambda one: one.value))


class What(Enum):
    """What a reading does to one question."""

    NEW = "new"
    UPDATED = "updated"
    RETIRED = "retired"


class Look(Enum):
    """Why somebody should look at a question before it is studied."""

    NO_ANSWER = "no_answer"
    NO_KEY = "no_key"
    UNCLEAR = "unclear"


@dataclass(frozen=True)
class Change:
    """One question before and after; `key` names it when a part of the changes is left out.

    `twin` is the title of the question that it folds into.
    """

    key: str
    what: What
    title: str
    before: Past | None
    after: Past | None
    looks: tuple[Look, ...] = ()
    twin: str = ""


@dataclass(frozen=True)
class Changes:
    """What a writing would do, in the document's order; what left it comes last."""

    every: tuple[Change, ...]
    unchanged: int

    def count(self, what: What) -> int:
        """How many questions are changed in this way."""
        return sum(change.what is what for change in self.every)


def texts(given: Given) -> dict[str, str]:
    """What a question says in its parts, each as text, for showing what differs."""
    choices = (f"[{'x' if c.correct else ' '}] {c.text}" for c in given.choices)
    points = (f"{p.text} (core)" if p.core else p.text for p in given.points)
    return {
        "prompt": given.prompt,
        "choices": "\n".join(choices),
        "answer": given.answer,
        "points": "\n".join(points),
        "topics": ", ".join(given.topics),
        "difficulty": given.difficulty.value,
    }


def past_texts(past: Past) -> dict[str, str]:
    """What a question said at a moment, and whether it stood in the bank."""
    return {**texts(past.given), "state": past.state.value}
