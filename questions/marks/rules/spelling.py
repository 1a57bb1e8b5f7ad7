"""Spelling: one slip forgiven, and initials that stand for a run of words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

_LENGTHS = (3, 4, 5)


def nearly(one: str, other: str) -> bool:
    """Whether one letter more, less, changed or two neighbours swapped make them equal."""
    if abs(len(one) - len(other)) > 1:
        return False
    same = 0
    shorter = min(len(one), len(other))
    while same < shorter and one[same] == other[same]:
        same += 1
    if len(one) == len(other):
        swapped = one[same : same + 2] == other[same : same + 2][::-1]
        rest = same + (2 if swapped else 1)
        return one[rest:] == other[rest:]
    longer, short = (one, other) if len(one) > len(other) else (other, one)
    return longer[same + 1 :] == short[same:]


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
