"""A key point as the marker reads it: its ideas and what each of them weighs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from .lists import bag
from .quantities import Quantity
from .spelling import initials
from .thesaurus import Lexicon
from .tokens import Token, tokens

NUMBER = 2.5
NAME = 1.3
PLAIN = 1.0
WEAK = 0.4
ASIDE = 0.4
ASKED = 0.35
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


@dataclass(frozen=True)
class Part:
    """Ideas that say the point, each once and as said, and what all are worth, 0 to 1."""

    ideas: tuple[Idea, ...]
    every: tuple[Idea, ...]
    worth: float = 1.0


def parts(point: str, lexicon: Lexicon, asked: frozenset[str]) -> list[Part]:
    """The point as a whole, and what stands behind and before its label, where it has one.

    "Warm start: an environment is used again" is said by the explanation alone, nearly by a
    label that is more than the question's own words.
    """
    every = _ideas(point, lexicon, asked)
    if not every:
        return []
    found = [_part(every)]
    label = _LABEL.match(point)
    if label:
        before = [idea for idea in every if idea.start < label.end(1)]
        behind = [idea for idea in every if idea.start >= label.end(1)]
        if len(behind) >= 3:
            found.append(_part(behind, 0.95))
        if len(before) >= 2 and sum(idea.weight for idea in before) >= 2:
            found.append(_part(before, 0.75))
    return found


def _ideas(point: str, lexicon: Lexicon, asked: frozenset[str]) -> list[Idea]:
    read = tokens(point, lexicon) or tokens(point, lexicon, every_word=True)
    asides = [match.span() for match in _ASIDE.finditer(point)]
    shorts: dict[int, set[str]] = {}
    for short, first, last in initials([token.word for token in read]):
        for at in range(first, last):
            shorts.setdefault(at, set()).add(short)
    ideas = [
        replace(_weighed(point, token, asides), shorts=frozenset(shorts.get(at, ())))
        for at, token in enumerate(read)
    ]
    fresh = [idea for idea in ideas if idea.key not in asked]
    if not fresh:
        return ideas
    return [
        replace(idea, weight=idea.weight * ASKED) if idea.key in asked and not idea.value else idea
        for idea in ideas
    ]


def _weighed(point: str, token: Token, asides: Sequence[tuple[int, int]]) -> Idea:
    written = point[token.start : token.end]
    if token.value is not None:
        weight = NUMBER
    elif token.key in _WEAK:
        weight = WEAK
    elif any(letter.isupper() or letter.isdigit() for letter in written[1:]):
        weight = NAME
    else:
        weight = PLAIN
    if any(start <= token.start < end for start, end in asides):
        weight *= ASIDE
    return Idea(
        token.key,
        token.sign,
        weight,
        token.other,
        token.value,
        token.word,
        token.start,
        token.lead,
    )


def _part(ideas: Sequence[Idea], worth: float = 1.0) -> Part:
    """The ideas in order, what is said twice once, and all of them as they were said."""
    seen: dict[tuple[str, int, Quantity | None], Idea] = {}
    for idea in ideas:
        seen.setdefault((idea.key, idea.sign, idea.value), idea)
    return Part(tuple(seen.values()), tuple(ideas), worth)
