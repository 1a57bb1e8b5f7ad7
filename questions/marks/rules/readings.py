"""One point in an answer: the statement that speaks most of it, and what contradicts it there."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from .contrast import Mention, Subject, mentions, of_another, subjects, swapped
from .evidence import Evidence
from .points import Point
from .roles import roles
from .statements import Clause, Sayings, Statement, Way

DENIED, REFUSED, OPPOSED, RIVAL = 0.3, 0.34, 0.35, 0.6
"""From which share of what is said a denial, opposites, or another's subject contradict a point."""
SETTLED = {"roles": 0.0, "number": 0.35, "denied": 0.6, "opposed": 0.85, "subject": 0.85}
"""How much of a point must be spoken of for a contradiction to settle the matter, by its kind."""
WORDED = 0.8
"""How much of a point must stand in one clause in its own words for their order to matter."""
VERBATIM = 0.6
"""How much of it must, to be the point itself, recited with a word or two left out."""
SPOKEN = 0.35
"""How much of a contradicted point must be spoken of to count against the whole answer."""
NEXT = 2
"""How many words apart neighbours stand."""


@dataclass
class Reading:
    """One point in an answer: the statement that speaks most of it, and what undoes that."""

    sayings: Sayings
    best: Statement | None
    main: Clause | None
    of_another: float = 0.0
    reasons: tuple[str, ...] = ()
    same: bool = False
    """Whether it says the point with opposite words: "a cat is smaller than a dog"."""

    @property
    def share(self) -> float:
        return self.best.share if self.best else 0.0

    @property
    def verbatim(self) -> bool:
        """Whether a single clause has most of the point in its own words."""
        if self.best is None or self.main is None or self.reasons:
            return False
        return self.same or self.sayings.alone(self.main).exact >= VERBATIM * self.best.total

    @property
    def spoken(self) -> float:
        """How much of the point is spoken of, for or against it."""
        return self.best.touched / self.best.total if self.best else 0.0

    @property
    def bad(self) -> bool:
        """Whether the answer speaks of the point and contradicts it."""
        return bool(self.reasons) and self.spoken > SPOKEN

    @property
    def refuted(self) -> bool:
        """Whether nothing can save the point: nothing of it is said, or all is contradicted."""
        if self.says_nothing_new:
            return True
        return any(self.spoken >= SETTLED[why] for why in self.reasons)

    @property
    def says_nothing_new(self) -> bool:
        """Whether nothing is said, or only words of the question where the point has others."""
        ideas = self.sayings.point.ideas
        said = [ideas[order] for order, _ in self.best.places()] if self.best else []
        fresh = not all(idea.asked for idea in ideas)
        return not said or (fresh and all(idea.asked for idea in said))


def readings(evidence: Sequence[Evidence], points: Sequence[Point], prompt: str) -> list[Reading]:
    """What an answer, read once for each point, says of all points of a question."""
    about = subjects(points, prompt)
    found = []
    for read, point in zip(evidence, points, strict=True):
        sayings = Sayings(read, point)
        best = sayings.best()
        found.append(Reading(sayings, best, sayings.main(best) if best else None))
    mains = [reading.main for reading in found]
    every = [reading.sayings for reading in found]
    for order, reading in enumerate(found):
        if reading.best is not None:
            named = mentions(evidence[order], points, about, order)
            _judge(reading, about[order], named, swapped=swapped(every, mains, order))
    return found


def _judge(reading: Reading, about: Subject, named: Sequence[Mention], *, swapped: bool) -> None:
    """Note what undoes the statement that speaks most of a point."""
    best, evidence, point = reading.best, reading.sayings.evidence, reading.sayings.point
    if best is None or reading.main is None:
        return
    reading.of_another = of_another(evidence, point, about, named, best)
    touched = max(best.touched, 0.1)
    worded = reading.sayings.alone(reading.main).exact >= WORDED * best.total
    turn = _way(reading)
    signs = {
        "denied": best.denied > DENIED * touched or best.refused > REFUSED,
        "opposed": best.opposed > OPPOSED * touched
        or (touched >= SETTLED["opposed"] * best.total and opposed_in_place(reading.sayings, best)),
        "number": best.wrong_number > 0,
        "subject": swapped or reading.of_another > RIVAL,
        "roles": (worded and turn < 0) or exchanged(reading.sayings, best),
    }
    if turn > 0:
        signs = {}  # "a cat is smaller than a dog" is "a dog is larger than a cat"
        reading.same = True
    reading.reasons = tuple(why for why, holds in signs.items() if holds)


def exchanged(sayings: Sayings, best: Statement) -> bool:
    """Whether things that a point tells apart stand in each other's company throughout.

    "A role for streams, a policy for buckets" is not "a policy for streams, a role for buckets".
    """
    clauses: dict[str, set[int]] = defaultdict(set)
    for idea in sayings.point.ideas:
        clauses[idea.key].add(idea.clause)
    here: dict[Clause, Counter[int]] = defaultdict(Counter)
    for order, place in best.places(exact=True):
        idea = sayings.point.ideas[order]
        if idea.key not in sayings.point.label and len(clauses[idea.key]) == 1:
            here[sayings.evidence.clause_of(place.token)][idea.clause] += 1
    mixed = [count for count in here.values() if len(count) > 1]
    straight = [count for count in here.values() if len(count) == 1 and count.total() > 1]
    return len(mixed) > 1 and not straight


def opposed_in_place(sayings: Sayings, best: Statement) -> bool:
    """Whether an opposite stands beside the same word as in the point: "higher cost"."""
    for clause, here in sayings.by_clause.items():
        if not best.first <= clause <= best.last:
            continue
        said = {
            order: {place.token for way, place in places if way is Way.SAID and place.sure >= 0.7}
            for order, places in here.items()
        }
        for order, places in here.items():
            kept = best.found.get(order)
            if sayings.point.ideas[order].value or (kept and kept.way is Way.SAID):
                continue
            for way, place in places:
                if way is Way.OPPOSED and _beside(sayings, said, order, place.token):
                    return True
    return False


def _beside(sayings: Sayings, said: dict[int, set[int]], order: int, token: int) -> bool:
    at = sayings.evidence.place_of(token)
    for step in (-1, 1):
        near = {sayings.evidence.place_of(other) for other in said.get(order + step, ())}
        if near & {at + step * apart for apart in range(1, NEXT + 1)}:
            return True
    return False


def _way(reading: Reading) -> int:
    """-1 where a statement exchanges the roles of a point, +1 where a comparison says the same with
    the opposite word, else 0.
    """
    if reading.best is None:
        return 0
    evidence, best = reading.sayings.evidence, reading.best
    near = range(best.first[0], best.last[0] + 1)
    said = [token for token in evidence.tokens[: evidence.words] if token.sentence in near]
    return roles(reading.sayings.point.every, said)
