"""P13: search over 100,000 questions."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime
from statistics import median
from time import perf_counter

QUESTIONS = 100_000
COMMON = ("service", "function", "data", "request", "system", "time", "value", "event")
CASES = (
    ("a rare word", "word15000", 5.0),
    ("two words", "word500 word700", 5.0),
    ("two very common words", "service function", 50.0),
)


def fill() -> None:
    """A bank in which a few words are everywhere and most are rare, as in any language."""
    from django.db import connection, transaction

    from questions.bank.models import Question, SearchEntry
    from tests import make

    chance, at = random.Random(1), datetime(2026, 11, 1, tzinfo=UTC)
    paper = make.document(name="many")

    def words(count: int) -> str:
        rare = (f"word{int(20_000 * chance.random() ** 3)}" for _ in range(count))
        return " ".join(f"{chance.choice(COMMON)} {word}" for word in rare)

    with transaction.atomic():
        for start in range(0, QUESTIONS, 5_000):
            made = [
                Question(
                    document=paper,
                    visibility="public",
                    kind="open",
                    prompt=(title := words(4)),
                    prompt_html="",
                    title=title,
                    fingerprint=str(number),
                    position=number,
                    difficulty="easy",
                    difficulty_source="signals",
                    created=at,
                    updated=at,
                )
                for number in range(start, start + 5_000)
            ]
            Question.objects.bulk_create(made, batch_size=1_000)
            SearchEntry.objects.bulk_create(
                [SearchEntry(question=one, title=one.title, body=words(30)) for one in made],
                batch_size=1_000,
            )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def measure() -> Iterator[dict[str, object]]:
    from django.contrib.auth.models import AnonymousUser

    from questions.bank import search
    from questions.bank.models import Question

    fill()
    seen = Question.objects.seen_by(AnonymousUser()).standing()
    for name, text, most in CASES:
        took = []
        for _ in range(9):
            began = perf_counter()
            found = search.ranked(seen, text)
            took.append((perf_counter() - began) * 1000)
        yield {
            "goal": "P13",
            "what": f"ms to search {QUESTIONS:,} questions for {name}",
            "figure": median(took),
            "most": most,
            "more": f"{len(found)} found",
        }
