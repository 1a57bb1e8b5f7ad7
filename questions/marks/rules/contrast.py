"""Of what a statement speaks: of its own point's subject, or of what stands beside it.

"RPO: the time until service is back" says of one thing what belongs to another. Two signs tell:
what is named in front of the words that earn the point, and two points that have a word of each
other in the place of their own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from .evidence import Evidence
from .points import Point
from .statements import Clause, Sayings, Statement, Way

NAMED = 0.6
"""How much of another point's subject must stand in one clause to be spoken of."""
_CONTRAST = re.compile(
    r"\b(?:differ\w*|distinguish\w*|versus|vs|compare|or|and|between)\b", re.IGNORECASE
)

Subject = frozenset[str]


class Mention(NamedTuple):
    """Where a subject is named, and whether it is the point's own."""

    start: int
    sentence: int
    clause: int
    own: bool


def subjects(points: Sequence[Point], prompt: str) -> list[Subject]:
    """What each point is about: its label, or words of a question that sets things side by side."""
    contrasts = bool(_CONTRAST.search(prompt))
    every = frozenset(points[0].keys).intersection(*(point.keys for point in points))
    return [
        point.label
        or (
            frozenset(idea.key for idea in point.ideas if idea.asked) - every
            if contrasts
            else frozenset()
        )
        for point in points
    ]


def mentions(
    evidence: Evidence, points: Sequence[Point], about: Sequence[Subject], order: int
) -> list[Mention]:
    """Where an answer names the subject of a point, or all but all of another's, in order."""
    others = [subject for other, subject in enumerate(about) if other != order]
    own = about[order].difference(*others)
    words = evidence.tokens[: evidence.words]
    found = [
        Mention(word.start, word.sentence, word.clause, own=True)
        for word in words
        if word.key in own
    ]
    for subject in others:
        rival = subject - about[order]
        telling = rival - points[order].keys
        named: dict[Clause, list[tuple[int, str]]] = defaultdict(list)
        for word in words if telling else ():
            if word.key in telling:
                named[word.sentence, word.clause].append((word.start, word.key))
        found += [
            Mention(places[0][0], *clause, own=False)
            for clause, places in named.items()
            if len({key for _, key in places}) >= ceil(NAMED * len(rival))
        ]
    return sorted(found)


def of_another(
    evidence: Evidence, point: Point, about: Subject, named: Sequence[Mention], made: Statement
) -> float:
    """Which share of what earns a point is said of another's subject.

    A word belongs to what was named last before it in its sentence, or else behind it in its
    clause.
    """
    rival = total = 0.0
    for order, found in made.found.items():
        idea = point.ideas[order]
        if found.way is not Way.SAID or idea.key in about:
            continue
        token = evidence.tokens[found.place.token]
        weight = idea.weight * found.place.sure
        total += weight
        last = next_ = None
        for mention in named:
            if mention.sentence == token.sentence and mention.start <= token.start:
                last = mention
            elif mention.clause == token.clause and mention.start > token.start:
                next_ = next_ or mention
        governs = last or next_
        if governs is not None and not governs.own:
            rival += weight
    return rival / total if total else 0.0


def swapped(sayings: Sequence[Sayings], mains: Sequence[Clause | None], order: int) -> bool:
    """Whether another point's clause has a word that this one lacks, and the other way round."""
    here = mains[order]
    if here is None:
        return False
    mine = sayings[order].exact_in(here)
    for other, there in enumerate(mains):
        if other == order or there is None or there == here:
            continue
        theirs = sayings[other].exact_in(there)
        lost = sayings[order].exact_in(there) - mine - sayings[other].point.keys
        taken = sayings[other].exact_in(here) - theirs - sayings[order].point.keys
        if lost and taken and min(len(mine), len(theirs)) >= 2:
            return True
    return False
