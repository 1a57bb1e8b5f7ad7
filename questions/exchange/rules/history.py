"""What came out of an Anki package besides its questions, and what of it has no place here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any
from uuid import UUID, uuid5

REVIEWS = 300_000
"""Reviews of one package; twenty a day for forty years."""

ANKI = UUID("6b1f6b1e-6f0b-4f55-9d43-0d6a1a0c7a1e")


@dataclass(frozen=True, slots=True)
class History:
    """The first card of one note; `place` says which question of its document asks it.

    A review is (milliseconds since 1970, grade, seconds).
    """

    card: int
    place: int
    suspended: bool
    reviews: tuple[tuple[int, int, int], ...]


@dataclass(frozen=True, slots=True)
class Histories:
    """All of a package's, and how much of it is left behind, by why."""

    cards: tuple[History, ...]
    several: int = 0
    crammed: int = 0
    moved: int = 0
    unlogged: int = 0
    media: int = 0
    lost: int = 0

    @property
    def reviews(self) -> int:
        return sum(len(card.reviews) for card in self.cards)

    @property
    def studied(self) -> int:
        """Cards with at least one review."""
        return sum(bool(card.reviews) for card in self.cards)

    def placed(self, places: Mapping[int, int]) -> Histories:
        """With the place of each question where its first line stood, as a reader counts lines."""
        cards = [replace(c, place=places[c.place]) for c in self.cards if c.place in places]
        return replace(self, cards=tuple(cards), lost=len(self.cards) - len(cards))

    def told(self) -> dict[str, Any]:
        """Plain values, so that it can leave the process that read the package."""
        return asdict(self)

    @classmethod
    def read(cls, told: dict[str, Any]) -> Histories:
        cards = (
            History(
                c["card"], c["place"], c["suspended"], tuple((a, g, s) for a, g, s in c["reviews"])
            )
            for c in told["cards"]
        )
        return cls(**{**told, "cards": tuple(cards)})


def left_behind(found: Histories) -> list[str]:
    """What cannot be brought along, in sentences; empty where all can."""
    told = [
        (found.several, "{} more cards of notes that have several: the first card of each counts."),
        (found.crammed, "{} reviews of filtered decks that did not count in Anki either."),
        (found.moved, "{} changes of a due date by hand: only answers move a card here."),
        (found.unlogged, "{} cards with an interval and no reviews: they begin as new."),
        (found.lost, "{} cards of notes from which no question could be read."),
        (found.media, "{} pictures and sounds: questions are text here."),
    ]
    return [words.format(count) for count, words in told if count]


def key_of(learner: UUID, card: int, what: int | str) -> UUID:
    """The key of what happened to a card: the same however often its package is brought."""
    return uuid5(ANKI, f"{learner} {card} {what}")


def counted(
    reviews: Iterable[tuple[int, int, int, int]],
) -> tuple[list[tuple[int, int, int]], int, int]:
    """The reviews that count out of (at, ease, ms, kind); how many were crammed, how many moved."""
    kept, crammed, moved = [], 0, 0
    for at, ease, spent, kind in reviews:
        if not 1 <= ease <= 4 or kind in {4, 5}:
            moved += 1
        elif kind == 3:
            crammed += 1
        else:
            kept.append((at, ease, max(0, min(86_400, spent // 1000))))
    return kept, crammed, moved
