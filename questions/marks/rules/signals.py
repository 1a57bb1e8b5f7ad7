"""What speaks for a point and what against it: the figures that the verdict rests on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from .points import Point
from .readings import Reading
from .statements import Clause, Statement

PLENTY = 10.0
"""So much said is enough, in the unit of what words tell."""
_STORY = re.compile(
    r"^(?:tell me|describe (?:a|how you|someone)|when did you|how did you|give an example)\b"
    r"|\b(?:you|your) (?:had|were|did|made|have|led)\b|\bhave you\b|\bdo you (?:want|deal)\b"
    r"|\byour (?:\w+ )?(?:manager|boss|team|colleagues?|part|weakness|strengths?|failure|career)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Signals:
    """Figures of one point of one answer, most of them shares from 0 to 1."""

    said: float = 0.0
    label: float = 0.0
    told: float = 0.0
    rival: float = 0.0
    of_another: float = 0.0
    turned_exact: float = 0.0
    others: float = 0.0
    others_story: float = 0.0
    others_bad: float = 0.0
    negated_exact: float = 0.0
    stretch: float = 0.0
    ideas: float = 0.0
    labelled: float = 0.0

    def figures(self) -> dict[str, float]:
        return asdict(self)


def signals(found: Sequence[Reading], prompt: str) -> list[Signals]:
    """The figures of every point, each seen beside what the answer makes of the others."""
    story = float(bool(_STORY.search(prompt)))
    return [_signals(found, order, story) for order in range(len(found))]


def _signals(found: Sequence[Reading], order: int, story: float) -> Signals:
    reading = found[order]
    point, best = reading.sayings.point, reading.best
    beside = [other for at, other in enumerate(found) if at != order]
    count = max(1, len(beside))
    others = sum(other.share for other in beside if not other.reasons) / count
    others_bad = sum(other.bad for other in beside) / count
    bare = Signals(
        others=others,
        others_story=others * story,
        others_bad=others_bad,
        ideas=len(point.ideas),
        labelled=float(bool(point.label)),
    )
    if best is None or reading.main is None:
        return bare
    alone = reading.sayings.alone(reading.main)
    exact, share = best.exact / best.total, best.share
    return Signals(
        **{
            **bare.figures(),
            "said": share,
            "label": _part(best, point, point.label),
            "told": min(1.0, best.said / PLENTY),
            "rival": _rival(found, order, reading.main) - alone.share,
            "of_another": reading.of_another,
            "turned_exact": turned(reading) * max(0.0, alone.exact / best.total - 0.4),
            "negated_exact": exact * _negated(reading),
            "stretch": best.stretch,
        }
    )


def _part(best: Statement, point: Point, keys: frozenset[str]) -> float:
    """How much of one side of a point is said."""
    total = sum(idea.weight for idea in point.ideas if idea.key in keys)
    said = sum(
        best.found[order].worth for order, _ in best.places() if point.ideas[order].key in keys
    )
    return said / total if total else 0.0


def _negated(reading: Reading) -> bool:
    """Whether the words that deny make another sign than those of the point."""
    if reading.best is None:
        return False
    evidence = reading.sayings.evidence
    clauses = {evidence.tokens[found.place.token].clause for found in reading.best.found.values()}
    count = sum(evidence.denials[clause] for clause in clauses)
    return (count + reading.sayings.point.denials) % 2 == 1


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
