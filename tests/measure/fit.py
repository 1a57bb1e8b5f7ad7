"""What a fit to one's own answers is worth, on made-up people whose memory is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from random import Random
from statistics import mean

from questions.flashcards.rules import fitting, fsrs
from questions.flashcards.rules.fitting import Fitted, Guess, History, loss
from questions.flashcards.rules.fsrs import Weights

from .population import AVERAGE, FORGETFUL, RETENTIVE, histories

PEOPLE = {"forgetful": FORGETFUL, "average": AVERAGE, "retentive": RETENTIVE}
SIZES = (80, 200, 600)
"""Cards of a person; each has five to six answers."""

SEEDS = 5
MEMORY = 0.98
"""How much of a moving average stays at each answer."""

BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.0)


@dataclass(frozen=True)
class Judged:
    """A fit beside what else could have been said of the same later answers."""

    fit: Fitted
    truth: float
    moving: float

    @property
    def used(self) -> float:
        """The log loss of the weights that are in use afterwards."""
        return self.fit.after if self.fit.better else self.fit.before


def judged(given: Sequence[History], truth: Weights) -> Judged:
    """Fit to the earlier answers of somebody, and see how well all foretell the later ones."""
    until = fitting.dividing_day(given)
    later = [guess for guess in fitting.guesses(given, truth) if guess.day >= until]
    return Judged(fitting.fitted(given), loss(later), loss(moving(given, until)))


def moving(given: Sequence[History], until: int) -> list[Guess]:
    """What a moving average of all answers so far would have foretold of the later ones."""
    odds, found = fsrs.RETENTION, []
    for guess in sorted(fitting.guesses(given, fsrs.WEIGHTS), key=lambda guess: guess.day):
        if guess.day >= until:
            found.append(Guess(guess.day, odds, guess.known))
        odds = MEMORY * odds + (1 - MEMORY) * guess.known
    return found


def losses(seeds: int = SEEDS) -> list[str]:
    """Log loss on later answers: everybody's weights, the fit, and what it is to be judged by."""
    lines = ["person    answers  constant  moving  everybody's  fitted  in use  truth  kept"]
    for name, truth in PEOPLE.items():
        for cards in SIZES:
            found = [judged(histories(Random(s), truth, cards), truth) for s in range(seeds)]
            lines.append(
                f"{name:9} {mean(one.fit.reviews for one in found):7.0f} "
                f"{mean(one.fit.constant for one in found):9.4f} "
                f"{mean(one.moving for one in found):7.4f} "
                f"{mean(one.fit.before for one in found):12.4f} "
                f"{mean(one.fit.after for one in found):7.4f} "
                f"{mean(one.used for one in found):7.4f} "
                f"{mean(one.truth for one in found):6.4f} "
                f"{sum(one.fit.better for one in found)} of {seeds}"
            )
    return lines


def calibration(seeds: int = SEEDS) -> list[str]:
    """How often cards were known that were foretold so: later answers of forgetful people."""
    found: dict[str, list[Guess]] = {"everybody's": [], "fitted": []}
    for seed in range(seeds):
        given = histories(Random(seed), FORGETFUL, SIZES[-1])
        until = fitting.dividing_day(given)
        mine = fitting.fitted(given).weights
        for name, weights in (("everybody's", fsrs.WEIGHTS), ("fitted", mine)):
            found[name] += [g for g in fitting.guesses(given, weights) if g.day >= until]
    lines = ["foretold     weights      answers  foretold  known"]
    for low, high in pairwise(BINS):
        for name, guesses in found.items():
            here = [guess for guess in guesses if low <= guess.odds < high]
            if here:
                foretold, known = mean(g.odds for g in here), mean(g.known for g in here)
                lines.append(
                    f"{low:.2f}-{high:.2f}    {name:11} {len(here):8} {foretold:9.3f} {known:6.3f}"
                )
    for name, guesses in found.items():
        lines.append(f"{name}: off by {off(guesses):.3f} on average")
    return lines


def off(guesses: Sequence[Guess]) -> float:
    """The mean distance between what was foretold and what happened, over twenty equal parts."""
    ranked = sorted(guesses, key=lambda guess: guess.odds)
    size = max(1, len(ranked) // 20)
    parts = [ranked[start : start + size] for start in range(0, len(ranked), size)]
    return sum(
        abs(mean(g.odds for g in part) - mean(g.known for g in part)) * len(part) for part in parts
    ) / len(ranked)
