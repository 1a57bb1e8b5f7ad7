"""From the figures of a point to a verdict: a weighted sum, as a chance."""

from __future__ import annotations

from math import exp

from .signals import Signals

# Fitted by `python -m tests.measure.fitting` on the sets "develop" and "study".
BIAS = -0.990
WEIGHTS: dict[str, float] = {
    "said": 0.480,
    "label": 0.297,
    "told": 1.802,
    "rival": -2.113,
    "of_another": -1.010,
    "turned_exact": -3.549,
    "others": 1.223,
    "others_story": 4.845,
    "others_bad": -3.513,
    "negated_exact": -0.717,
    "stretch": 0.451,
    "ideas": -0.089,
    "labelled": -0.372,
}


def chance(signals: Signals) -> float:
    """How likely a careful person calls the point said, 0 to 1."""
    found = BIAS + sum(WEIGHTS[name] * figure for name, figure in signals.figures().items())
    return 1 / (1 + exp(-found))
