"""Cards go to Anki and come from it, with Anki's own library as the judge."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.utils.timezone import now

from questions.exchange import actions, tasks
from questions.exchange.models import Bringing
from questions.flashcards import actions as flashcards
from questions.flashcards.models import Card, Event
from questions.flashcards.rules import Grade, replay
from tests import make

from . import anki_side as anki

pytestmark = pytest.mark.usefixtures("media")
DAY = timedelta(days=1)


@pytest.fixture
def media(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path)


def quiet(done: int, total: int, words: str) -> None:
    """Nobody asks how far it has come."""


def taken(person) -> bytes:
    job = actions.take(person, actions.Kind.ANKI, key=uuid4(), at=now())
    tasks.write_file(job, quiet)
    return actions.file_of(job)[0].read_bytes()


def brought(person, data: bytes, name: str = "deck.apkg") -> Bringing:
    job = actions.bring(person, name, data, key=uuid4(), at=now())
    said = tasks.read_package(job, quiet)
    assert "refused" not in str(said["summary"])
    return Bringing.objects.get(job=job)


def put_in(bringing):
    job = actions.accept(bringing, key=uuid4(), at=now())
    return tasks.put_in_package(job, quiet)


def studied(learner, count: int) -> None:
    """So many cards, most of them known for a while and due on days of all kinds."""
    source, today = make.document(), learner.day_of(now())
    for n in range(count):
        question = make.question(f"Number {n}?", f"It is {n}.", document=source, points=())
        due = None if n % 10 == 0 else today + DAY * (n % 97 - 20)
        make.card(learner, question, due=due, place=n, suspended=n % 41 == 7)


def test_anki_asks_five_hundred_cards_on_the_days_on_which_we_do(learner):
    studied(learner, 500)
    with anki.collection() as opened:
        anki.take_in(opened, taken(learner))
        assert opened.card_count() == 500
        theirs = {}
        for id in opened.find_cards(""):
            card = opened.get_card(id)
            prompt = card.note().fields[0].removeprefix("<p>").removesuffix("</p>")
            theirs[prompt] = card
        today = learner.day_of(now())
        for ours in Card.objects.select_related("question"):
            card = theirs[ours.question.prompt]
            assert (card.queue == -1) == ours.suspended
            if ours.due_day is None:
                assert card.type == 0
            else:
                assert anki.due_day(opened, card, today) == ours.due_day
                assert card.memory_state.stability == pytest.approx(ours.stability, rel=1e-3)


def test_the_log_goes_along_without_what_was_undone(learner):
    card = make.card(learner)
    at = now() - 2 * DAY
    flashcards.grade(learner, card.pk, Grade.GOOD, key=uuid4(), at=at, seconds=9)
    flashcards.grade(learner, card.pk, Grade.GOOD, key=uuid4(), at=at + timedelta(minutes=12))
    flashcards.grade(learner, card.pk, Grade.AGAIN, key=uuid4(), at=at + timedelta(minutes=13))
    flashcards.undo(learner, key=uuid4(), at=at + timedelta(minutes=14))
    with anki.collection() as opened:
        anki.take_in(opened, taken(learner))
        log = opened.db.all("select ease, ivl, time, type from revlog order by id")
        assert [(ease, kind) for ease, _, _, kind in log] == [(3, 0), (3, 0)]
        assert log[0][1] < 0 < log[1][1]
        assert log[0][2] == 9000
        assert opened.fix_integrity()[1]


def deck(opened) -> list[int]:
    """Three notes in Anki; the cards of the first two were studied."""
    kind = opened.models.by_name("Basic")
    ids = []
    for front, back in (
        ("What is a ledger?", "A list of entries."),
        ("Two?", "2."),
        ("New?", "N."),
    ):
        note = opened.new_note(kind)
        note.fields = [front, back]
        opened.add_note(note, 1)
        ids.append(note.cards()[0].id)
    start = datetime(2025, 3, 1, 12, tzinfo=UTC)
    for days, ease, kind_ in ((0, 3, 0), (3, 3, 1), (12, 1, 1), (13, 3, 2), (20, 4, 1)):
        anki.reviewed(opened, ids[0], start + DAY * days, ease, kind=kind_)
    anki.reviewed(opened, ids[1], start + DAY / 2, 2, kind=0)
    anki.reviewed(opened, ids[1], start + DAY, 3, kind=3)
    anki.reviewed(opened, ids[1], start + 2 * DAY, 0, kind=4)
    opened.sched.suspend_cards([ids[1]])
    return ids


def test_a_deck_comes_with_its_log_and_memory_is_the_replay_of_it(learner):
    with anki.collection() as opened:
        deck(opened)
        data = anki.given_out(opened)
    waiting = brought(learner, data)
    assert waiting.counts == {"studied": 2, "reviews": 6, "suspended": 1}
    assert [words.split()[0] for words in waiting.left] == ["1", "1"]
    assert Card.objects.count() == 0
    put_in(waiting)
    ledger = Card.objects.get(question__prompt__startswith="What is a ledger")
    log = [event.entry for event in ledger.events.all()]
    assert [event.grade.value for event in sorted(log, key=lambda e: e.place)] == [3, 3, 1, 3, 4]
    assert ledger.memory == replay(ledger.pk, log)
    assert (ledger.reps, ledger.lapses) == (5, 1)
    assert ledger.added == datetime(2025, 3, 1, 12, tzinfo=UTC)
    assert Card.objects.get(question__prompt="Two?").suspended
    assert Card.objects.get(question__prompt="New?").phase == "new"


def test_the_same_package_twice_brings_nothing_twice(learner):
    with anki.collection() as opened:
        deck(opened)
        data = anki.given_out(opened)
    put_in(brought(learner, data))
    before = Event.objects.count(), Card.objects.count()
    again = put_in(brought(learner, data, "other name.apkg"))
    assert "0 reviews" in again["summary"]
    assert (Event.objects.count(), Card.objects.count()) == before


def test_what_we_gave_out_comes_back_to_the_same_memory(learner, stranger):
    source = make.document()
    question = make.question("Number 1?", "It is 1.", document=source, points=())
    card = make.card(learner, question)
    for days, grade in ((9, Grade.GOOD), (8, Grade.GOOD), (5, Grade.AGAIN), (4, Grade.GOOD)):
        flashcards.grade(learner, card.pk, grade, key=uuid4(), at=now() - days * DAY)
    put_in(brought(stranger, taken(learner)))
    card.refresh_from_db()
    theirs = Card.objects.get(learner=stranger)
    assert (theirs.reps, theirs.lapses) == (card.reps, card.lapses)
    assert theirs.stability == pytest.approx(card.stability)
    assert theirs.reviewed_day == card.reviewed_day


def test_what_is_no_package_says_so(learner):
    job = actions.bring(learner, "deck.apkg", b"PK\x03\x04 and no more", key=uuid4(), at=now())
    said = tasks.read_package(job, quiet)
    assert said["rows"][0]["refused"]
    assert "damaged" in said["rows"][0]["words"]


def test_nobody_without_a_card_gets_an_empty_file(learner):
    job = actions.take(learner, actions.Kind.ANKI, key=uuid4(), at=now())
    with pytest.raises(Exception, match="nothing to take along"):
        tasks.write_file(job, quiet)
