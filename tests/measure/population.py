"""Made-up people whose memory is known: what they would answer, reviewed on the days they are due.

Each forgets by weights of their own. Whoever fits a model to their answers can be told how close
it came, which real people never tell.
"""

from __future__ import annotations

from random import Random

from questions.flashcards.rules import fsrs
from questions.flashcards.rules.fitting import History
from questions.flashcards.rules.fsrs import Grade, Weights

START = 740_000
"""The first day of every history; any ordinal would do."""

SPAN = 60
"""Days over which cards are met for the first time."""


def _planted(first: float, growth: float) -> Weights:
    """Everybody's weights with first stabilities and growth changed."""
    known = list(fsrs.WEIGHTS)
    known[:4] = [first * weight for weight in known[:4]]
    known[8] += growth
    return tuple(known)


FORGETFUL = _planted(0.35, -0.5)
RETENTIVE = _planted(2.5, 0.3)
AVERAGE = fsrs.WEIGHTS


def histories(chance: Random, truth: Weights, cards: int) -> list[History]:
    """The answers of someone who forgets by `truth` and is asked as everybody is at first."""
    return [_history(chance, truth) for _ in range(cards)]


def _history(chance: Random, truth: Weights) -> History:
    day, gap = START + chance.randrange(SPAN), 0
    mine: fsrs.Strength | None = None
    believed: fsrs.Strength | None = None
    found = []
    for _ in range(chance.randint(2, 9)):
        grade = _answer(chance, mine, gap, truth)
        found.append((day, grade))
        mine = fsrs.outcome(mine, grade, gap, weights=truth).strength
        after = fsrs.outcome(believed, grade, gap)
        believed, gap = after.strength, max(1, round(after.days * chance.uniform(0.8, 1.3)))
        day += gap
    return found


def _answer(chance: Random, mine: fsrs.Strength | None, gap: int, truth: Weights) -> Grade:
    if mine is None:
        return chance.choices([Grade.AGAIN, Grade.HARD, Grade.GOOD, Grade.EASY], [35, 10, 45, 10])[
            0
        ]
    if chance.random() >= fsrs.recall(mine, gap, weights=truth):
        return Grade.AGAIN
    return chance.choices([Grade.HARD, Grade.GOOD, Grade.EASY], [12, 76, 12])[0]
