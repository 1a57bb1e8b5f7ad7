"""P15: the weights of one person fitted to 100,000 answers."""

from __future__ import annotations

import time
from random import Random

REVIEWS = 100_000


def measure() -> list[dict[str, object]]:
    from questions.flashcards.rules import fitting
    from tests.measure.population import FORGETFUL, histories

    given, reviews, chance = [], 0, Random(1)
    while reviews < REVIEWS:
        given += histories(chance, FORGETFUL, 1)
        reviews += len(given[-1])
    began = time.perf_counter()
    fitting.trained(given)
    trained = time.perf_counter() - began
    fitting.fitted(given)
    judged = time.perf_counter() - began - trained
    return [
        {
            "goal": "P15",
            "what": f"weights fitted to {reviews:,} answers, in seconds",
            "figure": trained,
            "most": 1.0,
            "more": f"fitted and judged on answers that were held out: {judged:.1f} s",
        }
    ]
