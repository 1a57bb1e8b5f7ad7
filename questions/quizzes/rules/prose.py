"""What the running text of an answer says: its sentences, and whether they bear a point out.

A checklist is short, so what it says of one label may fit another. Where the answer itself says
much the same of that label in a sentence, and of no other, the point is that label's alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from questions.marks.rules import covered, ideas, meanings, meant

from . import clues

SHORTEST, LONGEST = 30, 200
NAMED = 0.5
"""How much of a label a sentence has to name to speak of it."""
_FENCE = re.compile(r"(?ms)^(?:```.*?^```|~~~.*?^~~~)")
_BLOCK = re.compile(r"(?m)^(?:\s*[-*+>|#].*?$|\*\*.*?$)")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z(`/])")
_CLAUSE = re.compile(r"(?<=[.!?;:])\s+|\n\s*\n|\n(?=\s*(?:[-*+]|\d+[.)])\s)")
# A line of a list that explains its own label, as the points themselves were written.
_LABELLED = re.compile(
    r"(?m)^\s*(?:[-*+]|\d+[.)])?\s*(?:\*\*|__)?[^\s:*_][^:\n]{0,60}(?::|\*\*|__).*$"
)
_FEWEST_WORDS = 4
_BEGINNING = 5
"""By so many letters words are the same word here: they are many, and reading them is slow."""
_OTHER = re.compile(r"[\W_]+")


def sentences(text: str) -> list[str]:
    """The sentences of a text without its lists and code, those of a length to be asked about."""
    plain = _BLOCK.sub("\n\n", _FENCE.sub("\n\n", text)).replace("`", "")
    return [
        sentence
        for block in re.split(r"\n\s*\n", plain)
        for sentence in _SENTENCE.split(" ".join(block.split()))
        if SHORTEST <= len(sentence) <= LONGEST and not sentence.endswith(":")
    ]


class Clause:
    """A part of a sentence; its ideas are read only where it speaks of what one asks about."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = _spread(text)

    @cached_property
    def ideas(self) -> frozenset[str]:
        return ideas(self.text)

    @cached_property
    def meant(self) -> frozenset[str]:
        """The ideas with all of like meaning."""
        return meant(self.text)

    def names(self, beginnings: Sequence[str]) -> float:
        """How many of some words stand here, 0 to 1."""
        return sum(one in self.words for one in beginnings) / max(1, len(beginnings))


class Passage:
    """The running text of an answer, without lines that explain a label of their own."""

    def __init__(self, text: str) -> None:
        self.text = _LABELLED.sub("\n", _FENCE.sub("\n\n", text))
        self.words = _spread(self.text)

    @cached_property
    def clauses(self) -> list[Clause]:
        found = _CLAUSE.split(self.text)
        return [Clause(clause) for clause in found if len(clause.split()) >= _FEWEST_WORDS]


def backs(passages: Iterable[Passage], label: str, said: frozenset[str]) -> float:
    """How much of some ideas one clause has that speaks of a label, 0 to 1."""
    return max(
        (covered(said, clause.ideas) for clause in _about(passages, label, NAMED)), default=0.0
    )


def fits(passages: Iterable[Passage], label: str, said: str) -> float:
    """How much of what is said some clause says, in whatever words, that has the label whole."""
    wanted = meanings(said)
    return max(
        (
            sum(not one.isdisjoint(clause.meant) for one in wanted) / max(1, len(wanted))
            for clause in _about(passages, label, 1.0)
        ),
        default=0.0,
    )


def _about(passages: Iterable[Passage], label: str, named: float) -> Iterator[Clause]:
    """The clauses that have so much of a label."""
    beginnings = [f" {word[:_BEGINNING]}" for word in sorted(clues.words(label))]
    for passage in passages:
        if any(one in passage.words for one in beginnings):
            yield from (clause for clause in passage.clauses if clause.names(beginnings) >= named)


def _spread(text: str) -> str:
    """The words of a text in small letters, each behind a blank."""
    return f" {_OTHER.sub(' ', text.casefold())}"
