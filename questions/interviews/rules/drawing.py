"""Drawing the questions of a script: what was missed first, then what is weak, then the rest."""

from __future__ import annotations

import random
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from .stages import Stage

MOST = 12
"""Questions of one script."""

LEVELS = ("easy", "medium", "hard")
ALIKE = 0.3
"""Of a missed point's words so many must come up in a question for it to ask for the point."""
COMMON_WORDS = """
about after also because before between does each from have into more most only other over same
should such than that their them then there these they this through what when where which while
with without would your
"""
COMMON = frozenset(COMMON_WORDS.split())


@dataclass(frozen=True)
class Wish:
    """A core point that was missed in an earlier mock, with the topics it was missed on."""

    id: UUID
    text: str
    topics: frozenset[UUID] = frozenset()


@dataclass(frozen=True)
class Offer:
    """A question that could be asked: its words are those of its title and key points."""

    id: UUID
    difficulty: str
    topics: frozenset[UUID]
    text: str
    weak: bool = False


@dataclass(frozen=True)
class Drawn:
    """A question of the script, the stage it is asked in, and the missed point it looks for."""

    id: UUID
    stage: Stage
    wish: UUID | None = None
    weak: bool = False


def words(text: str) -> frozenset[str]:
    """The words of a text that carry it, without their endings."""
    found = re.findall(r"[a-z0-9]{4,}", text.lower())
    return frozenset(word.rstrip("s") for word in found if word not in COMMON)


def likeness(wish: Wish, offer: Offer) -> float:
    """How much of a missed point a question asks for, 0 to 1; a shared topic alone is little."""
    wanted = words(wish.text)
    shared = len(wanted & words(offer.text)) / len(wanted) if wanted else 0.0
    return min(1.0, shared + (0.1 if wish.topics & offer.topics else 0.0))


@dataclass
class _Pot:
    """What has been taken so far."""

    taken: list[tuple[Offer, Wish | None]] = field(default_factory=list)
    topics: dict[UUID, int] = field(default_factory=dict)

    def take(self, offer: Offer, wish: Wish | None) -> None:
        self.taken.append((offer, wish))
        for topic in offer.topics:
            self.topics[topic] = self.topics.get(topic, 0) + 1

    def crowd(self, offer: Offer) -> float:
        """How often the topics of an offer have come up already."""
        return max((self.topics.get(topic, 0) for topic in offer.topics), default=0)


def draw(
    offers: Sequence[Offer],
    wishes: Sequence[Wish],
    number: int,
    rng: random.Random,
    *,
    taken: Collection[UUID] = (),
) -> list[Drawn]:
    """At most `number` questions in the order of the interview.

    Every missed point is looked for by the question that asks most of it, in other words than
    before, as far as there is room; then come the learner's weak questions, then any, spread
    over the topics. The easiest begins, the hardest goes deep.
    """
    left = [offer for offer in offers if offer.id not in taken]
    rng.shuffle(left)
    pot = _Pot()
    for wish in wishes:
        if len(pot.taken) < number and (best := _best(wish, left)):
            left.remove(best)
            pot.take(best, wish)
    while left and len(pot.taken) < number:
        chosen = min(left, key=lambda offer: (pot.crowd(offer), not offer.weak))
        left.remove(chosen)
        pot.take(chosen, None)
    return _staged(pot.taken)


def _best(wish: Wish, offers: Iterable[Offer]) -> Offer | None:
    rated = [(likeness(wish, offer), offer.id, offer) for offer in offers]
    share, _, best = max(rated, key=lambda one: one[:2], default=(0.0, None, None))
    return best if share >= ALIKE else None


def _staged(taken: Sequence[tuple[Offer, Wish | None]]) -> list[Drawn]:
    ordered = sorted(taken, key=lambda one: LEVELS.index(one[0].difficulty))
    stages = stages_for(len(ordered))
    return [
        Drawn(offer.id, stage, wish.id if wish else None, offer.weak)
        for (offer, wish), stage in zip(ordered, stages, strict=True)
    ]


def stages_for(number: int) -> list[Stage]:
    """The stage of each of so many questions: one to warm up, one in four goes deep."""
    if number < 2:
        return [Stage.CORE] * number
    deep = 0 if number == 2 else max(1, number // 4)
    return [Stage.WARM_UP, *[Stage.CORE] * (number - 1 - deep), *[Stage.DEEP_DIVE] * deep]
