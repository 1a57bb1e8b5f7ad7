"""Neighbouring clauses of an answer read together as one statement, and what it says of a point."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum

from .evidence import Evidence, Place
from .points import Idea, Point

CLAUSES = 7
"""How many clauses of one sentence at most are read as one statement."""
STRETCH = 0.03
"""What each further clause costs of the share, so that the closest statement is taken."""
OFTEN = 12
"""How many places in one clause are looked at for one idea, however often it repeats itself."""
CLEAN = 0.6
"""How much a statement must say to count before one that speaks of more and contradicts it."""

Clause = tuple[int, int]
"""A sentence and a clause, both counted through the whole answer."""


class Way(Enum):
    """How a place bears on an idea."""

    SAID = 0
    DENIED = 1
    OPPOSED = 2


@dataclass(frozen=True)
class Found:
    """The surest place that bears on an idea, the way it does, and what it tells at most."""

    way: Way
    place: Place
    worth: float


@dataclass
class Statement:
    """What some clauses say of a point: for each idea spoken of what was found, and the sums."""

    first: Clause
    last: Clause
    total: float
    found: dict[int, Found] = field(default_factory=dict)
    said: float = 0.0
    exact: float = 0.0
    denied: float = 0.0
    opposed: float = 0.0
    wrong_number: float = 0.0

    def take(self, order: int, idea: Idea, way: Way, place: Place) -> None:
        """Count an idea; a loose synonym tells no more than its whole group does."""
        worth = min(idea.weight, place.tells) * place.sure
        self.found[order] = Found(way, place, worth)
        if way is Way.SAID:
            self.said += worth
            self.exact += idea.weight if place.exact else 0
        elif way is Way.DENIED:
            self.denied += worth
        elif idea.value is not None:
            self.wrong_number += worth
        else:
            self.opposed += worth

    @property
    def touched(self) -> float:
        """The weight of all ideas that are spoken of, for or against."""
        return self.said + self.denied + self.opposed + self.wrong_number

    @property
    def refused(self) -> float:
        """Which share of the ideas spoken of is denied, each counted alike."""
        return sum(found.way is Way.DENIED for found in self.found.values()) / len(self.found)

    @property
    def share(self) -> float:
        """How much of the point is said, 0 to 1."""
        return min(1.0, self.said / self.total)

    @property
    def stretch(self) -> int:
        """How many clauses it takes beyond the first."""
        return self.last[1] - self.first[1]

    def places(self, *, exact: bool = False) -> Iterator[tuple[int, Place]]:
        """The ideas that are said, in the order of the point, each with its place."""
        for order, found in sorted(self.found.items()):
            if found.way is Way.SAID and (found.place.exact or not exact):
                yield order, found.place


_Here = dict[int, list[tuple[Way, Place]]]


class Sayings:
    """Every place of an answer that bears on one point, by clause."""

    def __init__(self, evidence: Evidence, point: Point) -> None:
        self.evidence = evidence
        self.point = point
        self.total = point.total
        self.by_clause: dict[Clause, _Here] = defaultdict(dict)
        for order, idea in enumerate(point.ideas):
            hits = evidence.hits(idea)
            for way, places in zip(Way, (hits.said, hits.denied, hits.opposed), strict=True):
                for place in places:
                    token = evidence.tokens[place.token]
                    here = self.by_clause[token.sentence, token.clause].setdefault(order, [])
                    if len(here) < OFTEN:
                        here.append((way, place))

    def best(self) -> Statement | None:
        """The closest statement that speaks most of the point, for or against it.

        Where that one contradicts it, and another of the same sentence says enough of it without,
        the other counts: "you need not keep servers, because the provider manages them".
        """
        found = [(self._worth(made), made) for made in self._statements()]
        if not found:
            return None
        best = max(found, key=lambda one: one[0])[1]
        if best.touched == best.said:
            return best
        clean = [
            (worth, made)
            for worth, made in found
            if made.touched == made.said >= CLEAN * self.total and made.first[0] == best.first[0]
        ]
        return max(clean, key=lambda one: one[0])[1] if clean else best

    def _worth(self, made: Statement) -> float:
        return made.touched / self.total - STRETCH * made.stretch + 0.001 * made.said

    def _statements(self) -> Iterator[Statement]:
        """Every statement that begins with a clause in which something of the point stands."""
        clauses = sorted(self.by_clause)
        for at, first in enumerate(clauses):
            near: list[_Here] = []
            for last in clauses[at : at + CLAUSES]:
                if last[1] >= first[1] + CLAUSES or last[0] != first[0]:
                    break
                near.append(self.by_clause[last])
                yield self.statement(first, last, near)

    def alone(self, clause: Clause) -> Statement:
        """What a single clause says of the point."""
        near = [self.by_clause[clause]] if clause in self.by_clause else []
        return self.statement(clause, clause, near)

    def statement(self, first: Clause, last: Clause, near: Sequence[_Here]) -> Statement:
        """Give each word of some clauses to the one idea that it speaks of most surely."""
        made = Statement(first, last, self.total)
        taken: list[tuple[int, int, int]] = []
        for order, way, place in sorted(_candidates(near), key=_surest):
            token = self.evidence.tokens[place.token]
            if order in made.found or any(
                start < token.end and token.start < end and not 0 <= place.phrase == other
                for start, end, other in taken
            ):
                continue
            taken.append((token.start, token.end, place.phrase))
            made.take(order, self.point.ideas[order], way, place)
        return made

    def main(self, statement: Statement) -> Clause:
        """The clause of a statement that speaks most of the point."""
        weights: dict[Clause, float] = defaultdict(float)
        for order, found in statement.found.items():
            token = self.evidence.tokens[found.place.token]
            weight = self.point.ideas[order].weight * found.place.sure
            weights[token.sentence, token.clause] += weight
        return max(sorted(weights), key=weights.__getitem__)

    def worded(self) -> Iterator[int]:
        """Where each word begins that bears on the point and is the point's own."""
        for here in self.by_clause.values():
            for places in here.values():
                for _, place in places:
                    if place.exact:
                        yield self.evidence.tokens[place.token].start

    def exact_in(self, clause: Clause) -> frozenset[str]:
        """The ideas of the point that a clause says with their own words."""
        return frozenset(
            self.point.ideas[order].key
            for order, places in self.by_clause.get(clause, {}).items()
            if any(way is Way.SAID and place.exact for way, place in places)
        )


def _candidates(near: Sequence[_Here]) -> Iterator[tuple[int, Way, Place]]:
    for here in near:
        for order, places in here.items():
            for way, place in places:
                yield order, way, place


def _surest(found: tuple[int, Way, Place]) -> tuple[float, int, int]:
    order, way, place = found
    return -place.sure, way.value, order
