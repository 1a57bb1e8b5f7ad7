"""A key point as the marker reads it: its ideas and what each of them weighs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from .lists import bag
from .quantities import Quantity
from .rarity import any_tells, tells
from .spelling import initials
from .stems import stem
from .thesaurus import Lexicon, Sense
from .tokens import Token, tokens, tokens_and_phrases

NUMBER = 3.5
"""What a number weighs, in the unit of what rare words tell."""
WEAK, ASIDE, ASKED = 0.6, 0.5, 0.5
"""Factors for words that carry little, for what stands aside, and for words of the question."""
SHARED = 0.25
"""How fast the weight of an idea falls that several points of the question share."""
_WEAK = bag(
    "=use =create =receive =help =allow =show =happen =need =more =several =handle =required "
    "=first =function =always =whole =part =feature =change =important mak work good new time "
    "exampl differ support provid possibl call type kind set form rather nee want give tak come "
    "becom mean includ contain two three certain specifik main basik available each another "
    "same =same"
)
_ASIDE = re.compile(r"\([^()]*\)|\b(?:such as|for example|e\.g\.|for instance)\b[^;:.]*")
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
    clause: int = 0
    asked: bool = False
    phrases: tuple[tuple[int, str, tuple[Sense, ...], int], ...] = ()


@dataclass(frozen=True)
class Point:
    """What a point says, each idea once; all of it in order; and the ideas of its label.

    In "Warm start: an environment is used again" the label names what the rest explains.
    """

    ideas: tuple[Idea, ...] = ()
    every: tuple[Idea, ...] = ()
    label: frozenset[str] = frozenset()

    @property
    def total(self) -> float:
        return sum(idea.weight for idea in self.ideas)

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(idea.key for idea in self.ideas)


def read_points(points: Sequence[str], prompt: str, lexicon: Lexicon) -> list[Point]:
    """The points of one question. What the question says itself, or many points, weighs less."""
    asked = frozenset(token.key for token in tokens(prompt, lexicon))
    read = [_ideas(point, lexicon) for point in points]
    spread = Counter(key for ideas in read for key in {idea.key for idea in ideas})
    return [
        _point(point, [_weighed(idea, asked, spread) for idea in ideas])
        for point, ideas in zip(points, read, strict=True)
    ]


def _weighed(idea: Idea, asked: frozenset[str], spread: Counter[str]) -> Idea:
    weight = idea.weight / (1 + SHARED * (spread[idea.key] - 1))
    if idea.key in asked and idea.value is None:
        return replace(idea, weight=weight * ASKED, asked=True)
    return replace(idea, weight=weight * (WEAK if idea.key in _WEAK else 1))


def _point(text: str, every: Sequence[Idea]) -> Point:
    label = _LABEL.match(text)
    named = [idea for idea in every if label and idea.start < label.end(1)]
    return Point(
        ideas=_once(every),
        every=tuple(every),
        label=frozenset(idea.key for idea in named) if len(named) < len(every) else frozenset(),
    )


def _ideas(point: str, lexicon: Lexicon) -> list[Idea]:
    words, phrases = tokens_and_phrases(point, lexicon)
    phrases = [phrase for phrase in phrases if len(phrase.stems) > 1]
    read = words or tokens(point, lexicon, every_word=True)
    shorts: dict[int, set[str]] = {}
    for short, first, last in initials([token.word for token in read]):
        for at in range(first, last):
            shorts.setdefault(at, set()).add(short)
    return [
        Idea(
            key=token.key,
            sign=token.sign,
            weight=_weight(point, token, lexicon),
            other=token.other,
            value=token.value,
            word=token.word,
            start=token.start,
            lead=token.lead,
            shorts=frozenset(shorts.get(at, ())),
            senses=lexicon.senses_of(token.stems),
            denied=token.denied,
            clause=token.clause,
            phrases=tuple(
                (order, phrase.key, lexicon.senses_of(phrase.stems), phrase.denied)
                for order, phrase in enumerate(phrases)
                if phrase.start <= token.start < phrase.end
            ),
        )
        for at, token in enumerate(read)
    ]


def _weight(point: str, token: Token, lexicon: Lexicon) -> float:
    """What it tells that an answer says this: much for a number or a rare word."""
    if token.value is not None:
        return NUMBER
    weight = tells(stem(token.word)) if token.word else any_tells(token.stems)
    if token.key.startswith("="):
        weight = min(weight, lexicon.tells_of(token.key) + 0.5)
    aside = any(found.start() <= token.start < found.end() for found in _ASIDE.finditer(point))
    return max(0.1, weight * (ASIDE if aside else 1))


def _once(ideas: Sequence[Idea]) -> tuple[Idea, ...]:
    """The ideas in order, what is said twice once."""
    seen: dict[tuple[str, int, Quantity | None], Idea] = {}
    for idea in ideas:
        seen.setdefault((idea.key, idea.sign, idea.value), idea)
    return tuple(seen.values())
