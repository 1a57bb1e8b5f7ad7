"""Which questions are likely the same: the words that they share, weighed by how rare they are."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from heapq import nlargest
from itertools import islice
from typing import Generic, TypeVar

from .contrasts import apart, compares
from .roots import FRAMES, as_written, roots

K = TypeVar("K", bound=Hashable)

ENOUGH = 0.77
"""Of likeness, 0 to 1.8; who is less like is not offered."""
ANSWERS = 0.8
"""What answers that say the same add to prompts that say the same."""
COMPARING = 0.2
"""What is taken off where one prompt compares two things and the other does not."""
LEAST = 0.25
"""Of the prompts' likeness; below it not even equal answers make two questions one."""
WEIGHED = 12
"""Questions whose answers are compared with one's own: the likest by their prompts."""
VISITED = 1000
"""Places in the index that are looked at for one prompt, those under its rarest words first."""
_READ = 4000  # letters of an answer that are compared
_FRAMED = 0.25  # what a word counts that only frames a question


@dataclass(frozen=True)
class Side:
    """A question as likeness sees it."""

    prompt: str
    answer: str
    document: Hashable = None


@dataclass(frozen=True)
class Like:
    """How like two questions are, and by what: the evidence for whoever decides."""

    likeness: float
    prompts: float
    answers: float
    shared: tuple[str, ...]


class Prompts(Generic[K]):
    """Prompts by their words, so that the likest to one are found without looking at all."""

    def __init__(self, prompts: Iterable[tuple[K, str]] = ()) -> None:
        self._roots: dict[K, frozenset[str]] = {}
        self._under: dict[str, list[K]] = {}
        self._spoken: dict[K, dict[str, float]] = {}
        for key, prompt in prompts:
            self.add(key, prompt)

    def add(self, key: K, prompt: str) -> None:
        """Take in one more prompt."""
        words = frozenset(roots(prompt))
        self._roots[key] = words
        for word in words:
            self._under.setdefault(word, []).append(key)
        self._spoken.clear()  # what is rare has changed

    def weight(self, word: str, without: int) -> float:
        """How telling a word is among the other prompts; `without` of those that have it."""
        others = max(0, len(self._under.get(word, ())) - without)
        return self._rarity(others) * (_FRAMED if word in FRAMES else 1.0)

    def _rarity(self, others: int) -> float:
        rest = max(0, len(self._roots) - 2 - others)
        return math.log(1 + (rest + 0.5) / (others + 0.5))

    def near(self, key: K) -> list[tuple[float, K]]:
        """The prompts likest to one of them, each with its likeness, 0 to 1, the best first."""
        mine = self._roots[key]
        weighed = sorted(((self.weight(word, 2), word) for word in mine), reverse=True)
        whole = left = sum(weight for weight, _ in weighed)
        sharing: dict[K, float] = defaultdict(float)
        visited = 0
        for weight, word in weighed:
            under = self._under[word]
            if visited and visited + len(under) > VISITED:
                break
            visited += len(under)
            left -= weight
            for other in islice(under, VISITED):
                sharing[other] += weight
        sharing.pop(key, None)
        # Were all the rest of it shared too, it would still have to be like enough.
        least = LEAST * whole / (2 - LEAST) - left
        likeliest = [other for other, weight in sharing.items() if weight >= least]
        likeliest = nlargest(2 * WEIGHED, likeliest, key=sharing.__getitem__)
        found = [(self.likeness(key, other), other) for other in likeliest]
        found = [pair for pair in found if pair[0] >= LEAST]
        return sorted(found, key=lambda pair: -pair[0])[:WEIGHED]

    def like(self, one: K, other: K, mine: Side, theirs: Side) -> Like | None:
        """How like two questions are; None where they are not likely the same."""
        if apart(mine.prompt, theirs.prompt):
            return None
        if mine.document == theirs.document and self._each_has_its_own(one, other):
            return None
        prompts = self.likeness(one, other)
        answers = self._answers_alike(one, other, mine.answer, theirs.answer)
        taken = COMPARING * (compares(mine.prompt) != compares(theirs.prompt))
        likeness = prompts + ANSWERS * answers - taken
        if likeness < ENOUGH:
            return None
        words = as_written(mine.prompt, self.shared(one, other))
        return Like(likeness, prompts, answers, words)

    def _each_has_its_own(self, one: K, other: K) -> bool:
        """Whether each prompt has a telling word that the other lacks.

        An author who asks twice in one document, and not in the same words, asks two things.
        """
        mine, theirs = self._roots[one], self._roots[other]
        return bool(mine - theirs - FRAMES) and bool(theirs - mine - FRAMES)

    def likeness(self, one: K, other: K) -> float:
        """0 to 1: what the prompts share of all that they say."""
        mine, theirs = self._roots[one], self._roots[other]
        shared = sum(self.weight(word, 2) for word in mine & theirs)
        alone = sum(self.weight(word, 1) for word in mine ^ theirs)
        return 2 * shared / (2 * shared + alone) if shared else 0.0

    def shared(self, one: K, other: K) -> tuple[str, ...]:
        """The roots that two prompts have in common, the most telling first."""
        both = self._roots[one] & self._roots[other]
        return tuple(sorted(both, key=lambda word: (-self.weight(word, 2), word)))

    def _answers_alike(self, one: K, other: K, mine: str, theirs: str) -> float:
        """0 to 1: how far two answers use the same words, the rare ones above all."""
        said, heard = self._words_of(one, mine), self._words_of(other, theirs)
        return sum(weight * heard.get(word, 0.0) for word, weight in said.items())

    def _words_of(self, key: K, answer: str) -> dict[str, float]:
        if (known := self._spoken.get(key)) is not None:
            return known
        counts = Counter(roots(answer[:_READ]))
        weights = {word: (1 + math.log(n)) * self.weight(word, 1) for word, n in counts.items()}
        length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        found = {word: weight / length for word, weight in weights.items()}
        self._spoken[key] = found
        return found
