"""Anki's way of keeping cards and ours, told to one another without a database."""

from __future__ import annotations

import io
import json
import sqlite3
import zipfile
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from questions.exchange import readers
from questions.exchange.rules import Histories, History, card_row, key_of, left_behind, review_row
from questions.exchange.rules.history import counted
from questions.flashcards.rules import Grade, Memory, Phase, Strength
from questions.ingest.readers.unreadable import Unreadable

NOON = datetime(2026, 11, 10, 12, tzinfo=UTC)
TODAY, FIRST = NOON.date(), date(2026, 11, 1)
KNOWN = Memory(
    phase=Phase.REVIEW,
    strength=Strength(10.0, 5.0),
    reviewed=NOON,
    reviewed_day=TODAY,
    due_day=TODAY + timedelta(days=10),
    reps=4,
)


def row(memory):
    found = card_row(memory, place=7, first=FIRST, today=TODAY, retention=0.9)
    return found.type, found.queue, found.due


@pytest.mark.parametrize(
    ("memory", "said"),
    [
        (Memory(), (0, 0, 7)),
        (Memory(suspended=True), (0, -1, 7)),
        (KNOWN, (2, 2, 19)),
        (Memory(phase=Phase.REVIEW, due_day=date(2026, 10, 30)), (2, 2, -2)),
        (Memory(phase=Phase.LEARNING, due_at=NOON, due_day=TODAY), (1, 1, 1794312000)),
        (Memory(phase=Phase.RELEARNING, due_at=NOON, due_day=TODAY), (3, 1, 1794312000)),
        (Memory(phase=Phase.LEARNING, due_day=TODAY), (1, 3, 9)),
        (Memory(buried_until=TODAY + timedelta(days=1)), (0, -3, 7)),
        (Memory(buried_until=TODAY), (0, 0, 7)),
    ],
)
def test_a_card_is_told_as_anki_keeps_it(memory, said):
    assert row(memory) == said


def test_a_card_takes_its_memory_along():
    found = card_row(KNOWN, place=0, first=FIRST, today=TODAY, retention=0.9)
    assert json.loads(found.data) == {"s": 10.0, "d": 5.0, "dr": 0.9, "lrt": 1794312000}
    assert (found.ivl, found.reps) == (10, 4)


def test_a_review_is_told_with_its_intervals():
    step = Memory(
        phase=Phase.LEARNING,
        reviewed=NOON,
        reviewed_day=TODAY,
        due_at=NOON + timedelta(minutes=10),
        due_day=TODAY,
    )
    assert review_row(Grade.GOOD, NOON, 500, Memory(), step) == (
        1794312000000, 3, -600, 0, 2500, 60_000, 0
    )  # fmt: skip
    assert review_row(Grade.EASY, NOON, None, step, KNOWN)[1:4] == (4, 10, -600)


def test_only_answers_that_counted_in_anki_count_here():
    log = [(1, 3, 900, 0), (2, 1, 99_000_000, 1), (3, 3, 0, 3), (4, 0, 0, 4), (5, 3, 0, 5)]
    assert counted(log) == ([(1, 3, 0), (2, 1, 86_400)], 1, 2)


def test_what_stays_behind_is_said_and_nothing_where_all_comes_along():
    assert left_behind(Histories(())) == []
    (said,) = left_behind(Histories((), media=3))
    assert said.startswith("3 pictures and sounds")


def test_cards_find_their_questions_by_line():
    found = Histories((History(1, 1, False, ()), History(2, 9, False, ()))).placed({1: 0})
    assert ([card.place for card in found.cards], found.lost) == ([0], 1)
    assert Histories.read(json.loads(json.dumps(found.told()))) == found


def test_a_key_belongs_to_person_card_and_moment():
    me, you = UUID(int=1), UUID(int=2)
    keys = {key_of(who, card, at) for who in (me, you) for card in (1, 2) for at in (1, 2)}
    assert len(keys) == 8
    assert key_of(me, 1, 1) == key_of(me, 1, 1)


def package(*statements: str) -> bytes:
    with closing(sqlite3.connect(":memory:")) as made:
        made.execute("CREATE TABLE notes (id INTEGER, mid INTEGER, tags TEXT, flds TEXT)")
        made.execute("CREATE TABLE cards (id INTEGER, nid INTEGER, did INTEGER, ord INTEGER, "
                     "queue INTEGER, ivl INTEGER)")  # fmt: skip
        made.execute("INSERT INTO notes VALUES (1, 1, '', 'What?' || char(31) || 'That.')")
        made.execute("INSERT INTO cards VALUES (11, 1, 1, 0, 2, 30), (12, 1, 1, 1, 2, 30)")
        for statement in statements:
            made.execute(statement)
        made.commit()
        data = made.serialize()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as zipped:
        zipped.writestr("collection.anki2", data)
        zipped.writestr("0", b"a picture")
    return out.getvalue()


REVLOG = "CREATE TABLE revlog (id INTEGER, cid INTEGER, ease, time INTEGER, type INTEGER)"


def test_a_collection_without_a_log_says_that_its_cards_begin_as_new():
    found = readers.read(package())
    assert found.cards == (History(11, 1, False, ()),)
    assert (found.several, found.unlogged, found.media) == (1, 1, 1)


def test_the_log_of_the_first_card_counts():
    more = "INSERT INTO revlog VALUES (1000, 11, 3, 4000, 1), (2000, 12, 3, 4000, 1)"
    found = readers.read(package(REVLOG, more))
    assert found.cards[0].reviews == ((1000, 3, 4),)
    assert found.unlogged == 0


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE VIEW revlog AS SELECT 1 AS id, 11 AS cid, 3 AS ease, 0 AS time, 0 AS type",
        "CREATE TABLE revlog (id INTEGER)",
        "DROP TABLE cards",
    ],
)
def test_a_log_that_is_no_table_of_ankis_is_refused(statement):
    with pytest.raises(Unreadable):
        readers.read(package(statement))


def test_a_log_with_words_for_grades_is_refused():
    with pytest.raises(Unreadable):
        readers.read(package(REVLOG, "INSERT INTO revlog VALUES (1, 11, 'good', 0, 1)"))
