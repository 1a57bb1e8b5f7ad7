"""The words of a text as rules compare them: folded, stemmed, without the small ones."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:['’.+#/-][^\W_]+)*[+#]*")
_PART = re.compile(r"['’.+#/-]")
_ENDINGS = (
    ("isations", "ise"), ("izations", "ize"), ("isation", "ise"), ("ization", "ize"),
    ("ations", "ate"), ("ation", "ate"), ("ies", "y"), ("ied", "y"), ("ying", "y"),
    ("ing", ""), ("edly", ""), ("ed", ""), ("ches", "ch"), ("shes", "sh"), ("sses", "ss"),
    ("xes", "x"), ("zes", "z"), ("ly", ""), ("s", ""),
)  # fmt: skip
_DOUBLED = re.compile(r"([bdgmnprt])\1$|(?<=...)e$")


def bag(text: str) -> frozenset[str]:
    """The words of a list that is written as one line."""
    return frozenset(text.split())


SMALL = bag(
    "a an and are as at be been being but by can could did do does for from had has have he her "
    "his "
    "how i if in into is it its just may might must no nor not of on only or our out over shall "
    "she "
    "should so some such than that the their them then there these they this those to too up upon "
    "was we were what when where which while who why will with would you your"
)


def fold(text: str) -> str:
    """Lower case, one form for letters that look alike, accents kept."""
    if text.isascii():
        return text.lower()  # which is all that the rest would do to it
    return unicodedata.normalize("NFKC", text).casefold().replace("’", "'")


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A crude English stem; words of other scripts and short ones stay as they are."""
    if word.endswith("'s"):
        word = word[:-2]
    if not word.isascii() or not word.isalpha() or len(word) < 4:
        return word
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            word = word[: len(word) - len(ending)] + instead
            break
    return _DOUBLED.sub(r"\1", word)


def split(text: str) -> list[str]:
    """The words in order, as written, without punctuation."""
    return _WORD.findall(text)


def stems(text: str) -> list[str]:
    """The folded stems in order; hyphenated words also by their parts."""
    found: list[str] = []
    for word in _WORD.findall(fold(text)):
        if word.isalnum():
            found.append(stem(word))
        else:
            found += [stem(part) for part in _PART.split(word) if part]
    return found


_SMALL_STEMS = frozenset(stem(word) for word in SMALL) | SMALL


def content(text: str) -> frozenset[str]:
    """The stems that carry meaning; all of them where nothing else is left."""
    every = stems(text)
    return frozenset(word for word in every if word not in _SMALL_STEMS) or frozenset(every)


def shared(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of the smaller set lies in the larger, 0 to 1."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0
