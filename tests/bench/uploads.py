"""Sync: 10,000 reviews uploaded by a phone against the same answered in Anki's own library."""

from __future__ import annotations

import json
import random
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any
from uuid import UUID, uuid4

from .stage import application, fill

CARDS, REVIEWS, AT_ONCE = 500, 10_000, 500
ROUNDS, ANSWERS, DUE = 5, 300, 2_000
ADDRESS = "/api/v1/sync/events/"


class Anki:
    """A collection of Anki's own library, with FSRS on, whose due cards are answered in turn."""

    def __init__(self) -> None:
        from anki.collection import Collection

        folder = Path(tempfile.mkdtemp(prefix="bench-"))
        self.collection: Any = Collection(str(folder / "anki.anki2"))
        self.collection.set_config("fsrs", True)
        self.scheduler: Any = self.collection.sched
        deck: Any = self.collection.decks.id("bench")
        limits = self.collection.decks.config_dict_for_deck_id(deck)
        limits["rev"]["perDay"] = limits["new"]["perDay"] = 9999
        self.collection.decks.update_config(limits)
        self.collection.decks.select(deck)
        basic: Any = self.collection.models.by_name("Basic")
        cards: list[Any] = []
        for number in range(DUE):
            note = self.collection.new_note(basic)
            note["Front"], note["Back"] = f"Question {number}", "Answer"
            self.collection.add_note(note, deck)
            cards += [card.id for card in note.cards()]
        self.scheduler.set_due_date(cards, "0")

    def answer(self) -> None:
        """What its own application does: the next card of the queue, and the answer written."""
        from anki.cards import Card
        from anki.scheduler.v3 import CardAnswer

        found = self.scheduler.get_queued_cards(fetch_limit=1).cards[0]
        card = Card(self.collection, backend_card=found.card)
        card.start_timer()
        good: Any = CardAnswer.GOOD
        answer = self.scheduler.build_answer(card=card, states=found.states, rating=good)
        self.scheduler.answer_card(answer)


def uploads(learner: Any) -> list[bytes]:
    """The reviews of a month in the order in which a phone kept them, 500 in a call."""
    from questions.flashcards.models import Card

    mine = Card.objects.filter(learner=learner)
    cards = [str(id) for id in mine.values_list("id", flat=True)]
    mine.update(added=datetime(2026, 1, 1, tzinfo=UTC))
    chance = random.Random(8)
    at, events = datetime(2026, 1, 2, 8, tzinfo=UTC), []
    for number in range(REVIEWS):
        at += timedelta(minutes=4)
        events.append(
            {
                "key": str(UUID(int=chance.getrandbits(128))),
                "kind": "review",
                "card": cards[number % CARDS],
                "at": at.isoformat(),
                "grade": chance.choice([1, 2, 3, 3, 3, 3, 4]),
                "seconds": chance.randrange(3, 40),
            }
        )
    pieces = [events[start : start + AT_ONCE] for start in range(0, REVIEWS, AT_ONCE)]
    return [json.dumps({"events": piece}).encode() for piece in pieces]


def rate(act: Callable[[], object], times: int) -> float:
    """How often a second something can be done, each time written to the disk."""
    began = perf_counter()
    for _ in range(times):
        act()
    return times / (perf_counter() - began)


def measure() -> list[dict[str, object]]:
    from .stage import Visitor

    learner = fill(CARDS, f"{uuid4()}@example.org")
    visitor, bodies, anki = Visitor(learner, application()), iter(uploads(learner)), Anki()

    def upload() -> None:
        answer = json.loads(visitor.call("POST", ADDRESS, next(bodies), kind="application/json"))
        assert {one["status"] for one in answer["results"]} == {"accepted"}

    each = REVIEWS // AT_ONCE // ROUNDS
    # In turns, so that both meet the machine in the same mood.
    rates = [(rate(upload, each) * AT_ONCE, rate(anki.answer, ANSWERS)) for _ in range(ROUNDS)]
    ours, theirs = median(r[0] for r in rates), median(r[1] for r in rates)
    return [
        {
            "goal": "Sync",
            "what": "10,000 reviews uploaded: our rate / Anki's review loop over due cards",
            "figure": median(ours / theirs for ours, theirs in rates),
            "least": 3.0,
            "more": f"{ours:,.0f} / {theirs:,.0f} reviews a second",
        }
    ]
