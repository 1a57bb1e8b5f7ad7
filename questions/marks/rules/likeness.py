"""How much two texts have in common, by ideas instead of words."""

from __future__ import annotations

from .thesaurus import LIKE, english
from .tokens import tokens, tokens_and_phrases


def ideas(text: str) -> frozenset[str]:
    """The ideas of a text without order, number or sign; numbers in their base unit."""
    found = tokens(text, english())
    return frozenset(
        f"{token.value.value:g} {token.value.kind}" if token.value else token.key for token in found
    )


def meanings(text: str) -> tuple[frozenset[str], ...]:
    """For each word and phrase of a text its idea, and the groups of like meaning that it is in.

    Opposites are in one group, so to share a meaning is to speak of the same thing, not to agree.
    """
    lexicon = english()
    words, phrases = tokens_and_phrases(text, lexicon)
    return tuple(
        frozenset([token.key])
        | {sense.group for sense in lexicon.senses_of(token.stems) if sense.strength >= LIKE}
        for token in (*words, *phrases)
    )


def meant(text: str) -> frozenset[str]:
    """All that the words and phrases of a text may mean."""
    return frozenset().union(*meanings(text))


def leading(text: str, count: int) -> tuple[str, ...]:
    """The first few ideas of a text, in order."""
    return tuple(token.key for token in tokens(text, english())[:count])


def covered(part: frozenset[str], whole: frozenset[str]) -> float:
    """How much of one set of ideas lies in another, 0 to 1; nothing lies in everything."""
    return len(part & whole) / len(part) if part else 1.0


def alike(one: frozenset[str], other: frozenset[str]) -> float:
    """What two sets of ideas share of all that they hold, 0 to 1."""
    return len(one & other) / len(one | other) if one or other else 1.0
