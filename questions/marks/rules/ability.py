"""How able somebody is and how hard a question, each learned from how answers went."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Q = TypeVar("Q")
T = TypeVar("T")

FIRST, FALLING = 0.8, 0.05
"""How far the first answer moves a rating, and how quickly later ones move it less."""
WANTED = 0.65
"""The chance of success that teaches most."""
ENOUGH = 30
"""First answers from which on a question's level is learned rather than stated."""
EASY_FROM, HARD_BELOW = 0.75, 0.45
"""The chances of an average person between which a question is of medium difficulty."""


@dataclass(frozen=True)
class Rating:
    """An ability or a hardness on one scale, 0 being average, and from how many answers."""

    value: float = 0.0
    answers: int = 0

    @property
    def step(self) -> float:
        """How far the next answer may move it."""
        return FIRST / (1 + FALLING * self.answers)

    def moved(self, surprise: float) -> Rating:
        return Rating(self.value + self.step * surprise, self.answers + 1)


@dataclass(frozen=True)
class Outcome(Generic[Q, T]):
    """One first answer: of which question, on which topics, its score, and the chance to guess."""

    question: Q
    topics: tuple[T, ...]
    score: float
    guess: float = 0.0


@dataclass
class Ratings(Generic[Q, T]):
    """What is known of one person's abilities and of some questions' hardness."""

    abilities: dict[T, Rating] = field(default_factory=dict)
    hardness: dict[Q, Rating] = field(default_factory=dict)

    def ability(self, topics: Iterable[T]) -> float:
        """The person's ability over these topics: the mean, 0 where nothing is known."""
        found = [self.abilities[topic].value for topic in topics if topic in self.abilities]
        return sum(found) / len(found) if found else 0.0

    def chance(self, question: Q, topics: Iterable[T], guess: float = 0.0) -> float:
        """How likely this person is to succeed."""
        hardness = self.hardness.get(question, Rating()).value
        return expected(self.ability(topics), hardness, guess)

    def learn(self, outcome: Outcome[Q, T]) -> None:
        """Move the abilities one way and the hardness the other by how surprising it was."""
        surprise = outcome.score - self.chance(outcome.question, outcome.topics, outcome.guess)
        for topic in outcome.topics:
            self.abilities[topic] = self.abilities.get(topic, Rating()).moved(surprise)
        known = self.hardness.get(outcome.question, Rating())
        self.hardness[outcome.question] = known.moved(-surprise)


def expected(ability: float, hardness: float, guess: float = 0.0) -> float:
    """The chance of success, never below that of guessing."""
    return guess + (1 - guess) / (1 + math.exp(hardness - ability))


def level(hardness: float) -> str:
    """Easy, medium or hard, by the chance of an average person who does not guess."""
    chance = expected(0.0, hardness)
    if chance >= EASY_FROM:
        return "easy"
    return "hard" if chance < HARD_BELOW else "medium"


def most_telling(chances: Mapping[Q, float]) -> Q:
    """Of what may be asked next the one whose chance is nearest to what teaches most."""
    return min(chances, key=lambda one: abs(chances[one] - WANTED))
