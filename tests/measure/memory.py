"""What the plan for a date and the fit are worth, on simulated learners.

A learner misses 35 of 100 cards at first sight and forgets as FSRS-6 says, or half or twice as
fast as it believes; a miss takes two answers. `make measure-memory` prints the whole table.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean
from uuid import UUID

from questions.flashcards.rules import fsrs, plan
from questions.flashcards.rules.plan import Agenda, Aim, Forecast, Item

from . import fit

START = 740_000
"""The first day of every simulation; any ordinal would do."""


@dataclass(frozen=True)
class Load:
    """So many cards, days and answers a day."""

    cards: int
    days: int
    answers: int
    slack: bool
    """Whether the plan is promised to do visibly better than plain FSRS."""


LOADS = [
    Load(300, 30, 40, slack=False),
    Load(300, 30, 60, slack=True),
    Load(150, 21, 40, slack=True),
    Load(300, 14, 40, slack=False),
    Load(100, 10, 40, slack=False),
    Load(500, 45, 40, slack=False),
]
ERRORS = (0.5, 1.0, 2.0)
"""How much longer a card truly holds than the scheduler believes."""


def new_first(items: Sequence[Item], day: int, aim: Aim) -> list[Item]:
    """Plain FSRS: the usual number of new cards, then what is due, nothing ahead of time."""
    return _new(items, aim) + _due(items, day)


def reviews_first(items: Sequence[Item], day: int, aim: Aim) -> list[Item]:
    """What most programs do: what is due, then new cards with the time that is left."""
    return _due(items, day) + _new(items, aim)


def _new(items: Sequence[Item], aim: Aim) -> list[Item]:
    return [item for item in items if item.strength is None][: aim.usual]


def _due(items: Sequence[Item], day: int) -> list[Item]:
    due = [item for item in items if item.strength is not None and item.due <= day]
    return sorted(due, key=lambda item: (item.due, item.card))


@dataclass
class Learner:
    """Someone whose cards hold `error` times as long as the scheduler believes."""

    chance: random.Random
    error: float
    asked: dict[tuple[UUID, int], int]

    def __call__(self, item: Item, day: int) -> bool:
        known = self.chance.random() < self.recall(item, day)
        key = item.card, day
        self.asked[key] = self.asked.get(key, 0) + 1 + (not known)
        return known

    def recall(self, item: Item, day: int) -> float:
        """The true chance that the card is known."""
        if item.strength is None:
            return plan.KNOWN_AT_SIGHT
        true = fsrs.Strength(item.strength.stability * self.error, item.strength.difficulty)
        return fsrs.recall(true, day - item.seen)


@dataclass(frozen=True)
class Run:
    """Where one simulated learner got to."""

    recall: float
    unseen: int
    answers: int
    most_in_a_day: int


def run(load: Load, order: Agenda, seed: int, error: float = 1.0, usual: int = 20) -> Run:
    """One learner from the first day to the date."""
    items, aim = start(load, usual)
    learner = Learner(random.Random(seed), error, {})
    found = plan.forecast(items, START, aim, learner, order)
    last = [learner.recall(i, aim.date) if i.strength else 0.0 for i in found.items]
    spent = sum(day.answers for day in found.days)
    return Run(mean(last), found.unseen, spent, max(learner.asked.values()))


def start(load: Load, usual: int = 20) -> tuple[list[Item], Aim]:
    """The cards on the first day, and what the learner aims for."""
    aim = Aim(START + load.days, load.answers, usual=usual, per_new=1)
    return [Item(UUID(int=n + 1)) for n in range(load.cards)], aim


def promised(load: Load) -> Forecast:
    """What the plan says before one starts."""
    items, aim = start(load)
    return plan.forecast(items, START, aim)


def said_to_fit(load: Load) -> bool:
    items, aim = start(load)
    found = promised(load)
    return plan.fits(found, plan.bar(items, START, aim, found))


def averaged(load: Load, order: Agenda, seeds: int, error: float = 1.0) -> tuple[float, list[Run]]:
    """Mean recall on the date over so many learners, and each of them."""
    runs = [run(load, order, seed, error) for seed in range(seeds)]
    return mean(one.recall for one in runs), runs


def table(seeds: int = 20) -> list[str]:
    """The rows that are printed."""
    lines = ["cards days /day  error  reviews-first  new-first   plan   diff  unseen  said  fits"]
    for load in LOADS:
        says, fit = promised(load).recall, said_to_fit(load)
        for error in ERRORS:
            first, _ = averaged(load, reviews_first, seeds, error)
            plain, _ = averaged(load, new_first, seeds, error)
            ours, runs = averaged(load, plan.agenda, seeds, error)
            unseen = max(one.unseen for one in runs)
            lines.append(
                f"{load.cards:5} {load.days:4} {load.answers:4} {error:6} {first:14.3f} "
                f"{plain:10.3f} {ours:6.3f} {ours - plain:+6.3f} {unseen:7} {says:5.3f} "
                f"{'yes' if fit else 'no':>5}"
            )
    return lines


if __name__ == "__main__":
    print("Mean recall on the date, 20 learners each", *table(), sep="\n")
    print("\nLog loss on later answers that the fit has not seen", *fit.losses(), sep="\n")
    print("\nCalibration on the same", *fit.calibration(), sep="\n")
