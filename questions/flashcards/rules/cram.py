"""A cram: cards gone through until each was known once, beside the schedule and without it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from questions.errors import Refusal

MOST = 100
"""Cards of one cram; whoever wants more starts another."""

AGAIN_AFTER = 4
"""Cards after which one that was missed comes again: long enough to have left the mind."""


class NothingToCram(Refusal):
    """No card is like what was asked for."""

    code = "nothing_to_cram"


@dataclass(frozen=True, slots=True)
class Round:
    """The cards that still wait, the next one first, and those that were missed at least once."""

    waiting: tuple[UUID, ...]
    missed: tuple[UUID, ...] = ()


def answered(now: Round, known: bool) -> Round:
    """What is left after the next card was known, or missed and put back among the others."""
    first, *rest = now.waiting
    if known:
        return replace(now, waiting=tuple(rest))
    again = [*rest[:AGAIN_AFTER], first, *rest[AGAIN_AFTER:]]
    missed = now.missed if first in now.missed else (*now.missed, first)
    return Round(tuple(again), missed)
