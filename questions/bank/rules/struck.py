"""Sentences that were found wrong: out of what is learned, struck through where it is read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_MARKER = re.compile(r"^\s*(?:[-*+•]|\d{1,3}[.)])\s")
_TAG = re.compile(r"<[^<>]*>|&(?:#\d+|#x[0-9a-fA-F]+|\w+);")


def without(markdown: str, sentences: Iterable[str]) -> str:
    """The text without these sentences, however they are marked up in it.

    One that is not found there to the letter takes nothing away.
    """
    for sentence in sentences:
        for start, end in _places(markdown, sentence, ()):
            while start and markdown[start - 1] in "*_`\"'(":
                start -= 1
            while end < len(markdown) and markdown[end] in ".!?;:,*_`\"')":
                end += 1
            before, after = markdown[:start], markdown[end:]
            line = before.rpartition("\n")[2] + after.partition("\n")[0]
            if not any(map(str.isalnum, _MARKER.sub("", line))):  # nothing but a list's mark
                before = before[: len(before) - len(before.rpartition("\n")[2])]
                after = after.partition("\n")[2]
            markdown = before + after
    return markdown


def says(text: str, sentence: str) -> bool:
    """Whether a text has this sentence, however it is marked up and spaced."""
    return bool(_places(text, sentence, ()))


def through(html: str, sentences: Iterable[str]) -> str:
    """Clean HTML with each of these sentences struck through, its own tags kept."""
    for sentence in sentences:
        tags = [found.span() for found in _TAG.finditer(html)]
        for start, end in _places(html, sentence, tags):
            inner = "".join(_struck(html[start:end]))
            html = html[:start] + inner + html[end:]
    return html


def _struck(html: str) -> Iterator[str]:
    """Each run of text between two tags in a <del> of its own, so that all stay well nested."""
    last = 0
    for tag in re.finditer(r"<[^<>]*>", html):
        yield _deleted(html[last : tag.start()])
        yield tag[0]
        last = tag.end()
    yield _deleted(html[last:])


def _deleted(text: str) -> str:
    return f"<del>{text}</del>" if text.strip() else text


def _places(text: str, sentence: str, passed: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where the letters and digits of a sentence stand in a text; the first place, or none.

    `passed` are stretches whose letters are no part of what is read.
    """
    wanted = "".join(letter.casefold()[:1] for letter in sentence if letter.isalnum())
    if not wanted:
        return []
    letters, places = [], []
    for start, end in _kept(len(text), passed):
        for place in range(start, end):
            folded = text[place].casefold()
            if text[place].isalnum():
                letters.append(folded[:1])
                places.append(place)
    found = "".join(letters).find(wanted)
    if found < 0:
        return []
    return [(places[found], places[found + len(wanted) - 1] + 1)]


def _kept(length: int, passed: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    last = 0
    for start, end in passed:
        yield last, start
        last = end
    yield last, length
