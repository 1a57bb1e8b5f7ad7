"""Which question of an earlier reading is which of a new one, so that it keeps its id."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Sequence
from typing import Protocol

from .contrasts import apart
from .roots import FRAMES, roots
from .words import content

LIKE_ENOUGH = 0.6
WORTH_ASKING = 0.4
"""Of likeness; what is less like is not offered as a rewording either."""
CLEARLY = 0.1
"""By so much a pair must be likelier than any other of either side, to be followed unasked."""
FEW = 3
MOST_OF = 0.6
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


def is_most(shared: int, given: int, had: int) -> bool:
    """Whether so many questions in common make a file the document that had so many.

    A few may be chance, and a document that has much more than the file is a collection of it.
    """
    return shared >= FEW and shared >= MOST_OF * max(given, had)


def pairs(old: Sequence[Asked], new: Sequence[Asked]) -> tuple[int | None, ...]:
    """For each new question the place of the old one that it continues; none is named twice.

    Both are in the document's order. Equal prompts find each other first, then prompts with one
    fingerprint, then equal answers, then prompts that were clearly reworded and stand near.
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


def offers(
    old: Sequence[Asked], new: Sequence[Asked], places: Sequence[int | None]
) -> tuple[tuple[int, int, float], ...]:
    """(old, new, likeness) of what may have been reworded, but not so clearly as to be followed.

    `places` is what `pairs` found. The likest old question is named for each new one.
    """
    taken = {place for place in places if place is not None}
    gone = [there for there in range(len(old)) if there not in taken]
    came = [here for here, place in enumerate(places) if place is None]
    found: dict[int, tuple[int, int, float]] = {}
    for likeness, here, there in _alike(old, new, came, gone, WORTH_ASKING, near=2 * NEAR):
        if likeness > found.get(here, (0, 0, 0.0))[2]:
            found[here] = there, here, likeness
    return tuple(found.values())


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
    gone = [there for there in range(len(old)) if there not in taken]
    came = [here for here in range(len(new)) if here not in found]
    alike = _alike(old, new, came, gone, LIKE_ENOUGH - CLEARLY, near=NEAR)
    best: dict[tuple[str, int], list[float]] = {}
    for likeness, here, there in alike:
        best.setdefault(("new", here), []).append(likeness)
        best.setdefault(("old", there), []).append(likeness)
    for likeness, here, there in alike:
        rivals = [*best["new", here], *best["old", there]]
        close = sum(1 for rival in rivals if rival > likeness - CLEARLY)
        # It is its own rival on both sides.
        if likeness >= LIKE_ENOUGH and close == 2 and _is_rewording(old[there], new[here]):
            found[here] = there


def _alike(
    old: Sequence[Asked],
    new: Sequence[Asked],
    came: Sequence[int],
    gone: Sequence[int],
    least: float,
    *,
    near: int,
) -> list[tuple[float, int, int]]:
    """(likeness, new, old) of the left ones that share words, no further apart than `near`."""
    words = {there: content(old[there].prompt) for there in gone}
    found = []
    for here in came:
        mine = content(new[here].prompt)
        first, last = bisect_left(gone, here - near), bisect_right(gone, here + near)
        for there in gone[first:last]:
            likeness = _likeness(mine, words[there])
            if likeness >= least:
                found.append((likeness, here, there))
    return found


def _is_rewording(old: Asked, new: Asked) -> bool:
    """Whether like prompts still ask the same: one says more, or their answers are alike."""
    if apart(old.prompt, new.prompt):
        return False
    mine, theirs = set(roots(old.prompt)) - FRAMES, set(roots(new.prompt)) - FRAMES
    if not (mine - theirs and theirs - mine):
        return True
    return _likeness(content(old.answer), content(new.answer)) >= LIKE_ENOUGH


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0
