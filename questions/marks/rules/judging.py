"""From the figures of a point to a verdict: a weighted sum, as a chance."""

from __future__ import annotations

from math import exp

from .signals import Signals

# Fitted by `python -m tests.measure.fitting` on the sets "develop" and "study".
BIAS = -1.069
WEIGHTS: dict[str, float] = {
    "said": 0.528,
    "behind": 0.573,
    "label": 0.598,
    "told": 1.522,
    "clean": -0.106,
    "contradicted": -0.195,
    "contradicted_exact": 1.101,
    "denied": 0.783,
    "opposed": -0.025,
    "in_place": -0.447,
    "rival": -2.151,
    "of_another": -0.698,
    "of_another_exact": -2.132,
    "turned_exact": -3.682,
    "others": 0.947,
    "others_story": 3.753,
    "others_bad": -1.574,
    "others_bad_exact": -2.372,
    "others_denied": -0.261,
    "negated_exact": -0.972,
    "stretch": 0.225,
    "ideas": -0.062,
    "labelled": -0.499,
    "story": 0.218,
}


def chance(signals: Signals) -> float:
    """How likely a careful person calls the point said, 0 to 1."""
    found = BIAS + sum(WEIGHTS[name] * figure for name, figure in signals.figures().items())
    return 1 / (1 + exp(-found))
