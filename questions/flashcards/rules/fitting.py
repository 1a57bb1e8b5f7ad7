"""Weights of the memory model that are fitted to one person's own answers.

They are kept only where they foretell later answers, which the fit has not seen, better than the
weights in use: a fit that merely describes the past would make every interval worse.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log

from fsrs_rs_python import FSRSItem, FSRSReview

from questions.errors import Refusal

from . import fsrs
from .fsrs import Grade, Strength, Weights

LEAST_REVIEWS = 400
"""Answers without which nothing is fitted: fewer say more about chance than about a person."""

HELD_OUT = 0.2
"""The latest part of the answers, on which a fit is judged."""

AGAIN_AFTER = 1.25
"""A fit is made again when there are so many times the answers of the last one."""

SUREST = 1e-6
"""No forecast is taken for surer than this; a logarithm has no mercy."""

Answer = tuple[int, Grade]
"""The learner's own day as an ordinal, and what was answered on it."""

History = Sequence[Answer]
"""One card's answers from the first one on, in order."""


class TooFewReviews(Refusal):
    """There is too little to fit anything to."""

    code = "too_few_reviews"


@dataclass(frozen=True, slots=True)
class Fitted:
    """What a fit came to: `before` and `after` are the log loss on the answers held out.

    `constant` is that of always foretelling the part that was known until then. Smaller is
    better.
    """

    weights: Weights
    reviews: int
    held_out: int
    before: float
    after: float
    constant: float

    @property
    def better(self) -> bool:
        """Whether later answers were foretold better than by the weights in use."""
        return self.held_out > 0 and self.after < self.before


@dataclass(frozen=True, slots=True)
class Guess:
    """What was foretold of one answer, and whether the card was known."""

    day: int
    odds: float
    known: bool


def fitted(histories: Sequence[History], now: Weights = fsrs.WEIGHTS) -> Fitted:
    """Weights from the earlier answers, judged on the later ones. Raises TooFewReviews."""
    reviews = sum(map(len, histories))
    if reviews < LEAST_REVIEWS:
        raise TooFewReviews(f"{LEAST_REVIEWS} answers are needed; so far there are {reviews}.")
    until = dividing_day(histories)
    weights = trained([_before(history, until) for history in histories])
    seen, later = _parted(guesses(histories, now), until)
    _, ours = _parted(guesses(histories, weights), until)
    usual = sum(guess.known for guess in seen) / len(seen) if seen else fsrs.RETENTION
    flat = [Guess(guess.day, usual, guess.known) for guess in later]
    return Fitted(weights, reviews, len(later), loss(later), loss(ours), loss(flat))


def dividing_day(histories: Iterable[History]) -> int:
    """The first day of the answers that are held out."""
    days = sorted(day for history in histories for day, _ in history)
    return days[int(len(days) * (1 - HELD_OUT))]


def trained(histories: Iterable[History]) -> Weights:
    """Weights fitted to these answers, the same for the same answers in whatever order."""
    items = []
    for history in sorted(histories, key=_as_numbers):
        gaps = _gaps(history)
        pairs = zip(history, gaps, strict=True)
        reviews = [FSRSReview(grade.value, gap) for (_, grade), gap in pairs]
        items += [FSRSItem(reviews[: n + 1]) for n, gap in enumerate(gaps) if n and gap]
    return tuple(fsrs.model(fsrs.WEIGHTS).compute_parameters(items))


def guesses(histories: Iterable[History], weights: Weights) -> list[Guess]:
    """What these weights would have foretold of every answer that came on a later day."""
    found = []
    for history in histories:
        strength: Strength | None = None
        for (day, grade), gap in zip(history, _gaps(history), strict=True):
            if strength is not None and gap:
                odds = fsrs.recall(strength, gap, weights=weights)
                found.append(Guess(day, odds, grade is not Grade.AGAIN))
            strength = fsrs.outcome(strength, grade, gap, weights=weights).strength
    return found


def loss(of: Sequence[Guess]) -> float:
    """The log loss of forecasts: 0 is perfect, ln 2 is a coin; 0 where there is none."""
    if not of:
        return 0.0
    return sum(_surprise(guess) for guess in of) / len(of)


def due_again(reviews: int, last: int | None) -> bool:
    """Whether there are enough answers for a first fit, or enough new ones for another."""
    return reviews >= (LEAST_REVIEWS if last is None else last * AGAIN_AFTER)


def _surprise(guess: Guess) -> float:
    odds = min(max(guess.odds, SUREST), 1 - SUREST)
    return -log(odds if guess.known else 1 - odds)


def _before(history: History, day: int) -> History:
    return [answer for answer in history if answer[0] < day]


def _parted(of: Iterable[Guess], day: int) -> tuple[list[Guess], list[Guess]]:
    seen: list[Guess] = []
    later: list[Guess] = []
    for guess in of:
        (later if guess.day >= day else seen).append(guess)
    return seen, later


def _as_numbers(history: History) -> list[tuple[int, int]]:
    return [(day, grade.value) for day, grade in history]


def _gaps(history: History) -> list[int]:
    """Days between an answer and the one before it; 0 for the first."""
    days = [day for day, _ in history]
    return [0, *(max(0, day - last) for last, day in pairwise(days))][: len(days)]
