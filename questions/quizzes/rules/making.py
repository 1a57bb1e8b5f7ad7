"""Choice items made from the bank: one opening statement among three of other questions.

Soundness comes first: a question or a statement about which there is any doubt is refused, and
the question is then asked for a typed answer.
"""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from uuid import UUID

from questions.marks.rules import Verdict, alike, covered, ideas, leading, mark

from . import clues, prompts
from .prose import Passage
from .statements import LEFT_OUT, ended, stands_alone, unnamed
from .terms import Term, terms_of

WRONG = 3
SPREAD = 0.6
"""How much longer or shorter than the right option a wrong one may be."""
LONGEST_IS_RIGHT = 0.25
"""How often, at most, the right option is the longest of four: as often as by chance."""
_RARE = 0.2
_COMMON = 0.5
_TOO_ALIKE = 0.4
_ANSWERED = 0.4
_ADVISED = 0.25
_SAME_PROMPT = 0.4
_SAME_POINT = 0.75
_TRIED = 24
_FEWEST_WORDS = 4
ORDER = "order"


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
    def subject(self) -> frozenset[str]:
        """What the opening begins with, which mostly is what it speaks of."""
        return frozenset(leading(self.opening, 2))

    @cached_property
    def unnamed(self) -> str:
        """The opening without the subject that the prompt names: "… gives light"."""
        return (
            self.opening
            if prompts.COMMAND.match(self.opening)
            else unnamed(self.opening, self.asks)
        )

    @property
    def names_itself(self) -> bool:
        return self.unnamed != self.opening

    @cached_property
    def form(self) -> str:
        """How the opening is built: as an order, or in what way something is said of a subject.

        Options of another form would tell which of them is right. Of other statements nobody can
        say without reading on whether they answer the question; they have no form.
        """
        if prompts.COMMAND.match(self.opening):
            return ORDER
        if not self.names_itself or len(clues.words(self.unnamed)) < _FEWEST_WORDS:
            return ""
        return f"{LEFT_OUT}{clues.bent(self.unnamed.removeprefix(LEFT_OUT))}"

    @property
    def named(self) -> str:
        """The subject that is left out of the opening."""
        return self.opening.removesuffix(self.unnamed.removeprefix(LEFT_OUT))

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        return terms_of(self.points)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        return tuple(map(Passage, self.answers))

    @cached_property
    def point_ideas(self) -> tuple[frozenset[str], ...]:
        return tuple(ideas(point) for point in self.points)

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


class _Scale:
    """How telling an idea is among the questions on a topic: the rarer, the more it weighs."""

    def __init__(self, pool: Sequence[Told]) -> None:
        self.size = len(pool)
        self.spread = Counter(idea for other in pool for idea in other.asks | other.says)
        self.asked = Counter(idea for other in pool for idea in other.asks)

    def is_rare(self, idea: str) -> bool:
        return self.asked[idea] <= _RARE * self.size

    def tells(self, idea: str) -> bool:
        return self.spread[idea] <= _COMMON * self.size

    def share(self, part: frozenset[str], whole: frozenset[str]) -> float:
        """How much of the weight of one set of ideas lies in another, 0 to 1."""
        weight = {idea: math.log((self.size + 2) / (self.spread[idea] + 1)) for idea in part}
        every = sum(weight.values())
        return sum(weight[idea] for idea in part & whole) / every if every else 1.0


def make_choice(asked: Told, others: Sequence[Told], rng: random.Random) -> list[Made] | None:
    """Four options in random order, exactly one of them right; None where that is not sound.

    The wrong ones are opening statements of other questions on a topic of this one, within
    `SPREAD` of the right one's length, and by none of our measures an answer to this one.
    """
    if not fit_to_ask(asked):
        return None
    pool = [other for other in others if other.id != asked.id and asked.topics & other.topics]
    scale = _Scale(pool)
    if not any(scale.is_rare(idea) for idea in asked.asks):
        return None
    wrong = _wrong_ones(asked, pool, scale, rng)
    if wrong is None or clues.gives_away(
        _option(asked), [_option(other) for other in wrong], asked.prompt
    ):
        return None
    made = [Made(_option(asked), True, asked.id)]
    made += [Made(_option(other), False, other.id) for other in wrong]
    rng.shuffle(made)
    return made


def _option(told: Told) -> str:
    """An opening as an option, without the subject that its question names."""
    return ended(told.unnamed)


def fit_to_ask(asked: Told) -> bool:
    """Whether the opening answers the prompt: it says what that asks about, or how it is done."""
    if not asked.form or not stands_alone(asked.opening):
        return False
    if asked.form != ORDER:
        return prompts.asks_what(asked.prompt, asked.named)
    if not prompts.asks_how(asked.prompt):
        return False
    marks = mark(asked.opening, asked.points, prompt=asked.prompt)
    return any(made.verdict is not Verdict.MISSED for made in marks)


def _wrong_ones(
    asked: Told, pool: Sequence[Told], scale: _Scale, rng: random.Random
) -> list[Told] | None:
    """Three others, so mixed in length that the right one is the longest no more than by chance."""
    length = len(_option(asked))
    near = [
        other
        for other in pool
        if abs(len(_option(other)) - length) <= SPREAD * length
        and stands_alone(other.opening)
        and other.form == asked.form
    ]
    # Those that share more with the prompt distract more, and by their words tell less.
    echoes = {other.id: clues.echoes(_option(other), asked.prompt) for other in near}
    sound: list[list[Told]] = []
    for longer in (True, False):
        side = [other for other in near if (len(_option(other)) > length) is longer]
        rng.shuffle(side)
        side.sort(key=lambda other: -alike(other.asks, asked.asks) - alike(other.says, asked.asks))
        side.sort(key=lambda other: -echoes[other.id])
        sound.append(_apart(asked, side[:_TRIED], scale, sound[0] if sound else []))
    return _mixed(sound[0], sound[1], rng)


def _mixed(longer: list[Told], shorter: list[Told], rng: random.Random) -> list[Told] | None:
    lengths = [n for n in range(1, WRONG + 1) if n <= len(longer) and WRONG - n <= len(shorter)]
    if not lengths:
        return None
    above = rng.choice(lengths)
    if len(shorter) >= WRONG and rng.random() < LONGEST_IS_RIGHT:
        above = 0
    return longer[:above] + shorter[: WRONG - above]


def _apart(
    asked: Told, candidates: Sequence[Told], scale: _Scale, beside: Sequence[Told]
) -> list[Told]:
    """The first few that are sound and say neither the same as one another nor as those beside."""
    kept: list[Told] = []
    for other in candidates:
        if len(kept) == WRONG:
            break
        apart = all(alike(other.says, one.says) < _TOO_ALIKE for one in (*kept, *beside))
        if apart and _is_wrong(asked, other, scale):
            kept.append(other)
    return kept


def _is_wrong(asked: Told, other: Told, scale: _Scale) -> bool:
    """Whether the other's opening is surely no answer to this question."""
    if alike(asked.asks, other.asks) >= _SAME_PROMPT or alike(asked.says, other.says) >= _TOO_ALIKE:
        return False
    if other.names_itself and clues.names(asked.prompt, other.named):
        return False
    if other.subject <= asked.asks and any(scale.tells(idea) for idea in other.subject):
        return False
    asks_the_same = scale.share(asked.asks, other.asks), scale.share(other.asks, asked.asks)
    speaks_of_it = scale.share(asked.asks, other.says)
    known = scale.share(other.says, asked.knows)
    # Advice on one thing often helps with another as well.
    most = _ADVISED if asked.form == ORDER else _ANSWERED
    if max(*asks_the_same, speaks_of_it) >= _ANSWERED or known >= most:
        return False
    if _share_a_point(asked, other):
        return False
    said = mark(other.opening, asked.points, prompt=asked.prompt)
    return all(made.verdict is Verdict.MISSED for made in said)


def _share_a_point(asked: Told, other: Told) -> bool:
    return any(
        max(covered(mine, theirs), covered(theirs, mine)) >= _SAME_POINT
        for mine in asked.point_ideas
        for theirs in other.point_ideas
    )
