"""P6 to P9: large piles of cards, replayed, answered and opened, against Anki and small piles.

A number behind the parts is the size of the large pile: `python -m tests.bench piles 100000`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from statistics import median
from time import perf_counter, process_time
from typing import Any
from uuid import UUID, uuid4

from . import peer
from .stage import Visitor, application

SMALL, LARGE = 1_000, 10_000
REVIEWS, ROUNDS, ASKED = 8, 3, 200
BATCH = 5_000


def size() -> int:
    """How many cards the large pile has."""
    return next((int(word) for word in sys.argv[1:] if word.isdecimal()), LARGE)


def pile(email: str, cards: int) -> Any:
    """A person with so many due cards, each of a question of its own."""
    from questions.bank.models import Question
    from questions.flashcards.models import Card
    from tests import make

    learner, at = make.person(email), datetime.now(UTC)
    paper, today = make.document(learner, name=email), at.date()
    shared = {"document": paper, "owner": learner, "created": at, "updated": at}
    shared |= {"kind": "open", "difficulty": "medium", "difficulty_source": "signals"}
    known = {"phase": "review", "stability": 20.0, "difficulty": 5.0, "reps": 8}
    known |= {"added": at - timedelta(days=900), "added_under": uuid4(), "learner": learner}
    for start in range(0, cards, BATCH):
        numbers = range(start, min(start + BATCH, cards))
        questions = [
            Question(title=f"Thing {n}", prompt=f"Thing {n}?", prompt_html="<p>?</p>", **shared)
            for n in numbers
        ]
        Question.objects.bulk_create(questions)
        Card.objects.bulk_create(
            Card(question=q, due_day=today - timedelta(days=n % 30), **known)
            for n, q in zip(numbers, questions, strict=True)
        )
    return learner


def study(learner: Any) -> None:
    """REVIEWS answers of every card, twenty days apart."""
    from questions.flashcards.models import Card, Event

    at = datetime.now(UTC)
    cards = list(Card.objects.of(learner).values_list("pk", flat=True))
    for start in range(0, len(cards), BATCH):
        Event.objects.bulk_create(
            reviewed(learner, card, at - timedelta(days=10 + 20 * (REVIEWS - number)))
            for card in cards[start : start + BATCH]
            for number in range(REVIEWS)
        )


def reviewed(learner: Any, card: UUID, at: datetime) -> Any:
    from questions.flashcards.models import Event

    ends = at.replace(hour=4) + timedelta(days=1)
    facts = {"at": at, "day": at.date(), "day_ends": ends, "grade": 3, "kind": "review"}
    return Event(card_id=card, learner=learner, key=uuid4(), **facts)


def measure() -> Iterator[dict[str, object]]:
    few, many = pile("few@example.org", SMALL), pile("many@example.org", size())
    yield from opened(few, many)
    yield from answered(many)
    yield from replayed(many)


def replayed(learner: Any) -> Iterator[dict[str, object]]:
    from questions.flashcards import actions, rules

    study(learner)
    logs = size() * REVIEWS
    row: dict[str, object] = {
        "goal": "P6",
        "what": f"replay of {logs:,} reviews: Anki's seconds / ours",
    }
    if not peer.installed():
        yield row | {"more": peer.MISSING}
        return
    took = []
    for round_ in range(ROUNDS):
        by = rules.Preferences(retention=0.9 - 0.01 * round_).scheduler
        began = perf_counter()
        actions.replay_all(learner, by)
        took.append(perf_counter() - began)
    ours, anki = median(took), median(peer.seconds("replay", size(), REVIEWS))
    more = f"{logs / anki:,.0f} and {logs / ours:,.0f} reviews/s"
    yield row | {"figure": anki / ours, "least": 1.2, "more": more}


def answered(learner: Any) -> Iterator[dict[str, object]]:
    from questions.flashcards import actions
    from questions.flashcards.models import asked, outlook
    from questions.flashcards.rules import Grade

    row: dict[str, object] = {
        "goal": "P7",
        "what": f"grade, and the next of {size():,} cards: Anki's time / ours",
    }
    if not peer.installed():
        yield row | {"more": peer.MISSING}
        return
    due, took = outlook(learner, datetime.now(UTC)).next, []
    for _ in range(peer.LOOPS):
        began = perf_counter()
        assert due is not None
        actions.grade(learner, due, Grade.GOOD, key=uuid4(), at=datetime.now(UTC))
        due = outlook(learner, datetime.now(UTC)).next
        assert due is not None
        asked(learner, due)
        took.append(perf_counter() - began)
    _, anki = peer.seconds("loop", size())
    more = f"{1 / anki:,.0f} and {1 / median(took):,.0f} answers/s, each written to disk"
    yield row | {"figure": anki / median(took), "least": 1.0, "more": more}


def opened(few: Any, many: Any) -> Iterator[dict[str, object]]:
    from questions.flashcards.models import outlook

    at = datetime.now(UTC)
    app = application()
    doors = Visitor(few, app), Visitor(many, app)
    acts: dict[str, tuple[str, Callable[[], Any], Callable[[], Any]]] = {
        "P8": ("next card, p99", lambda: outlook(few, at), lambda: outlook(many, at)),
        "P9": (
            "Today",
            lambda: doors[0].call("GET", "/today/"),
            lambda: doors[1].call("GET", "/today/"),
        ),
    }
    for goal, (what, small, large) in acts.items():
        pairs = [(spent(small), spent(large)) for _ in range(ASKED)]
        at_small, at_large = (usual(goal, list(side)) for side in zip(*pairs, strict=True))
        yield {
            "goal": goal,
            "what": f"{what}, {size():,} due cards / {SMALL:,}",
            "figure": at_large / at_small,
            "most": 2,
            "more": f"{at_large * 1000:.2f} and {at_small * 1000:.2f} ms",
        }


def spent(act: Callable[[], Any]) -> float:
    began = process_time()
    act()
    return process_time() - began


def usual(goal: str, took: list[float]) -> float:
    """The median, or of the next card what 99 of 100 stay below."""
    return sorted(took)[int(len(took) * 0.99)] if goal == "P8" else median(took)
