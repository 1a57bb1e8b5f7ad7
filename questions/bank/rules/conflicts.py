"""When two sources say different things of one: other amounts, other defaults, yes and no."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from . import claims
from .claims import Claim

K = TypeVar("K", bound=Hashable)

RELATED = 0.3
"""Of likeness, 0 to 1, for sentences of one question or of likely ones."""
MOST = 8  # contradictions of one answer that anybody would settle
ANYWHERE = 0.5
"""The same for sentences of questions that have little in common."""
STEP = 0.25
"""The same for the steps in which one thing is counted: few sentences give any."""
POLAR = 0.7
"""The same for what one affirms and the other denies; most such pairs speak of two cases."""
_ABOVE, _ASKED = 0.5, 0.3  # what a word counts that stands above the sentence, or in the prompt
CROWDED = 200
"""Claims in one dimension under one word; a word that more have leads to nobody."""
_DOUBT = 2.0  # short sentences that share a word may still speak of two things
_PREFIXES = ("a", "un", "non", "in", "de", "dis", "im")
_OPPOSITES = (
    *(("enabl", "disabl"), ("on", "off"), ("tru", "fals"), ("public", "privat")),
    *(("open", "clos"), ("allow", "deni"), ("required", "optional"), ("mutabl", "immutabl")),
)


class Differs(StrEnum):
    """What two sources give differently."""

    AMOUNT = "amount"
    DEFAULT = "default"
    YES_OR_NO = "yes_or_no"


@dataclass(frozen=True)
class Conflict:
    """Two sentences that cannot both be right, and how surely they speak of one thing."""

    one: str
    other: str
    differs: Differs
    about: str
    likeness: float


@dataclass(frozen=True)
class _Said(Generic[K]):
    """A claim by whom it was made, with the weights of its words."""

    key: K
    claim: Claim
    words: dict[str, float]


class Witnesses(Generic[K]):
    """Answers with all that they claim, so that those who contradict one another are found."""

    def __init__(self) -> None:
        self._said: dict[K, list[_Said[K]]] = defaultdict(list)
        self._of: dict[tuple[str, str], list[_Said[K]]] = defaultdict(list)
        self._verdicts: dict[K, tuple[bool, str]] = {}
        self._spoken: Counter[str] = Counter()
        self._count = 0

    def add(self, key: K, prompt: str, answer: str) -> None:
        """Hear one more answer; each key is heard once."""
        asked = frozenset(claims.topical(prompt))
        for claim in claims.of(answer):
            words = dict.fromkeys(asked, _ASKED) | dict.fromkeys(claim.under, _ABOVE)
            said = _Said(key, claim, words | dict.fromkeys(claim.about, 1.0))
            self._said[key].append(said)
            for dimension in {amount.dimension for amount in claim.amounts}:
                for word in claim.about | claim.under:
                    self._of[dimension, word].append(said)
            self._spoken.update(said.words.keys())
            self._count += 1
        if (verdict := claims.verdict(answer)) is not None:
            self._verdicts[key] = verdict

    def against(self, key: K, related: Collection[K] = ()) -> list[tuple[K, Conflict]]:
        """Who contradicts one, and in what; of several sentences about one thing the likest pair.

        At most MOST, the likest first: answers cut from one pattern contradict all the others.
        `related` answer the same question or a likely one: less likeness will do.
        """
        best: dict[tuple[K, str, str], Conflict] = {}
        for mine in self._said.get(key, ()):
            for theirs, conflict in self._contradicting(mine, related):
                found = (theirs.key, conflict.differs, conflict.about)
                if found not in best or best[found].likeness < conflict.likeness:
                    best[found] = conflict
        every = [(other, conflict) for (other, _, _), conflict in best.items()]
        every += self._other_verdicts(key, related)
        return sorted(every, key=lambda pair: -pair[1].likeness)[:MOST]

    def _other_verdicts(self, key: K, related: Collection[K]) -> Iterator[tuple[K, Conflict]]:
        if (mine := self._verdicts.get(key)) is None:
            return
        for other in related:
            theirs = self._verdicts.get(other)
            if theirs is not None and theirs[0] != mine[0]:
                yield other, Conflict(mine[1], theirs[1], Differs.YES_OR_NO, "answer", 1.0)

    def _contradicting(
        self, mine: _Said[K], related: Collection[K]
    ) -> Iterator[tuple[_Said[K], Conflict]]:
        for dimension in {amount.dimension for amount in mine.claim.amounts}:
            for theirs in self._sharing(mine, dimension):
                least = RELATED if theirs.key in related else ANYWHERE
                if _steps_of_one(mine.claim, theirs.claim):
                    least = min(least, STEP)
                if theirs.key != mine.key and _other_amounts(mine.claim, theirs.claim, dimension):
                    differs = Differs.DEFAULT if mine.claim.default else Differs.AMOUNT
                    yield from self._if_alike(mine, theirs, differs, dimension, least)
        if mine.claim.polar:
            for other in related:
                for theirs in self._said.get(other, ()):
                    if _opposed(mine.claim, theirs.claim):
                        differs = Differs.DEFAULT if mine.claim.default else Differs.YES_OR_NO
                        yield from self._if_alike(mine, theirs, differs, "statement", POLAR)

    def _sharing(self, mine: _Said[K], dimension: str) -> list[_Said[K]]:
        """The claims in a dimension that share a word with one, but for the commonest words."""
        found: dict[int, _Said[K]] = {}
        for word in mine.claim.about | mine.claim.under:
            under = self._of.get((dimension, word), ())
            if len(under) <= CROWDED:
                found.update((id(said), said) for said in under)
        return list(found.values())

    def _if_alike(
        self, mine: _Said[K], theirs: _Said[K], differs: Differs, about: str, least: float
    ) -> Iterator[tuple[_Said[K], Conflict]]:
        likeness = self._likeness(mine, theirs)
        if likeness >= least:
            one, other = mine.claim.sentence, theirs.claim.sentence
            yield theirs, Conflict(one, other, differs, about, likeness)

    def _likeness(self, one: _Said[K], other: _Said[K]) -> float:
        shared = one.words.keys() & other.words.keys()
        said = (w for w in shared if w.isalpha())
        if not any(min(one.words[w], other.words[w]) >= _ABOVE for w in said):
            return 0.0  # they have nothing but the question in common
        both = sum(min(one.words[w], other.words[w]) * self._rarity(w, 2) for w in shared)
        own = sum(
            self._rarity(word, 1 + (word in shared))
            for said in (one, other)
            for word in said.claim.about
        )
        return min(1.0, 2 * both / (own + _DOUBT))

    def _rarity(self, word: str, without: int) -> float:
        """How telling a word is among the claims that are not compared here."""
        known = max(0, self._spoken[word] - without)
        rest = max(0, self._count - 2 - known)
        return math.log(1 + (rest + 0.5) / (known + 0.5))


def _other_amounts(one: Claim, other: Claim, dimension: str) -> bool:
    """Whether two claims of one kind share no amount in a dimension."""
    if one.default != other.default or (one.bound or "most") != (other.bound or "most"):
        return False
    if _of_other_cases(one.about, other.about):
        return False
    if one.head and other.head and not one.head & other.head:
        return False
    if _only_when(one, other) or _only_when(other, one):
        return False
    mine = [amount for amount in one.amounts if amount.dimension == dimension]
    theirs = [amount for amount in other.amounts if amount.dimension == dimension]
    return not any(amount.near(said) for amount in mine for said in theirs)


def _only_when(one: Claim, other: Claim) -> bool:
    """Whether one holds on a condition that the other does not speak of."""
    return bool(one.condition) and not one.condition & (other.about | other.under)


def _steps_of_one(one: Claim, other: Claim) -> bool:
    """Whether both give a step, and name the same thing for which it is one."""
    shared = {word for word in one.about & other.about if word.isalpha()}
    return one.bound == other.bound == "step" and bool(shared)


def _of_other_cases(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether one speaks of a case and the other of its opposite: packed and unpacked."""
    return _negates(one - other, other - one) or _negates(other - one, one - other)


def _negates(words: frozenset[str], others: frozenset[str]) -> bool:
    return any(prefix + word in others for word in words for prefix in _PREFIXES if len(word) > 2)


def _opposed(one: Claim, other: Claim) -> bool:
    """Whether one sentence says the opposite of another, amounts aside."""
    if one.default != other.default or not other.polar:
        return False
    mine, theirs = one.about - other.about, other.about - one.about
    turned = (
        any((a in mine and b in theirs) or (b in mine and a in theirs) for a, b in _OPPOSITES)
        or _negates(mine, theirs)
        or _negates(theirs, mine)
    )
    return turned != (one.negated != other.negated)
