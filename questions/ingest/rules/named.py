"""Which of its options a key names: by letter, by number or by text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

LONGEST = 300  # characters by which an option and its key are compared
KEY = re.compile(
    r"^[\W_]{0,8}(?i:option|choice)?\s*[(\[]?([A-Ha-h])[)\]]?"
    r"((?:\s*+(?:[,，、]|&|/|;|\+|and|y|und|et|e)?\s*+[(\[]?[A-H][)\]]?(?![a-z]))*)(?=$|[\s.,:;*_`)\]–—-])"
)
# The first letters of the Cyrillic alphabet, in its order, name options like those of the Latin.
CYRILLIC = str.maketrans("абвгдежзАБВГДЕЖЗ", "abcdefghABCDEFGH")
CYRILLIC_KEY = re.compile(r"[\W_]{0,8}[а-зА-З](?:[\s,;.)]*[а-зА-З])*+[\W_]*$")
NOISE = re.compile(r"[\W_]+")
COUNTS = re.compile(r"\s*\d{1,2}(?:\s*(?:,|;|&|/|\||and)\s*\d{1,2})+\s*$")
COUNT = re.compile(r"^[\W_]{0,8}(?i:option|choice)?\s*[(\[]?(\d{1,2})[)\].:]?(?=$|\s|\*)")


class Texted(Protocol):
    """An option as far as keys are concerned."""

    @property
    def text(self) -> str: ...


def named_by(text: str, found: Sequence[Texted]) -> set[int]:
    """The options that a key names."""
    said = plain(text[:LONGEST])
    texts = [plain(one.text[:LONGEST]) for one in found]
    if said in texts:
        return {texts.index(said)}
    if CYRILLIC_KEY.match(text[:LONGEST]):
        text = text.translate(CYRILLIC).upper()
    if match := KEY.match(text):
        letters = [match[1].upper(), *re.findall(r"[A-H]", match[2])]
        places = {ord(letter) - ord("A") for letter in letters}
        after = text[match.end() :].lstrip(" ).:*-–—`")
        article = match[1] in "Aa" and match[0].strip() in "Aa" and after[:1].islower()
        if max(places) < len(found) and not article:
            return places
    if COUNTS.match(text[:LONGEST]):
        places = {int(one) - 1 for one in re.findall(r"\d+", text)}
        return places if min(places) >= 0 and max(places) < len(found) else set()
    if (match := COUNT.match(text)) and 0 < int(match[1]) <= len(found):
        return {int(match[1]) - 1}
    starts = [at for at, own in enumerate(texts) if own and said.startswith(own)]
    return {starts[0]} if len(starts) == 1 else set()


def only_key(text: str) -> bool:
    """Whether an answer says no more than which letters or numbers are right."""
    if CYRILLIC_KEY.match(text[:LONGEST]):
        return True
    match = KEY.match(text) or COUNTS.match(text[:LONGEST]) or COUNT.match(text)
    return match is not None and not text[match.end() :].strip(" .)*_`")


def reason(text: str) -> str:
    """What an answer says beside the letters of the right options; they may be shown shuffled."""
    match = KEY.match(text)
    return text[match.end() :].lstrip(" \t.,:;)*_`–—-").strip() if match else text


def plain(text: str) -> str:
    """The letters and digits of a text, in lower case."""
    return NOISE.sub("", text.casefold())


def spelled(text: str, found: Sequence[Texted]) -> set[int]:
    """The one option that is just this text."""
    said = plain(text[:LONGEST])
    same = [at for at, one in enumerate(found) if plain(one.text[:LONGEST]) == said]
    return set(same) if len(same) == 1 else set()
