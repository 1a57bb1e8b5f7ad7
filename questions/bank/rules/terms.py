"""The words under which a question is found, and what a person means who types some of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from .words import stem

LONGEST_TEXT = 60_000
"""Letters of a question that are searched; more would not fit the index of either database."""
LONGEST_QUERY = 200
MOST = 8
SHORTEST_STEM = 3

_NAMED = ((re.compile(r"(?<=\w)\+\+"), "plusplus "), (re.compile(r"\b([acfj])#"), r"\1sharp "))
_ALONE = re.compile(r"([\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])")
_WORD = re.compile(r"[^\W_]+")


def folded(text: str) -> str:
    """Bare words between blanks: lower case, no accents, no punctuation, C++ and C# kept apart.

    Scripts that put no blanks between words are searched by letter.
    """
    text = text[:LONGEST_TEXT]
    # Of ASCII, lower case is all that the rest would make, letter by letter.
    text = text.lower() if text.isascii() else _unmarked(text)
    for pattern, instead in _NAMED:
        text = pattern.sub(instead, text)
    return " ".join(_WORD.findall(text if text.isascii() else _ALONE.sub(r" \1 ", text)))


def _unmarked(text: str) -> str:
    """The text in lower case, without accents and in one form for letters that look alike."""
    text = unicodedata.normalize("NFKD", text).casefold()
    text = unicodedata.normalize("NFKD", text)  # lower case may fall apart once more
    text = "".join(letter for letter in text if not unicodedata.combining(letter))
    # Korean letters fall apart under NFKD and would no longer be found by syllable.
    return unicodedata.normalize("NFC", text)


def wanted(text: str) -> tuple[str, ...]:
    """The beginnings of words that a typed text asks for, all of them; no letters but word letters.

    A word is cut to its stem, so that "scaling" finds "scale"; each is the beginning of a word,
    so that the last may still be half typed.
    """
    words = folded(text[:LONGEST_QUERY]).split()
    return tuple(dict.fromkeys(_beginning(word) for word in words))[:MOST]


def tells(text: str, beginnings: Iterable[str]) -> bool:
    """Whether a text has all the words that were asked for, as a search would find them."""
    words = folded(text).split()
    return all(
        any(word == begun or (len(begun) > 1 and word.startswith(begun)) for word in words)
        for begun in beginnings
    )


def _beginning(word: str) -> str:
    begun = stem(word)
    while not word.startswith(begun):  # a stem may end in a letter that the word never had
        begun = begun[:-1]
    return begun if len(begun) >= SHORTEST_STEM else word
