"""A person's cards as a package of Anki's, each where it stands, with its log."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import astuple, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from questions.accounts.models import User
from questions.accounts.rules import day_begins
from questions.bank.exports import NothingToExport, anki, gather
from questions.flashcards.models import Card, Event, preferences
from questions.flashcards.rules import Kind, Memory, Scheduler, applied
from questions.flashcards.rules.log import counted

from .rules import card_row, review_row

CARD = (
    "UPDATE cards SET type=?, queue=?, due=?, ivl=?, factor=?, reps=?, lapses=?, left=?, data=? "
    "WHERE id=?"
)
LOG = "INSERT OR IGNORE INTO revlog VALUES (?, ?, -1, ?, ?, ?, ?, ?, ?)"
Tell = Callable[[int, int], None]


def package(person: User, *, at: datetime, tell: Tell) -> tuple[bytes, int]:
    """The package and how many cards are in it; cards of single key points stay here.

    Raises NothingToExport where there is no card.
    """
    mine = Card.objects.seen_by(person).filter(face__isnull=True).select_related("question")
    cards = {c.question.folded_into_id or c.question_id: c for c in mine.order_by("added", "place")}
    bank = gather.of(person, cards)
    if not any(True for _ in bank.standing()):
        raise NothingToExport("You have no cards yet, so there is nothing to take along.")
    by = preferences(person).scheduler

    def schedule(connection: sqlite3.Connection, questions: dict[str, UUID]) -> None:
        today = person.day_of(at)
        first = _first_day(cards.values(), today)
        _count_from(connection, person, first)
        rows = connection.execute(
            "SELECT c.id, n.guid FROM cards c JOIN notes n ON n.id = c.nid ORDER BY c.id"
        ).fetchall()
        logs = _logs(person)
        for place, (id, guid) in enumerate(rows):
            if place % 200 == 0:
                tell(place, len(rows))
            card = cards[questions[guid]]
            memory = replace(card.memory, due_day=card.ask_day)
            row = card_row(memory, place=place, first=first, today=today, retention=by.retention)
            connection.execute(CARD, (*astuple(row), id))
            connection.executemany(LOG, _told(card, logs.get(card.pk, []), id, by))

    data = anki.write(bank, schedule)
    return data, sum(1 for _ in bank.standing())


def _first_day(cards: Iterable[Card], today: date) -> date:
    """A day before all that happened; Anki counts its days from it."""
    days = [day for card in cards for day in (card.introduced, card.ask_day) if day is not None]
    return min([today, *days]) - timedelta(days=1)


def _count_from(connection: sqlite3.Connection, person: User, first: date) -> None:
    """Let the collection's days begin where the person's do."""
    begins = day_begins(first, person.zone, person.day_start)
    offset = begins.utcoffset() or timedelta()
    (known,) = connection.execute("SELECT conf FROM col").fetchone()
    conf = {
        **json.loads(known),
        "schedVer": 2,
        "rollover": person.day_start,
        "creationOffset": -int(offset.total_seconds() // 60),
    }
    connection.execute("UPDATE col SET crt=?, conf=?", (int(begins.timestamp()), json.dumps(conf)))


def _logs(person: User) -> dict[UUID, list[Event]]:
    found: dict[UUID, list[Event]] = {}
    for event in Event.objects.of(person).iterator(chunk_size=2000):
        found.setdefault(event.card_id, []).append(event)
    return found


def _told(card: Card, log: list[Event], id: int, by: Scheduler) -> list[tuple[int, ...]]:
    """The reviews that count as rows of Anki's log."""
    spent = {event.key: event.seconds for event in log}
    memory, rows = Memory(), []
    for event in counted(each.entry for each in log):
        before, memory = memory, applied(memory, event, card.pk, by)
        if event.kind is Kind.REVIEW and event.grade is not None:
            stamp, *rest = review_row(
                event.grade, event.moment.at, spent[event.key], before, memory
            )
            rows.append((stamp, id, *rest))
    return rows
