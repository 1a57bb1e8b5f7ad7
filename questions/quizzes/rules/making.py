"""Choice items made from the bank: one opening statement among three of other questions.

Soundness comes first: a question or a statement about which there is any doubt is refused, and
the question is then asked for a typed answer.
"""

from __future__ import annotations

import math
import random
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from uuid import UUID

from questions.marks.rules import Verdict, alike, covered, ideas, leading, mark

from .statements import ended, stands_alone, unnamed

WRONG = 3
SPREAD = 0.25
"""How much longer or shorter than the right option a wrong one may be."""
LONGEST_IS_RIGHT = 0.25
"""How often, at most, the right option is the longest of four: as often as by chance."""
_RARE = 0.2
_COMMON = 0.5
_TOO_ALIKE = 0.4
_ANSWERED = 0.4
_SAME_PROMPT = 0.4
_SAME_POINT = 0.75
_TRIED = 24
# Prompts with one answer. What people do or advise has many, and so has a list of anything.
_FACTUAL = re.compile(
    r"(?i)(?:^|[.:;,!?–—-]\s+|\b(?:and|so|but)\s+)(?:what(?:'s| is| are| was| does| do| happens|"
    r" counts| marks| decides| separates| limits| causes| makes| means| can| must)\b|which\b"
    r"|who\b|whose\b|where\b|how (?:long|many|much|large|big|often|far|does|is|are|do|can)\b"
    r"|when (?:is|are|does|do)\b|why\b|define\b|in what\b)"
)
_BROAD = re.compile(
    r"(?i)\b(?:benefits?|(?:dis)?advantages?|features?|best|practices?|use cases?|used for"
    r"|limitations?|drawbacks?|challenges?|considerations?|tips|ways?|pros|cons|strateg(?:y|ies)"
    r"|mistakes?|pitfalls?|examples?|factors|aspects|improv\w+|optimi[sz]\w+|troubleshoot\w*"
    r"|debug\w*|misbehav\w+|design\w*|approach\w*|describe|scenario|handl\w+|ensur\w+|secur\w+"
    r"|monitor\w*|manag\w+|overview|trade-?offs?|importan\w+|common|typical\w*|main|key|some"
    r"|differences?|cannot|list|habits?|role|relate|impact|affect|integrat\w+|deploy|implement\w*|quick|cheap|slow"
    r"|faster|costs?|reliab\w+|available|availability|resilien\w+|tolera\w+|trouble"
    r"|(?:did|would|could|should|will|have|are|were|shall|may|might|if) (?:you|i|we)"
    r"|what (?:do|can) you|you (?:do|did|have|take|thought|made|want|deal|react|learn|work with)"
    r"|colleagues?|stakeholders?|people|teams?|wrong|is it|which does)\b"
    r"|\byour (?!function|code|lambda|app\b)"
)
COMMAND = re.compile(
    r"(?:Use|Set|Create|Make|Move|Let|Keep|Put|Measure|Break|Switch|Report|Publish|Show|Name|Say"
    r"|Give|Run|Build|Add|Choose|Pick|Take|Write|Read|Send|Store|Start|Stop|Split|Cut|Reduce|Limit"
    r"|Check|Test|Deploy|Configure|Enable|Turn|Package|Upload|Download|Process|Return|Avoid|Do"
    r"|Never|Always|Ask|Tell|Speak|Describe|Explain|Look|Find|Reproduce|Attach|Grant|Define"
    r"|Implement|Apply|Call|Pass|Share|Separate|Separating|Install|Import|Wrap|Cache|Log|Watch"
    r"|Treat|Ship|Roll|Agree|Design|Plan|Order|Place|Change|Replace|Remove|Provision|Schedule)\b"
)

STORY = re.compile(
    r"(?i)\b(?:tell me|describe (?:a|an|the|work|how|your)|design|did you|have you|you (?:led|made"
    r"|had|were|took|knew|saw)|(?:your|a) (?:manager|colleague|team)|stakeholders?|colleagues?"
    r"|do you (?:want|see yourself)|example of|sketch|estimate)\b"
)
"""Prompts that want a story or a design: what stands in their answers is one way of many."""


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
        return self.opening if COMMAND.match(self.opening) else unnamed(self.opening, self.asks)

    @property
    def names_itself(self) -> bool:
        return self.unnamed != self.opening

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
    if wrong is None:
        return None
    if asked.names_itself and not any(other.names_itself for other in wrong):
        return None
    made = [Made(_option(asked, asked), True, asked.id)]
    made += [Made(_option(other, asked), False, other.id) for other in wrong]
    if _begins_as_asked(asked, made):
        return None
    rng.shuffle(made)
    return made


def _begins_as_asked(asked: Told, made: Sequence[Made]) -> bool:
    """Whether the right option begins with a word of the prompt that no other option has."""
    right, *wrong = (option.text for option in made)
    begins = frozenset(leading(right, 2)) & asked.asks
    return bool(begins - frozenset().union(*map(ideas, wrong)))


def _option(other: Told, asked: Told) -> str:
    """An opening as an option; where the right one would name its question, none does."""
    return ended(other.unnamed if asked.names_itself else other.opening)


def fit_to_ask(asked: Told) -> bool:
    """Whether the prompt has one answer and the opening gives it."""
    if not _FACTUAL.search(asked.prompt) or _BROAD.search(asked.prompt):
        return False
    if not stands_alone(asked.opening):
        return False
    marks = mark(asked.opening, asked.points, prompt=asked.prompt)
    return any(made.verdict is not Verdict.MISSED for made in marks)


def _wrong_ones(
    asked: Told, pool: Sequence[Told], scale: _Scale, rng: random.Random
) -> list[Told] | None:
    """Three others, so mixed in length that the right one is the longest no more than by chance."""
    length = len(_option(asked, asked))
    commands = bool(COMMAND.match(asked.opening))
    near = [
        other
        for other in pool
        if abs(len(_option(other, asked)) - length) <= SPREAD * length
        and stands_alone(other.opening)
        and bool(COMMAND.match(other.opening)) is commands
    ]
    sound: list[list[Told]] = []
    for longer in (True, False):
        side = [other for other in near if (len(_option(other, asked)) > length) is longer]
        rng.shuffle(side)
        # Those that share more with the prompt distract more; one form tells nothing.
        side.sort(key=lambda other: -alike(other.asks, asked.asks) - alike(other.says, asked.asks))
        side.sort(key=lambda other: other.names_itself is not asked.names_itself)
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
    if other.subject <= asked.asks and any(scale.tells(idea) for idea in other.subject):
        return False
    asks_the_same = scale.share(asked.asks, other.asks), scale.share(other.asks, asked.asks)
    speaks_of_it = scale.share(asked.asks, other.says)
    known = scale.share(other.says, asked.knows)
    if max(*asks_the_same, speaks_of_it, known) >= _ANSWERED:
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
