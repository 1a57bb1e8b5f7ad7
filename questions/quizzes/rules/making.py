"""Choice items made from the bank: one opening statement among three of other questions.

Soundness comes first: a question or a statement about which there is any doubt is refused, and
the question is then asked for a typed answer.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from uuid import UUID

from questions.marks.rules import Verdict, alike, covered, ideas, mark

from .statements import ended, stands_alone

WRONG = 3
SPREAD = 0.25
"""How much longer or shorter than the right option a wrong one may be."""
LONGEST_IS_RIGHT = 0.25
"""How often, at most, the right option is the longest of four: as often as by chance."""
_COMMON = 0.2
_TOO_ALIKE = 0.45
_ANSWERED = 0.5
_SAME_PROMPT = 0.5
_TRIED = 24
# Questions to which many statements of the topic would be an answer.
_BROAD = re.compile(
    r"(?i)\b(?:benefits?|advantages?|disadvantages?|features?|best practices?|practices|use cases?"
    r"|limitations?|drawbacks?|challenges?|considerations?|tips|ways|pros|cons|strategies|mistakes?"
    r"|pitfalls?|examples?|factors|aspects|improve|optimi[sz]e|troubleshoot|debug|design|approach"
    r"|tell me|describe (?:a|your|how)|would you|have you|do you know|what do you|scenario|handle"
    r"|ensure|secure|monitor|manage|overview|trade-?offs?|important|main|common)\b"
    r"|^\W*(?:how (?:do|does|can|should|would|could|might)|when|why|compare|explain how)\b"
)


@dataclass(frozen=True)
class Told:
    """A question as the maker sees it: its prompt, opening statement, points and all answers."""

    id: UUID
    prompt: str
    opening: str
    points: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    topics: frozenset[UUID] = field(default_factory=frozenset)

    @cached_property
    def asks(self) -> frozenset[str]:
        return ideas(self.prompt)

    @cached_property
    def says(self) -> frozenset[str]:
        return ideas(self.opening)

    @cached_property
    def knows(self) -> frozenset[str]:
        """Every idea of the answers and points."""
        return frozenset().union(*(ideas(text) for text in (*self.points, *self.answers)))


@dataclass(frozen=True)
class Made:
    """An option and the question that its statement opens the answer of."""

    text: str
    correct: bool
    source: UUID


def make_choice(asked: Told, others: Sequence[Told], rng: random.Random) -> list[Made] | None:
    """Four options in random order, exactly one of them right; None where that is not sound.

    The wrong ones are opening statements of other questions on a topic of this one, within
    `SPREAD` of the right one's length, and by none of our measures an answer to this one.
    """
    pool = [other for other in others if other.id != asked.id and asked.topics & other.topics]
    subject = _subject(asked, pool)
    if not subject or not _fit_to_ask(asked):
        return None
    wrong = _wrong_ones(asked, pool, subject, rng)
    if wrong is None:
        return None
    made = [Made(ended(asked.opening), True, asked.id)]
    made += [Made(ended(other.opening), False, other.id) for other in wrong]
    rng.shuffle(made)
    return made


def _fit_to_ask(asked: Told) -> bool:
    """Whether the opening is the answer to just this question."""
    if _BROAD.search(asked.prompt) or not stands_alone(asked.opening):
        return False
    marks = mark(asked.opening, asked.points, prompt=asked.prompt)
    return any(made.verdict is not Verdict.MISSED for made in marks)


def _subject(asked: Told, pool: Sequence[Told]) -> frozenset[str]:
    """The ideas of the prompt that few others on its topics ask about."""
    spread = Counter(idea for other in pool for idea in other.asks)
    return frozenset(idea for idea in asked.asks if spread[idea] <= _COMMON * len(pool))


def _wrong_ones(
    asked: Told, pool: Sequence[Told], subject: frozenset[str], rng: random.Random
) -> list[Told] | None:
    """Three others, so mixed in length that the right one is the longest no more than by chance."""
    length = len(ended(asked.opening))
    near = [o for o in pool if abs(len(ended(o.opening)) - length) <= SPREAD * length]
    longer = [o for o in near if len(ended(o.opening)) > length]
    shorter = [o for o in near if len(ended(o.opening)) <= length]
    sound: list[list[Told]] = []
    for side in (longer, shorter):
        rng.shuffle(side)
        # Those that share more with the prompt distract more.
        side.sort(key=lambda other: -alike(other.asks, asked.asks) - alike(other.says, asked.asks))
        sound.append(_apart(asked, side[:_TRIED], subject))
    return _mixed(sound[0], sound[1], rng)


def _mixed(longer: list[Told], shorter: list[Told], rng: random.Random) -> list[Told] | None:
    lengths = [n for n in range(1, WRONG + 1) if n <= len(longer) and WRONG - n <= len(shorter)]
    if not lengths:
        return None
    above = rng.choice(lengths)
    if len(shorter) >= WRONG and rng.random() < LONGEST_IS_RIGHT:
        above = 0
    return longer[:above] + shorter[: WRONG - above]


def _apart(asked: Told, candidates: Sequence[Told], subject: frozenset[str]) -> list[Told]:
    """The first few that are sound and that do not say the same as one another."""
    kept: list[Told] = []
    for other in candidates:
        if len(kept) == WRONG:
            break
        apart = all(alike(other.says, one.says) < _TOO_ALIKE for one in kept)
        if apart and _is_wrong(asked, other, subject):
            kept.append(other)
    return kept


def _is_wrong(asked: Told, other: Told, subject: frozenset[str]) -> bool:
    """Whether the other's opening is surely no answer to this question."""
    if not stands_alone(other.opening):
        return False
    if alike(asked.asks, other.asks) >= _SAME_PROMPT or covered(subject, other.asks) >= _ANSWERED:
        return False
    if covered(subject, other.says) >= _ANSWERED:
        return False
    if alike(asked.says, other.says) >= _TOO_ALIKE or covered(other.says, asked.knows) >= _ANSWERED:
        return False
    if any(
        max(covered(ideas(mine), ideas(theirs)), covered(ideas(theirs), ideas(mine))) >= 0.75
        for mine in asked.points
        for theirs in other.points
    ):
        return False
    said = mark(other.opening, asked.points, prompt=asked.prompt)
    return all(made.verdict is Verdict.MISSED for made in said)
