"""P14: finding prompts that are nearly the same against comparing all with all.

The floor compares row by row, for the library's quicker way needs numpy, which is not here: read
the ratio as kind to us.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from time import perf_counter

MANY, PLANTED, LARGE, ASKED = 10_000, 1_000, 100_000, 200
OPENERS = ("What is", "Why does", "How would you explain", "When should one avoid", "Describe")
ALIKE = 90.0


def prompts(count: int, seed: int) -> list[str]:
    """Prompts of a few words each from a vocabulary in which some are common and most are rare."""
    chance = random.Random(seed)

    def word() -> str:
        number = int(6_000 * chance.random() ** 2)
        return "".join("bdfgklmnprstvz"[number // 14**n % 14] + "aeiou"[n] for n in range(4))

    return [
        f"{chance.choice(OPENERS)} {' '.join(word() for _ in range(5))} in {word()} {n % 50}?"
        for n in range(count)
    ]


def reworded(prompt: str, chance: random.Random) -> str:
    """The same with a word put in or left out, as people copy questions."""
    words = prompt.split()
    at = chance.randrange(2, len(words) - 1)
    return " ".join([*words[:at], "really", *words[at:]] if chance.random() < 0.5 else words)


def measure() -> Iterator[dict[str, object]]:
    from rapidfuzz import fuzz, process

    from questions.bank.rules.resemblance import Prompts

    chance = random.Random(3)
    every = prompts(MANY - PLANTED, 1)
    every += [reworded(one, chance) for one in chance.sample(every, PLANTED)]

    began = perf_counter()
    truth = set()
    for place, one in enumerate(every):
        for _, _, other in process.extract(
            one, every, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=None
        ):
            if other != place:
                truth.add(frozenset((place, other)))
    floor = perf_counter() - began

    began = perf_counter()
    index = Prompts(enumerate(every))
    found = {frozenset((place, other)) for place in range(MANY) for _, other in index.near(place)}
    took = perf_counter() - began
    yield {
        "goal": "P14",
        "what": f"{MANY:,} against {MANY:,}: ours / all pairs by rapidfuzz",
        "figure": took / floor,
        "most": 0.4,
        "more": f"{took:.2f} s and {floor:.2f} s",
    }
    yield {
        "goal": "P14",
        "what": f"recall of the pairs that are {ALIKE:.0f} % alike",
        "figure": len(truth & found) / len(truth),
        "least": 0.98,
        "more": f"{len(truth)} pairs",
    }
    yield one_of_many(Prompts)


def one_of_many(kind) -> dict[str, object]:
    index = kind(enumerate(prompts(LARGE, 2)))
    chance = random.Random(4)
    keys = [chance.randrange(LARGE) for _ in range(ASKED)]
    index.near(keys[0])
    began = perf_counter()
    for key in keys:
        index.near(key)
    return {
        "goal": "P14",
        "what": f"ms for one against {LARGE:,}",
        "figure": (perf_counter() - began) / ASKED * 1000,
        "most": 20,
    }
