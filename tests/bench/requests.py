"""P1 and P2: a graded card and a question page against bare Django; P4: statements by rows."""

from __future__ import annotations

from statistics import median
from time import process_time
from urllib.parse import urlencode
from uuid import uuid4

from .stage import Visitor, application, fill

ROUNDS, EACH = 7, 25
"""Together fewer than the 200 reviews of a day, after which there is no next card to render."""

HTMX = {"hx_request": "true"}


def cost(act) -> float:
    """Microseconds of CPU of one of EACH calls."""
    began = process_time()
    for number in range(EACH):
        act(number)
    return (process_time() - began) / EACH * 1e6


def compare(floor, ours) -> tuple[float, float, float]:
    """Median CPU of floor and ours in interleaved rounds, and floor / ours: 1.0 is as quick."""
    floor(0), ours(0)
    pairs = [(cost(floor), cost(ours)) for _ in range(ROUNDS)]
    ratio = median(f / o for f, o in pairs)
    return median(f for f, _ in pairs), median(o for _, o in pairs), ratio


def statements(visitor: Visitor, method: str, path: str, body: bytes = b"", **headers: str) -> int:
    """How many statements one call sends to the database; BEGIN and COMMIT are among them."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    connection.close_if_unusable_or_obsolete()
    connection.ensure_connection()  # so that opening it anew is not counted
    with CaptureQueriesContext(connection) as sent:
        visitor.call(method, path, body, **headers)
    return len(sent)


def measure() -> list[dict[str, object]]:
    from django.db import connection

    from questions.bank.models import Question
    from questions.flashcards.models import Card

    from . import bare

    sizes = {rows: fill(rows, f"p{rows}@example.org") for rows in (1, 25, 500)}
    learner = sizes[500]
    connection.ensure_connection()
    ours = Visitor(learner, application())
    floor = Visitor(learner, application(bare.MIDDLEWARE))
    constant = [by_rows(sizes, path) for path in PAGES]
    cards = list(Card.objects.of(learner).values_list("id", flat=True))
    question = Question.objects.filter(owner=learner)[0]
    queue = iter(cards * 3)

    def grade(_: int) -> None:
        body = urlencode({"grade": 3, "key": uuid4()}).encode()
        ours.call("POST", f"/flashcards/{next(queue)}/grade/", body, **HTMX)

    def bare_grade(_: int) -> None:
        floor.call("POST", f"/bare/grade/{cards[0]}/", b"grade=3")

    rows = []
    cpu_floor, cpu, ratio = compare(bare_grade, grade)
    count = statements(
        ours,
        "POST",
        f"/flashcards/{next(queue)}/grade/",
        urlencode({"grade": 3, "key": uuid4()}).encode(),
        **HTMX,
    )
    least = statements(floor, "POST", f"/bare/grade/{cards[0]}/", b"grade=3")
    rows.append(
        {
            "goal": "P1",
            "what": "grade a card, next one rendered: bare Django's CPU / ours",
            "figure": ratio,
            "least": 1.0,
            "more": f"{cpu_floor:.0f} / {cpu:.0f} µs CPU, {least} / {count} statements",
        }
    )
    cpu_floor, cpu, ratio = compare(
        lambda _: floor.call("GET", f"/bare/page/{question.pk}/"),
        lambda _: ours.call("GET", f"/bank/{question.pk}/"),
    )
    count = statements(ours, "GET", f"/bank/{question.pk}/")
    rows.append(
        {
            "goal": "P2",
            "what": "question page, signed in: bare page's CPU / ours",
            "figure": ratio,
            "least": 0.85,
            "more": f"{cpu_floor:.0f} / {cpu:.0f} µs CPU, {count} statements",
        }
    )
    return rows + constant


PAGES = (
    "/today/",
    "/bank/",
    "/bank/?q=thing",
    "/flashcards/",
    "/flashcards/cards/",
    "/quizzes/",
    "/library/",
)


def by_rows(sizes, path: str) -> dict[str, object]:
    """P4: the statements of one page for people with 1, 25 and 500 rows; equal is what counts."""
    app = application()
    counts = [statements(Visitor(person, app), "GET", path) for person in sizes.values()]
    return {
        "goal": "P4",
        "what": f"statements of {path} at 1, 25 and 500 rows",
        "figure": max(counts) - min(counts),
        "most": 0,
        "more": " / ".join(map(str, counts)),
    }
