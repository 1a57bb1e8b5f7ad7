"""Items of the starter bank without a database, and what their reading said of them."""

from __future__ import annotations

import hashlib
import random
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from questions.bank.rules import identity
from questions.bank.rules.states import Kind
from questions.ingest import found
from questions.quizzes import rules
from questions.quizzes.rules import Made, Told

CONTENT = Path(__file__).parents[2] / "content"
VERDICTS = Path(__file__).parent / "verdicts.toml"
SEED = 2026
READ = 200
"""So many items are shipped, and read."""


@dataclass(frozen=True)
class Read:
    """An item as a reader sees it: the options in their order, the right one named."""

    kind: str
    prompt: str
    statement: str
    options: tuple[str, ...]
    right: str

    @property
    def digest(self) -> str:
        """What it is known by in the list of verdicts; the order of options does not matter."""
        said = "|".join([self.kind, self.prompt, self.statement, *sorted(self.options), self.right])
        return hashlib.sha256(said.encode()).hexdigest()[:12]

    @property
    def longest_is_right(self) -> bool:
        return all(len(self.right) > len(one) for one in self.options if one != self.right)


@cache
def bank() -> tuple[Told, ...]:
    """The open questions of the house's documents, in their order."""
    told = []
    for path in sorted(CONTENT.glob("*/*.md")):
        for given in found.read(path.name, path.read_bytes()).given:
            if given.kind is Kind.OPEN:
                topics = frozenset(uuid5(NAMESPACE_URL, topic) for topic in given.topics)
                points = tuple(point.text for point in given.points)
                opening = identity.opening(given.answer)
                id = uuid5(NAMESPACE_URL, f"{path.name} {given.first_line}")
                told.append(Told(id, given.prompt, opening, points, (given.answer,), topics))
    return tuple(told)


@cache
def native() -> tuple[Read, ...]:
    """The choice questions that the documents ask as they stand."""
    found_ = []
    for path in sorted(CONTENT.glob("*/*.md")):
        for given in found.read(path.name, path.read_bytes()).given:
            if given.kind is Kind.CHOICE:
                right = " + ".join(choice.text for choice in given.choices if choice.correct)
                options = tuple(choice.text for choice in given.choices)
                found_.append(Read("native", given.prompt, "", options, right))
    return tuple(found_)


def every(seed: int = SEED) -> Iterator[Read]:
    """At most one item of each kind from each question, the same for the same seed."""
    for told in bank():
        rng = random.Random(f"{seed} {told.id}")
        if made := rules.make_choice(told, bank(), rng):
            yield _read("choice", told, "", made)
        if gap := rules.gap_of_amount(told, rng):
            yield _read("amount", told, *gap)
        if gap := rules.gap_of_term(told, bank(), rng):
            yield _read("term", told, *gap)
        if steps := rules.steps_of(told, rng):
            right = " → ".join(text for _, text in sorted(steps))
            yield Read("order", told.prompt, "", tuple(text for _, text in steps), right)


def _read(kind: str, told: Told, statement: str, made: list[Made]) -> Read:
    [right] = [option.text for option in made if option.correct]
    return Read(kind, told.prompt, statement, tuple(option.text for option in made), right)


def sample(count: int = READ, seed: int = SEED) -> list[Read]:
    """So many items of all kinds: all of the rarer ones, and terms to make up the number.

    Where one seed makes too few, the next ones make others: other gaps first, and then the same
    gap or statement among other options.
    """
    gaps: dict[tuple[str, ...], Read] = {}
    again: dict[str, Read] = {}
    for next_seed in range(seed, seed + 5):
        for item in every(next_seed):
            first = gaps.setdefault((item.kind, item.prompt, item.statement), item)
            if first.digest != item.digest:
                again.setdefault(item.digest, item)
        if len(native()) + len(gaps) >= count:
            break
    rare = [*native(), *(item for item in gaps.values() if item.kind != "term")]
    terms = [item for item in gaps.values() if item.kind == "term"]
    random.Random(seed).shuffle(terms)
    return [*rare, *terms, *again.values()][:count]


@cache
def verdicts() -> dict[str, tuple[bool, str]]:
    """What the reading said, by digest: whether it is sound, else why not."""
    rows = tomllib.loads(VERDICTS.read_text("utf-8"))["item"]
    return {
        row["digest"]: (
            row["sound"],
            row.get("reason", ""),
        )
        for row in rows
    }
