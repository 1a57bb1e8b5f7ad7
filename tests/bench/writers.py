"""P10: eight processes that grade cards at once, on one SQLite file."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from time import monotonic
from uuid import uuid4

WRITES = 400


def grade_all(email: str) -> str:
    """Grade WRITES cards of one person; print how many were refused for a lock."""
    from django.db import OperationalError

    from questions.accounts.models import User
    from questions.flashcards import actions
    from questions.flashcards.models import Card
    from questions.flashcards.rules import Grade

    learner = User.objects.get(email=email)
    cards = list(Card.objects.of(learner).values_list("id", flat=True))
    locked, slowest = 0, 0.0
    for number in range(WRITES):
        began = monotonic()
        try:
            actions.grade(
                learner, cards[number % len(cards)], Grade.GOOD, key=uuid4(), at=datetime.now(UTC)
            )
        except OperationalError:
            locked += 1
        slowest = max(slowest, monotonic() - began)
    return f"{locked} {slowest:.3f}"


def together(processes: int) -> tuple[float, int, float]:
    """Writes a second of so many processes, refusals, and the slowest write in seconds."""
    began = monotonic()
    code = (
        "import sys, django; django.setup(); from tests.bench.writers import grade_all; "
        "sys.stdin.readline(); print(grade_all(sys.argv[1]))"
    )
    running = [
        subprocess.Popen(
            [sys.executable, "-c", code, f"w{n}@example.org"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for n in range(processes)
    ]
    for one in running:
        assert one.stdin is not None
    # All have started when the first has; the start itself is not timed.
    import time

    time.sleep(1.5 + 0.6 * processes)
    began = monotonic()
    for one in running:
        assert one.stdin is not None
        one.stdin.write("go\n")
        one.stdin.flush()
    said = [one.communicate()[0].split() for one in running]
    seconds = monotonic() - began
    locked = sum(int(words[0]) for words in said)
    return processes * WRITES / seconds, locked, max(float(words[1]) for words in said)


def measure() -> list[dict[str, object]]:
    from .stage import fill

    for number in range(8):
        fill(20, f"w{number}@example.org")
    rounds = [(together(1), together(8)) for _ in range(3)]
    ratios = sorted(many[0] / one[0] for one, many in rounds)
    locked = sum(one[1] + many[1] for one, many in rounds)
    one, many = rounds[0][0], rounds[0][1]
    return [
        {
            "goal": "P10",
            "what": "8 writers against 1, writes a second (synchronous=FULL)",
            "figure": ratios[1],
            "least": 0.9,
            "more": f"{one[0]:.0f} and {many[0]:.0f} a second; slowest {many[2]:.2f} s",
        },
        {
            "goal": "P10",
            "what": f"refused with 'database is locked', of {3 * 9 * WRITES}",
            "figure": locked,
            "most": 0,
            "more": "",
        },
    ]
