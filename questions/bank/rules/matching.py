"""Which question of an earlier reading is which of a new one, so that it keeps its id."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Protocol

from .words import content

LIKE_ENOUGH = 0.6
NEAR = 40
"""Places; a reworded prompt is looked for no further away than this."""
TELLING = 40
"""Letters; an answer that is shorter does not say which question it belongs to."""


class Asked(Protocol):
    """What a question is known by within its document."""

    @property
    def prompt(self) -> str: ...
    @property
    def fingerprint(self) -> str: ...
    @property
    def answer(self) -> str: ...


def pairs(old: Sequence[Asked], new: Sequence[Asked]) -> tuple[int | None, ...]:
    """For each new question the place of the old one that it continues; none is named twice.

    Both are in the document's order. Equal prompts find each other first, then prompts with one
    fingerprint, then equal answers, then the likest prompts that stand near.
    """
    found: dict[int, int] = {}
    keys: tuple[Callable[[Asked], Hashable], ...] = (
        lambda one: (one.prompt, one.answer),
        lambda one: one.prompt,
        lambda one: one.fingerprint or None,
        lambda one: one.answer if len(one.answer) >= TELLING else None,
    )
    for key in keys:
        _by(key, old, new, found)
    _by_likeness(old, new, found)
    return tuple(found.get(place) for place in range(len(new)))


def _by(
    key: Callable[[Asked], Hashable],
    old: Sequence[Asked],
    new: Sequence[Asked],
    found: dict[int, int],
) -> None:
    taken, waiting = set(found.values()), dict[Hashable, list[int]]()
    for there in reversed(range(len(old))):
        if there not in taken and (known := key(old[there])) is not None:
            waiting.setdefault(known, []).append(there)
    for here, one in enumerate(new):
        if here not in found and (places := waiting.get(key(one))):
            found[here] = places.pop()


def _by_likeness(old: Sequence[Asked], new: Sequence[Asked], found: dict[int, int]) -> None:
    taken = set(found.values())
    left = {there: content(one.prompt) for there, one in enumerate(old) if there not in taken}
    alike = sorted(
        (-likeness, abs(there - here), here, there)
        for here, one in enumerate(new)
        if here not in found
        for words in (content(one.prompt),)
        for there in range(max(0, here - NEAR), min(len(old), here + NEAR + 1))
        if there in left and (likeness := _likeness(words, left[there])) >= LIKE_ENOUGH
    )
    for _, _, here, there in alike:
        if here not in found and left.pop(there, None) is not None:
            found[here] = there


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0
