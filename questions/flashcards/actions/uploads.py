"""What devices kept while they were offline, taken into the log many events at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import IntegrityError, transaction

from questions.accounts.models import User
from questions.errors import KeyReused, Refusal
from questions.flashcards import rules
from questions.flashcards.models import Card, Event, preferences
from questions.flashcards.models.cards import REMEMBERED
from questions.flashcards.models.events import APPENDED
from questions.flashcards.rules.uploads import Fate, NoSuchCard, Outcome, Sent
from questions.marks import actions as marks
from questions.marks.rules import Verdict, Where

from .naming import cards_named, points_among
from .recording import digest_of

UPLOADED = "uploaded"
"""Marks in an event's data that it came with its own time, which is then part of what it says."""


def upload(learner: User, sent: Sequence[Sent], *, now: datetime) -> list[Outcome]:
    """Take these events into the learner's log; what became of each, in the same order.

    Each is accepted, known already, or refused for itself alone; the others are taken. Whatever
    the order in which events arrive, over however many uploads and however often, the cards end
    in one state: that of the replay. An event is never refused for what a card or its question
    is today, only for a clock that cannot be (BeforeTheCard, ClockAhead), for a key that came
    with something else (KeyReused), or because there is nothing of the learner's to do it to.
    """
    try:
        return _upload(learner, sent, now)
    except IntegrityError:
        # Another door used one of the keys between our look and our writing; now it is known.
        return _upload(learner, sent, now)


@transaction.atomic
def begin(learner: User, question: UUID, *, key: UUID, at: datetime, now: datetime) -> Card:
    """The learner's card of a question, made where there is none; it began at `at` at the latest.

    Raises BeforeTheCard and ClockAhead for a clock that cannot be, NoSuchCard where the learner
    may not see the question.
    """
    User.objects.select_for_update(no_key=True).get(pk=learner.pk)
    rules.check_clock(at, made=learner.joined, now=now)
    found = cards_named(learner, [Sent(key, rules.Kind.RESUME, at, question=question)], now)
    if not found:
        raise NoSuchCard("There is no such question, or it is not yours to see.")
    if at < found[0].added:
        found[0].added = at
        found[0].save(update_fields=["added"])
    return found[0]


@transaction.atomic
def _upload(learner: User, sent: Sequence[Sent], now: datetime) -> list[Outcome]:
    # One upload of a person at a time, and none while their settings change. NO KEY: a grade
    # that holds its card may still name its learner, or the two would wait for each other.
    User.objects.select_for_update(no_key=True).get(pk=learner.pk)
    desk = _Desk.laid(learner, sent, now)
    found = [desk.take(one) for one in sent]
    desk.put_down()
    return found


@dataclass(slots=True)
class _Row:
    """An event as it is written: the columns of `Event` without what a model costs."""

    card_id: UUID
    learner_id: UUID
    key: UUID
    kind: str
    at: datetime
    day: date
    day_ends: datetime
    grade: int | None
    seconds: int | None
    undoes: UUID | None
    data: dict[str, Any]
    entry: rules.Event
    digest: str = ""
    to: date | None = None


@dataclass
class _Desk:
    """All that an upload is laid against, read at once, and what it adds, written at once."""

    learner: User
    now: datetime
    cards: dict[UUID, Card]
    by_question: dict[UUID, Card]
    known: dict[UUID, Event | _Row]
    undone: set[tuple[UUID, UUID]]
    points: set[UUID]
    fresh: dict[UUID, list[_Row]] = field(default_factory=dict)
    ticked: list[tuple[UUID, datetime, dict[UUID, Verdict]]] = field(default_factory=list)
    unticked: list[UUID] = field(default_factory=list)
    earlier: dict[UUID, datetime] = field(default_factory=dict)

    @classmethod
    def laid(cls, learner: User, sent: Sequence[Sent], now: datetime) -> _Desk:
        """Lock the cards that these events name, make those that are missing, read the rest."""
        cards = cards_named(learner, sent, now)
        keys = [one.key for one in sent]
        undoing = [one.undoes for one in sent if one.undoes is not None]
        log = Event.objects.of(learner)
        undone = log.filter(undoes__in=keys).values_list("card", "undoes")
        return cls(
            learner=learner,
            now=now,
            cards={card.pk: card for card in cards},
            by_question={card.question_id: card for card in cards if card.face_id is None},
            known={event.key: event for event in log.filter(key__in=[*keys, *undoing])},
            undone={(card, key) for card, key in undone if key is not None},
            points=points_among(learner, cards, {p for one in sent for p, _ in one.ticks}),
        )

    def take(self, one: Sent) -> Outcome:
        """Lay one event down, or say why not."""
        card = self.card_of(one)
        try:
            if card is None:
                if one.card is None and one.question is not None:
                    rules.check_clock(one.at, made=self.learner.joined, now=self.now)
                raise NoSuchCard("There is no such card, or its question is not yours to see.")
            event = self.row_of(one, card)
            known = self.known.get(one.key)
            if known is not None:
                self.require_same(known, event)
                return Outcome(Fate.KNOWN, known.card_id)
            self.check_clock(one, card)
        except Refusal as refusal:
            return Outcome(Fate.REFUSED, None if card is None else card.pk, refusal)
        self.add(one, card, event)
        return Outcome(Fate.ACCEPTED, card.pk)

    def card_of(self, one: Sent) -> Card | None:
        if one.card is not None:
            return self.cards.get(one.card)
        return self.by_question.get(one.question) if one.question is not None else None

    def row_of(self, one: Sent, card: Card) -> _Row:
        data: dict[str, Any] = {UPLOADED: True}
        if one.ticks:
            data["ticks"] = {str(point): verdict.value for point, verdict in one.ticks}
        zone = self.learner.zone if one.zone is None else ZoneInfo(one.zone)
        start = self.learner.day_start if one.day_start is None else one.day_start
        moment = rules.Moment.lived(one.at, zone, start)
        row = _Row(
            card_id=card.pk,
            learner_id=self.learner.pk,
            key=one.key,
            kind=one.kind.value,
            at=one.at,
            day=moment.day,
            day_ends=moment.ends,
            grade=None if one.grade is None else one.grade.value,
            seconds=one.seconds,
            undoes=one.undoes,
            data=data,
            entry=rules.Event(one.kind, one.key, moment, grade=one.grade, undoes=one.undoes),
        )
        row.digest = digest_of(card.pk, row)
        return row

    def require_same(self, known: Event | _Row, event: _Row) -> None:
        """Refuse a key that came before with something else.

        What came through another door bears our time, or an earlier answer's: there a device
        that lost the reply may tell of it again by its own clock.
        """
        same = known.digest == event.digest
        if known.data.get(UPLOADED):
            same = same and (known.at, known.seconds) == (event.at, event.seconds)
        if not same:
            raise KeyReused(f"The key {event.key} was used before with another body.")

    def check_clock(self, one: Sent, card: Card) -> None:
        """An event that names its question may be older than the card, but not than its person."""
        made = card.added if one.card is not None else min(card.added, self.learner.joined)
        rules.check_clock(one.at, made=made, now=self.now)

    def add(self, one: Sent, card: Card, event: _Row) -> None:
        self.known[one.key] = event
        self.fresh.setdefault(card.pk, []).append(event)
        if one.at < card.added:
            card.added = self.earlier[card.pk] = one.at
        if one.undoes is not None:
            self.undone.add((card.pk, one.undoes))
            self.unticked.append(one.undoes)
        theirs = {point: verdict for point, verdict in one.ticks if point in self.points}
        if theirs:
            self.ticked.append((one.key, one.at, theirs))

    def put_down(self) -> None:
        """Write the events, and bring their cards and ticks to where the log now leads."""
        events = [event for some in self.fresh.values() for event in some]
        if not events:
            return
        APPENDED.insert_all(events)
        by = preferences(self.learner).scheduler
        behind = [
            pk for pk, some in self.fresh.items() if not self.follow(self.cards[pk], some, by)
        ]
        self.replay(behind, by)
        REMEMBERED.update_all([self.cards[pk] for pk in self.fresh])
        for pk, at in self.earlier.items():
            Card.objects.filter(pk=pk, added__gt=at).update(added=at)
        self.put_down_ticks()

    def follow(self, card: Card, some: list[_Row], by: rules.Scheduler) -> bool:
        """Step through events that are the last of their card's log; False where they are not."""
        memory = card.memory
        for event in sorted(some, key=lambda event: (event.at, event.key)):
            entry = event.entry
            undone = (card.pk, event.key) in self.undone
            if undone or entry.kind is rules.Kind.UNDO or not rules.follows(memory, entry):
                return False
            memory = rules.applied(memory, entry, card.pk, by)
        card.take_over(memory)
        return True

    def replay(self, ids: Iterable[UUID], by: rules.Scheduler) -> None:
        """Read these cards' whole logs, and let them remember what those lead to."""
        logs: dict[UUID, list[rules.Event]] = {pk: [] for pk in ids}
        for event in Event.objects.filter(card__in=logs) if logs else ():
            logs[event.card_id].append(event.entry)
        for pk, log in logs.items():
            self.cards[pk].take_over(rules.replay(pk, log, by))

    def put_down_ticks(self) -> None:
        """Ticks of reviews that stand, and none of those that were taken back."""
        card_of = {key: event.card_id for key, event in self.known.items()}
        standing = [t for t in self.ticked if (card_of[t[0]], t[0]) not in self.undone]
        marks.tick_all(self.learner, standing, where=Where.CARD)
        gone = [
            key for key in self.unticked if key in card_of and (card_of[key], key) in self.undone
        ]
        if gone:
            marks.untick_all(self.learner, gone)
