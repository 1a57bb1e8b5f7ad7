"""Whether work grows no faster than its input, told on a busy machine as on an idle one.

With LONG set (`make fuzz`) from 10 KB to 10 MB, else between two sizes that show a square as well.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from itertools import pairwise

from tests.effort import LONG

SLACK = 4
"""Times the growth of the input that is still no square."""

TRIES = 5
LEAST = 0.004
"""Seconds below which the clock tells nothing."""


def seconds(work: Callable[[], object]) -> float:
    """Of the processor, without what the collector does to everything else in this process."""
    gc.disable()
    try:
        start = time.process_time()
        work()
        return time.process_time() - start
    finally:
        gc.enable()


def linear(work: Callable[[int], Callable[[], object]], small: int, large: int) -> None:
    """Fail where the larger input takes longer in every try than its size explains.

    A machine that is busy with other things slows some tries down; a square slows down all.
    """
    sizes = (10_000, 100_000, 1_000_000, 10_000_000) if LONG else (small, large)
    for less, more in pairwise(sizes):
        few, many = work(less), work(more)
        most = SLACK * more / less * max(min(seconds(few) for _ in range(3)), LEAST)
        took = [seconds(many)]
        while took[-1] >= most and len(took) < TRIES:
            took.append(seconds(many))
        assert min(took) < most, f"{less} to {more}: {most / SLACK:.3f} s expected, {took}"
