"""What a quiz is made of: which questions are drawn for it, and how each is asked."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from .settings import ItemKind

SPARE = 4
"""Times as many questions are tried where options are wanted: for many none are sound."""


@dataclass(frozen=True)
class Candidate:
    """A question that may be drawn."""

    id: UUID
    topics: frozenset[UUID]
    difficulty: str


def draw(candidates: Iterable[Candidate], count: int, rng: random.Random) -> list[Candidate]:
    """So many of the candidates in random order, spread evenly over topics and difficulty.

    Each next one is of the topic, then of the difficulty, that was drawn least so far. A question
    on several topics counts for each of them.
    """
    left = list(candidates)
    rng.shuffle(left)
    topics: Counter[UUID] = Counter()
    levels: Counter[str] = Counter()
    drawn: list[Candidate] = []
    while left and len(drawn) < count:
        place = min(range(len(left)), key=lambda at: _drawn(left[at], topics, levels))
        best = left[place]
        left[place] = left[-1]
        left.pop()
        topics.update(best.topics)
        levels[best.difficulty] += 1
        drawn.append(best)
    return drawn


def _drawn(candidate: Candidate, topics: Counter[UUID], levels: Counter[str]) -> tuple[float, int]:
    """How much was drawn already of what the candidate is about."""
    seen: Sequence[int] = [topics[topic] for topic in candidate.topics] or [sum(levels.values())]
    return sum(seen) / len(seen), levels[candidate.difficulty]


def tried(
    given: Sequence[Candidate],
    opened: Sequence[Candidate],
    kinds: Collection[ItemKind],
    wanted: int,
    rng: random.Random,
) -> list[Candidate]:
    """So many questions that the kinds can be had of them: `given` have options of their own.

    Where neither a text nor a voice is wanted, those come first: drawn by chance they are so few
    that most of the quiz would be typed after all.
    """
    marked = [kind.marked for kind in kinds]
    if any(marked):
        return draw([*given, *opened], wanted if all(marked) else wanted * SPARE, rng)
    sure = draw(given, wanted, rng)
    more = wanted - len(sure) if set(kinds) == {ItemKind.CHOICE} else wanted
    spare = SPARE if len(set(kinds)) > 1 else 2 * SPARE  # no other kind makes up for what is short
    return sure + draw(opened, more * spare, rng)


def mix(
    possible: Sequence[Collection[ItemKind]], kinds: Sequence[ItemKind], length: int
) -> list[tuple[int, ItemKind]]:
    """Which of the questions are asked, by their place, and how: each kind as often as can be.

    `possible` says how each question can be asked. What can be asked in none of the kinds wanted
    is typed, rather than that the quiz is shorter.
    """
    left = dict(enumerate(possible))
    counts = Counter(dict.fromkeys(kinds, 0))
    chosen: list[tuple[int, ItemKind]] = []
    while left and counts and len(chosen) < length:
        kind = min(counts, key=lambda one: counts[one])
        place = next((at for at, forms in left.items() if kind in forms), None)
        if place is None:
            del counts[kind]
            continue
        chosen.append((place, kind))
        counts[kind] += 1
        del left[place]
    typed = [at for at, forms in left.items() if ItemKind.TYPED in forms]
    return chosen + [(at, ItemKind.TYPED) for at in typed[: length - len(chosen)]]
