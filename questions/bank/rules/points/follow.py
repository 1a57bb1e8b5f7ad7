"""Which point of an earlier reading lives on in which point of a new one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

from questions.bank.rules.words import content

from .choose import Point

LIKE_ENOUGH = 0.5


class Known(Protocol):
    """A point that has an identity somewhere: a row, or anything else with a text."""

    @property
    def text(self) -> str: ...


K = TypeVar("K", bound=Known)


def _likeness(one: str, other: str) -> float:
    """0 to 1: shared words of all words, at least a half where the name before the colon is one."""
    if one == other:
        return 1.0
    words, others = content(one), content(other)
    alike = 2 * len(words & others) / (len(words) + len(others)) if words and others else 0.0
    name, colon, _ = one.casefold().partition(": ")
    same_name = bool(colon) and other.casefold().startswith(name + colon)
    return min(0.99, (0.5 + alike / 2) if same_name else alike)


def follow(old: Sequence[K], new: Sequence[Point]) -> tuple[K | None, ...]:
    """For each new point the old one that it continues, or None; no old one is named twice.

    The likest pairs find each other first, equal ones before all, the nearer in the list in a tie.
    A pair shares at least half its words or its name, so a changed number is a revision.
    """
    pairs = sorted(
        (-likeness, abs(there - here), here, there)
        for here, point in enumerate(new)
        for there, known in enumerate(old)
        if (likeness := _likeness(known.text, point.text)) >= LIKE_ENOUGH
    )
    found: dict[int, int] = {}
    for _, _, here, there in pairs:
        if here not in found and there not in found.values():
            found[here] = there
    return tuple(old[found[here]] if here in found else None for here in range(len(new)))
