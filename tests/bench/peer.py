"""Anki's own library as a process of its own, for the ratios to it; it is not always installed."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import Any

MISSING = "skipped: Anki's library is not installed here"
DAY = 86_400_000
LOOPS = 150


def installed() -> bool:
    """Whether there is a library to compare with: not only what a folder of its name leaves."""
    found = find_spec("anki")
    return found is not None and find_spec("anki.collection") is not None


def seconds(what: str, *numbers: int) -> list[float]:
    """The times that a run of this module took for what it names."""
    words = [sys.executable, "-m", "tests.bench.peer", what, *map(str, numbers)]
    run = subprocess.run(words, capture_output=True, text=True, check=True)
    return [float(word) for word in run.stdout.split()]


def collection(cards: int, folder: Path) -> Any:
    """A collection with so many cards that are due."""
    from anki.collection import AddNoteRequest, Collection

    found: Any = Collection(str(folder / "peer.anki2"))
    deck: Any = 1
    kind = found.models.by_name("Basic")
    requests = []
    for number in range(cards):
        note = found.new_note(kind)
        note["Front"], note["Back"] = f"What is thing {number}?", f"Thing {number} is named."
        requests.append(AddNoteRequest(note=note, deck_id=deck))
    found.add_notes(requests)
    found.db.execute("update cards set type=2, queue=2, ivl=20, due=-5, reps=8, factor=2500")
    return found


def turn(found: Any, *, fsrs: bool) -> float:
    """Seconds of switching the memory model on (which replays every log) or off."""
    from anki import deck_config_pb2

    known = found.decks.get_deck_configs_for_update(1)
    configs = [each.config for each in known.all_config]
    for config in configs:
        config.config.reviews_per_day = 9999
    request_of: Any = deck_config_pb2.UpdateDeckConfigsRequest
    request = request_of(
        target_deck_id=1, configs=configs, fsrs=fsrs, limits=known.current_deck.limits, mode=0
    )
    began = time.perf_counter()
    found.decks.update_deck_configs(request)
    return time.perf_counter() - began


def replay(cards: int, reviews: int) -> Iterator[float]:
    """Three times: every card's state from a log of so many reviews."""
    with tempfile.TemporaryDirectory() as folder:
        found, now = collection(cards, Path(folder)), int(time.time() * 1000)
        ids = [row[0] for row in found.db.execute("select id from cards")]
        rows = [
            (now - (10 + 20 * (reviews - k)) * DAY + n, card, -1, 3, 20, 10, 2500, 5000, int(k > 0))
            for n, card in enumerate(ids)
            for k in range(reviews)
        ]
        found.db.executemany("insert into revlog values (?,?,?,?,?,?,?,?,?)", rows)
        for _ in range(3):
            yield turn(found, fsrs=True)
            turn(found, fsrs=False)
        found.close()


def loop(cards: int) -> Iterator[float]:
    """LOOPS cards answered one after the other, the next one found each time."""
    with tempfile.TemporaryDirectory() as folder:
        found = collection(cards, Path(folder))
        from anki.scheduler.v3 import CardAnswer  # only now, for it needs the other first

        turn(found, fsrs=True)
        took = []
        for _ in range(LOOPS):
            began = time.perf_counter()
            queued = found.sched.get_queued_cards(fetch_limit=1).cards[0]
            card = found.get_card(queued.card.id)
            card.start_timer()
            answer = found.sched.build_answer(
                card=card, states=queued.states, rating=CardAnswer.GOOD
            )
            found.sched.answer_card(answer)
            took.append(time.perf_counter() - began)
        found.close()
        yield sum(took)
        yield median(took)


if __name__ == "__main__":
    which, *given = sys.argv[1:]
    acts: dict[str, Callable[..., Iterator[float]]] = {"replay": replay, "loop": loop}
    for one in acts[which](*map(int, given)):
        print(one)
