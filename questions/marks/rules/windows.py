"""Neighbouring clauses of an answer read together, and what they say of a point's ideas."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from .evidence import Evidence, Hits, Place
from .points import Idea

SENTENCES = 2
CLAUSES = 7
"""How many sentences and clauses at most are read as one statement."""
LOOSE = 0.5
"""What it counts that something is said which a point denies."""
STRETCH = 0.03
"""What each further clause costs of the share, so that the closest statement is taken."""

Clause = tuple[int, int]
"""A sentence and a clause, both counted through the whole answer."""


@dataclass
class Window:
    """What some clauses say: weights of ideas, and the tokens that say them."""

    first: Clause
    last: Clause
    agreed: float = 0.0
    denied: float = 0.0
    opposed: float = 0.0
    wrong_number: float = 0.0
    counted: int = 0
    refused: int = 0
    said: dict[int, Place] = field(default_factory=dict)

    def take(self, order: int, idea: Idea, kind: int, sure: float, place: Place) -> None:
        """Count an idea that is said (0), denied (1) or has something else in its place (2)."""
        weight = idea.weight * sure
        self.counted += 1
        if kind == 0:
            self.agreed += weight
            self.said[order] = place
        elif kind == 1:
            self.denied += weight * (1.0 if idea.denied > 0 else LOOSE)
            self.refused += idea.denied > 0
        elif idea.value is not None:
            self.wrong_number += weight
        else:
            self.opposed += weight

    @property
    def touched(self) -> float:
        """The weight of all ideas that are spoken of, for or against."""
        return self.agreed + self.denied + self.opposed + self.wrong_number


def windows(evidence: Evidence, ideas: Sequence[Idea]) -> list[Window]:
    """Every window that begins with a clause in which something of the ideas stands."""
    by_clause = _by_clause(evidence, [evidence.hits(idea) for idea in ideas])
    clauses = sorted(by_clause)
    found = []
    for order, first in enumerate(clauses):
        near = []
        for last in clauses[order : order + CLAUSES]:
            if last[1] >= first[1] + CLAUSES or last[0] >= first[0] + SENTENCES:
                break
            near.append(by_clause[last])
            found.append(_window(evidence, first, last, ideas, near))
    return found


_Here = dict[int, tuple[list[Place], list[Place], list[Place]]]


def _by_clause(evidence: Evidence, hits: Sequence[Hits]) -> dict[Clause, _Here]:
    """For each sentence and clause the places of each idea in it."""
    found: dict[Clause, _Here] = defaultdict(dict)
    for order, hit in enumerate(hits):
        for kind, places in enumerate((hit.said, hit.denied, hit.opposed)):
            for place in places:
                token = evidence.tokens[place[0]]
                here = found[token.sentence, token.clause]
                here.setdefault(order, ([], [], []))[kind].append(place)
    return found


def _window(
    evidence: Evidence, first: Clause, last: Clause, ideas: Sequence[Idea], near: Sequence[_Here]
) -> Window:
    """Give each word of some clauses to the one idea that it speaks of most surely."""
    window = Window(first, last)
    taken: list[tuple[int, int, int]] = []
    done: set[int] = set()
    for sure, kind, order, place in sorted(_candidates(near), key=lambda found: found[:3]):
        token = evidence.tokens[place[0]]
        phrase = place[3]
        if order in done or any(
            start < token.end and token.start < end and not 0 <= phrase == other
            for start, end, other in taken
        ):
            continue
        done.add(order)
        taken.append((token.start, token.end, phrase))
        window.take(order, ideas[order], kind, -sure, place)
    return window


def _candidates(near: Sequence[_Here]) -> Iterator[tuple[float, int, int, Place]]:
    for here in near:
        for order, kinds in here.items():
            for kind, places in enumerate(kinds):
                for place in places:
                    yield -place[2], kind, order, place
