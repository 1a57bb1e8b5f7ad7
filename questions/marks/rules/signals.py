"""What speaks for a point and what against it: the figures that the verdict rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

from .points import Point
from .readings import Reading
from .statements import Clause, Statement
from .thesaurus import english
from .tokens import tokens

PLENTY = 10.0
"""So much said is enough, in the unit of what words tell."""
FRESH = 3
"""So many ideas said are enough, the question's own and the label's not counted."""
NAMED, EMPTY = 0.5, 0.2
"""A label counts as named from this share; less than the other of the rest is as good as none."""


@dataclass(frozen=True)
class Signals:
    """Figures of one point of one answer, most of them shares from 0 to 1."""

    said: float = 0.0
    label: float = 0.0
    told: float = 0.0
    fresh: float = 0.0
    rival: float = 0.0
    turned_exact: float = 0.0
    others: float = 0.0
    others_bad: float = 0.0
    borrowed: float = 0.0
    asked: float = 0.0
    empty: float = 0.0

    def figures(self) -> dict[str, float]:
        return asdict(self)


def signals(found: Sequence[Reading], prompt: str) -> list[Signals]:
    """The figures of every point, each seen beside what the answer makes of the others."""
    if not found:
        return []
    whole = _Whole.of(found, prompt)
    return [_signals(found, order, whole) for order in range(len(found))]


@dataclass(frozen=True)
class _Whole:
    """What an answer does as a whole.

    Who knows says some points in other words and adds words of his own. Who exchanges, denies or
    guesses has the words of the question and of the points, and little else.
    """

    words: int
    worded: frozenset[int]
    """Where the words begin that are words of the points."""
    asked: float
    empty: float

    @classmethod
    def of(cls, found: Sequence[Reading], prompt: str) -> _Whole:
        evidence = found[0].sayings.evidence
        words = evidence.tokens[: evidence.words]
        question = {token.key for token in tokens(prompt, english())}
        count = max(1, len(words))
        return cls(
            words=count,
            worded=frozenset(start for reading in found for start in reading.sayings.worded()),
            asked=sum(word.key in question for word in words) / count,
            empty=sum(map(_empty, found)) / len(found),
        )

    def borrowed(self, reading: Reading) -> float:
        """Which share of the words are words of the points and do not earn this one."""
        return min(1.0, len(self.worded - _earning(reading)) / self.words)


def _signals(found: Sequence[Reading], order: int, whole: _Whole) -> Signals:
    reading = found[order]
    point, best = reading.sayings.point, reading.best
    beside = [other for at, other in enumerate(found) if at != order]
    count = max(1, len(beside))
    bare = Signals(
        others=sum(other.share for other in beside if not other.reasons) / count,
        others_bad=sum(other.bad for other in beside) / count,
        borrowed=whole.borrowed(reading),
        asked=whole.asked,
        empty=whole.empty,
    )
    if best is None or reading.main is None:
        return bare
    alone = reading.sayings.alone(reading.main)
    return replace(
        bare,
        said=best.share,
        label=_part(best, point, point.label),
        told=min(1.0, best.said / PLENTY),
        fresh=min(FRESH, _fresh(reading)) / FRESH,
        rival=_rival(found, order, reading.main) - alone.share,
        turned_exact=turned(reading) * max(0.0, alone.exact / best.total - 0.4),
    )


def _earning(reading: Reading) -> set[int]:
    """Where the point's own words begin that earn it."""
    if reading.best is None or reading.reasons:
        return set()
    places = reading.best.places(exact=True)
    return {reading.sayings.evidence.tokens[place.token].start for _, place in places}


def _fresh(reading: Reading) -> int:
    """How many ideas are said that neither the question nor the point's label has."""
    point = reading.sayings.point
    said = [point.ideas[order] for order, _ in reading.best.places()] if reading.best else []
    return sum(not idea.asked and idea.key not in point.label for idea in said)


def _empty(reading: Reading) -> bool:
    """Whether a label is named and next to nothing is said of what the point has to say of it."""
    point, best = reading.sayings.point, reading.best
    if best is None or _part(best, point, point.label) <= NAMED:
        return False
    return _part(best, point, point.keys - point.label) < EMPTY


def _part(best: Statement, point: Point, keys: frozenset[str]) -> float:
    """How much of one side of a point is said."""
    total = sum(idea.weight for idea in point.ideas if idea.key in keys)
    said = sum(
        best.found[order].worth for order, _ in best.places() if point.ideas[order].key in keys
    )
    return said / total if total else 0.0


def _rival(found: Sequence[Reading], order: int, clause: Clause) -> float:
    """How much of another point at most is said by the clause that says most of this one."""
    return max(
        (
            other.sayings.alone(clause).share
            for at, other in enumerate(found)
            if at != order and clause in other.sayings.by_clause
        ),
        default=0.0,
    )


def turned(reading: Reading) -> float:
    """Which share of the pairs of ideas stands in the other order, where three or more stand."""
    if reading.best is None:
        return 0.0
    evidence, point = reading.sayings.evidence, reading.sayings.point
    starts = [
        evidence.tokens[place.token].start
        for order, place in reading.best.places(exact=True)
        if point.ideas[order].value is None and evidence.clause_of(place.token) == reading.main
    ]
    if len(starts) < 3:
        return 0.0
    pairs = [one > other for at, one in enumerate(starts) for other in starts[at + 1 :]]
    return sum(pairs) / len(pairs)
