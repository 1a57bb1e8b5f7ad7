"""The words of a prompt by their roots, and which of them only frame what is asked."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from .words import SMALL, bag, fold, split, stem, stems

# Words that say how something is asked, not what about.
_FRAMING = bag(
    "explain describe discuss define concept idea purpose meaning context term use using used "
    "usage work works working mean means best practice practices way ways different difference "
    "differences compare compared comparison between versus vs type types kind kinds handle "
    "handling implement implementing manage managing configure configuring control controlling "
    "ensure achieve make give example examples important importance benefit benefits "
    "beneficial strategy strategies approach approaches technique techniques method methods "
    "mechanism mechanisms help need want key main common feature features role relate relates "
    "related detail briefly list name tell know understand understanding affect impact effect "
    "implication implications maximum minimum max min default limit limits one two over choose "
    "when why process other also any many much like you your consideration considerations"
)
_ENDINGS = (
    *("ability", "ibility", "ation", "ition", "ment", "ance", "ence", "ency", "ancy", "ity"),
    *("ion", "ive", "able", "ible", "ent", "ant", "ure", "er", "or", "al", "y", "e"),
)


@lru_cache(maxsize=20_000)
def root(stemmed: str) -> str:
    """A stem without the ending that makes it a noun, a verb or an adjective."""
    if not stemmed.isascii() or not stemmed.isalpha():
        return stemmed
    for ending in _ENDINGS:
        if stemmed.endswith(ending) and len(stemmed) - len(ending) >= 4:
            return stemmed[: -len(ending)]
    return stemmed


_SMALL = SMALL | {stem(word) for word in SMALL}
FRAMES = frozenset(root(stem(word)) for word in _FRAMING)


def roots(text: str) -> list[str]:
    """The roots of a text's words in order, without the small ones."""
    return [root(word) for word in stems(text) if word not in _SMALL]


def as_written(text: str, wanted: Iterable[str]) -> tuple[str, ...]:
    """The words of a text that have these roots, in the roots' order, in small letters."""
    words: dict[str, str] = {}
    for word in split(fold(text)):
        for found in roots(word):
            words.setdefault(found, word)
    return tuple(dict.fromkeys(words.get(found, found) for found in wanted))
