"""Which questions are likely the same: the words that they share, weighed by how rare they are."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from heapq import nlargest
from itertools import islice
from operator import itemgetter
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


class _Weights(dict[str, float]):
    """What each word weighs, worked out when it is first asked for."""

    def __init__(self, weigh: Callable[[str], float]) -> None:
        self._weigh = weigh

    def __missing__(self, word: str) -> float:
        self[word] = self._weigh(word)
        return self[word]


class Prompts(Generic[K]):
    """Prompts by their words, so that the likest to one are found without looking at all."""

    def __init__(self, prompts: Iterable[tuple[K, str]] = ()) -> None:
        # Within, a prompt is the number of its place: a key may be slow to look up.
        self._keys: list[K] = []
        self._place: dict[K, int] = {}
        self._roots: list[frozenset[str]] = []
        self._under: dict[str, list[int]] = {}
        self._weigh_anew()
        for key, prompt in prompts:
            self.add(key, prompt)

    def add(self, key: K, prompt: str) -> None:
        """Take in one more prompt."""
        words, place = frozenset(roots(prompt)), len(self._keys)
        self._keys.append(key)
        self._place[key] = place
        self._roots.append(words)
        for word in words:
            self._under.setdefault(word, []).append(place)
        if self._alone or self._both or self._spoken:
            self._weigh_anew()

    def _weigh_anew(self) -> None:
        """Forget what words weigh: what is rare has changed."""
        self._spoken: dict[K, dict[str, float]] = {}
        self._alone = _Weights(lambda word: self._weight(word, 1))
        self._both = _Weights(lambda word: self._weight(word, 2))

    def _weight(self, word: str, without: int) -> float:
        """How telling a word is among the other prompts; `without` of those that have it."""
        others = max(0, len(self._under.get(word, ())) - without)
        rest = max(0, len(self._roots) - 2 - others)
        rarity = math.log(1 + (rest + 0.5) / (others + 0.5))
        return rarity * (_FRAMED if word in FRAMES else 1.0)

    def near(self, key: K) -> list[tuple[float, K]]:
        """The prompts likest to one of them, each with its likeness, 0 to 1, the best first."""
        place = self._place[key]
        likeliest = nlargest(2 * WEIGHED, self._sharing(place).items(), key=itemgetter(1))
        found = [(self._likeness(place, other), other) for other, _ in likeliest]
        found = [pair for pair in found if pair[0] >= LEAST]
        found.sort(key=lambda pair: -pair[0])
        return [(likeness, self._keys[other]) for likeness, other in found[:WEIGHED]]

    def _sharing(self, place: int) -> dict[int, float]:
        """The weight that others share with a prompt, as far as its rarest words tell."""
        weighed = sorted(((self._both[word], word) for word in self._roots[place]), reverse=True)
        whole = left = sum(weight for weight, _ in weighed)
        sharing: dict[int, float] = defaultdict(float)
        visited = 0
        for weight, word in weighed:
            under = self._under[word]
            if visited and visited + len(under) > VISITED:
                break
            visited += len(under)
            left -= weight
            for other in islice(under, VISITED):
                sharing[other] += weight
        sharing.pop(place, None)
        # Were all the rest of it shared too, it would still have to be like enough.
        least = LEAST * whole / (2 - LEAST) - left
        return {other: weight for other, weight in sharing.items() if weight >= least}

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
        mine, theirs = self._roots_of(one), self._roots_of(other)
        return bool(mine - theirs - FRAMES) and bool(theirs - mine - FRAMES)

    def likeness(self, one: K, other: K) -> float:
        """0 to 1: what the prompts share of all that they say."""
        return self._likeness(self._place[one], self._place[other])

    def _likeness(self, one: int, other: int) -> float:
        mine, theirs = self._roots[one], self._roots[other]
        shared = sum(map(self._both.__getitem__, mine & theirs))
        alone = sum(map(self._alone.__getitem__, mine ^ theirs))
        return 2 * shared / (2 * shared + alone) if shared else 0.0

    def _roots_of(self, key: K) -> frozenset[str]:
        return self._roots[self._place[key]]

    def shared(self, one: K, other: K) -> tuple[str, ...]:
        """The roots that two prompts have in common, the most telling first."""
        both = self._roots_of(one) & self._roots_of(other)
        return tuple(sorted(both, key=lambda word: (-self._both[word], word)))

    def _answers_alike(self, one: K, other: K, mine: str, theirs: str) -> float:
        """0 to 1: how far two answers use the same words, the rare ones above all."""
        said, heard = self._words_of(one, mine), self._words_of(other, theirs)
        return sum(weight * heard.get(word, 0.0) for word, weight in said.items())

    def _words_of(self, key: K, answer: str) -> dict[str, float]:
        if (known := self._spoken.get(key)) is not None:
            return known
        counts = Counter(roots(answer[:_READ]))
        weights = {word: (1 + math.log(n)) * self._alone[word] for word, n in counts.items()}
        length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        found = {word: weight / length for word, weight in weights.items()}
        self._spoken[key] = found
        return found
