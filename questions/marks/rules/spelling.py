"""Spelling: slips forgiven, words cut short, and initials that stand for a run of words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import OSA

_LENGTHS = (3, 4, 5)
_SHORT, _LONG = 5, 9
_LEFT = 4


def nearly(one: str, other: str) -> bool:
    """Whether a slip makes them equal, or two in long words: a letter more, less or changed."""
    length = min(len(one), len(other))
    if length < _SHORT:
        return False
    slips = 2 if length >= _LONG else 1
    return OSA.distance(one, other, score_cutoff=slips) <= slips


def shortened(one: str, other: str) -> bool:
    """Whether one is the other cut short ("init"), or a name made with it."""
    short, long = sorted((one, other), key=len)
    if len(short) >= 7:
        return short in long
    return len(short) >= _LEFT and len(long) >= len(short) + 3 and long.startswith(short)


def initials(words: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """The initials of each run of three to five words, and from where to where it goes."""
    for first in range(len(words)):
        short = ""
        for last, word in enumerate(words[first : first + max(_LENGTHS)], first + 1):
            if not word:
                break
            short += word[0]
            if len(short) in _LENGTHS:
                yield short, first, last
