"""A key point as the marker reads it: its ideas and what each of them weighs."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from .lists import bag
from .quantities import Quantity
from .spelling import initials
from .thesaurus import Lexicon, Sense
from .tokens import Token, tokens, tokens_and_phrases

NUMBER = 2.5
NAME = 1.3
PLAIN = 1.0
WEAK = 0.4
ASIDE = 0.4
ASKED = 0.35
COMMON = 0.35
"""How fast the weight of an idea falls that several points of the question share."""
_WEAK = bag(
    "=use =create =receive =help =allow =show =happen =need =more =several =handle =required "
    "=first =function =always =whole =part =feature =change =important mak work good new time "
    "exampl differ support provid possibl call type kind set form rather nee want give tak come "
    "becom mean includ contain two three certain specifik main basik available each another "
    "same =same"
)
_ASIDE = re.compile(r"\([^()]*\)|\b(?:such as|for example|e\.g\.|for instance)\b[^;:.]*")
_SEGMENT = re.compile(r"[,;:]|\b(?:or|compared with|against|while)\b")
_LABEL = re.compile(r"^([^:]{2,60}):\s+(?=\S)")


@dataclass(frozen=True)
class Idea:
    """One thing that a point says: an idea with its sign, or a number."""

    key: str
    sign: int
    weight: float
    other: str = ""
    value: Quantity | None = None
    word: str = ""
    start: int = 0
    lead: str = ""
    shorts: frozenset[str] = frozenset()
    senses: tuple[Sense, ...] = ()
    denied: int = 1
    named: bool = False
    asked: bool = False
    segment: int = 0
    phrases: tuple[tuple[int, str, tuple[Sense, ...], int], ...] = ()


class Side(Enum):
    """Which part of "label: explanation"."""

    WHOLE = "whole"
    BEHIND = "behind"
    LABEL = "label"


@dataclass(frozen=True)
class Part:
    """Ideas that say a side of the point, each once, and every idea of the point in order."""

    ideas: tuple[Idea, ...]
    every: tuple[Idea, ...]
    side: Side = Side.WHOLE

    @property
    def total(self) -> float:
        return sum(idea.weight for idea in self.ideas)


def parts(
    point: str, lexicon: Lexicon, asked: frozenset[str], spread: Mapping[str, int] | None = None
) -> list[Part]:
    """The point as a whole, and what stands behind and before its label, where it has one.

    `asked` are ideas of the question, `spread` tells in how many points an idea is: both weigh
    less. "Warm start: an environment is used again" is said by the explanation alone, and hinted
    at by a label that is more than the question's own words.
    """
    every = _ideas(point, lexicon, asked, spread or {})
    if not every:
        return []
    found = [Part(_once(every), tuple(every))]
    label = _LABEL.match(point)
    if label:
        before = [idea for idea in every if idea.start < label.end(1)]
        behind = [idea for idea in every if idea.start >= label.end(1)]
        if len(behind) >= 2:
            found.append(Part(_once(behind), tuple(every), Side.BEHIND))
        if before and behind:
            found.append(Part(_once(before), tuple(every), Side.LABEL))
    return found


def _ideas(
    point: str, lexicon: Lexicon, asked: frozenset[str], spread: Mapping[str, int]
) -> list[Idea]:
    words, phrases = tokens_and_phrases(point, lexicon)
    phrases = [phrase for phrase in phrases if len(phrase.stems) > 1]
    read = words or tokens(point, lexicon, every_word=True)
    asides = [match.span() for match in _ASIDE.finditer(point)]
    shorts: dict[int, set[str]] = {}
    for short, first, last in initials([token.word for token in read]):
        for at in range(first, last):
            shorts.setdefault(at, set()).add(short)
    ideas = []
    for at, token in enumerate(read):
        weight = _weight(point, token, asides) / (1 + COMMON * (spread.get(token.key, 1) - 1))
        idea = Idea(
            key=token.key,
            sign=token.sign,
            weight=weight,
            other=token.other,
            value=token.value,
            word=token.word,
            start=token.start,
            lead=token.lead,
            shorts=frozenset(shorts.get(at, ())),
            senses=lexicon.senses_of(token.stems),
            phrases=tuple(
                (order, phrase.key, lexicon.senses_of(phrase.stems), phrase.denied)
                for order, phrase in enumerate(phrases)
                if phrase.start <= token.start < phrase.end
            ),
            denied=token.denied,
            named=_named(point, token),
            asked=token.key in asked,
            segment=len(_SEGMENT.findall(point, 0, token.start)),
        )
        ideas.append(idea)
    if all(idea.key in asked for idea in ideas):
        return ideas
    return [
        replace(idea, weight=idea.weight * ASKED) if idea.key in asked and not idea.value else idea
        for idea in ideas
    ]


def _weight(point: str, token: Token, asides: Sequence[tuple[int, int]]) -> float:
    if token.value is not None:
        weight = NUMBER
    elif token.key in _WEAK:
        weight = WEAK
    elif _named(point, token):
        weight = NAME
    else:
        weight = PLAIN
    if any(start <= token.start < end for start, end in asides):
        weight *= ASIDE
    return weight


def _named(point: str, token: Token) -> bool:
    """Whether it is written like a name: "EC2", "DynamoDB"."""
    written = point[token.start + 1 : token.end]
    return any(letter.isupper() or letter.isdigit() for letter in written)


def _once(ideas: Sequence[Idea]) -> tuple[Idea, ...]:
    """The ideas in order, what is said twice once."""
    seen: dict[tuple[str, int, Quantity | None], Idea] = {}
    for idea in ideas:
        seen.setdefault((idea.key, idea.sign, idea.value), idea)
    return tuple(seen.values())
