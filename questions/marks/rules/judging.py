"""From the figures of a point to a verdict: a weighted sum, as a chance."""

from __future__ import annotations

from math import exp

from .signals import Signals

# Fitted by `python -m tests.measure.fitting` on the sets "develop", "study" and "train".
BIAS = -1.145
WEIGHTS: dict[str, float] = {
    "said": 0.848,
    "label": 1.036,
    "told": 1.059,
    "fresh": 1.211,
    "rival": -1.967,
    "turned_exact": -4.540,
    "others": 3.618,
    "others_bad": -1.240,
    "borrowed": -3.963,
    "asked": -3.914,
    "empty": -1.732,
}


def chance(signals: Signals) -> float:
    """How likely a careful person calls the point said, 0 to 1."""
    found = BIAS + sum(WEIGHTS[name] * figure for name, figure in signals.figures().items())
    return 1 / (1 + exp(-found))
