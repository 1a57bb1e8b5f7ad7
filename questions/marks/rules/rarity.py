"""How much a word tells: one that stands in every second answer tells little, a rare one much."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from math import exp, log

from .words import COMMON

STEP = 0.25
"""How fine the table is; each line of it holds the stems that tell so many steps."""
RARE = 5.0
"""What a word tells that is in no line: in nats, so that it is met once in about 150 answers."""
LEAST = 0.05


@cache
def _steps() -> dict[str, int]:
    found: dict[str, int] = {}
    steps = 0
    for line in COMMON.strip().splitlines():
        number, mark, words = line.partition(":")
        steps = int(number) if mark else steps
        found.update((word, steps) for word in (words if mark else line).split())
    return found


def tells(stem: str) -> float:
    """What one meets by meeting a stem, in nats: 0 for one that is everywhere, up to RARE."""
    steps = _steps().get(stem)
    return RARE if steps is None else steps * STEP


def any_tells(stems: Iterable[str]) -> float:
    """What one meets by meeting any of some stems."""
    chance = sum(exp(-tells(stem)) for stem in stems)
    return min(RARE, max(LEAST, -log(min(1.0, chance)))) if chance else RARE
