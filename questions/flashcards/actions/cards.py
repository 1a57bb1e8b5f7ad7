"""What happens to single cards: they are added, graded, put away, and all of it undone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F, Q
from django.db.models.functions import Coalesce

from questions.accounts.models import User
from questions.bank.models import KeyPoint, Listing, Question
from questions.bank.rules.wanted import Wanted
from questions.errors import Refusal
from questions.flashcards import rules
from questions.flashcards.models import Card, Event
from questions.marks import actions as marks
from questions.marks.rules import Verdict, Where

from .recording import Done, again, known_event, record

ADD_AT_ONCE = 1000
"""Cards that one call may add; a wider search is narrowed first."""

LAST = "the last act of the day"
"""The digest of an undo that names no event: whenever it comes again, it asks for the same."""


class NothingToUndo(Refusal):
    """The learner has done nothing today that could be taken back."""

    code = "nothing_to_undo"


class TooMany(Refusal):
    """More questions than may become cards at once."""

    code = "too_many"


@transaction.atomic
def add(learner: User, questions: Iterable[UUID], *, key: UUID, at: datetime) -> int:
    """Make cards of those questions that the learner may see, in the given order.

    A folded question's card is made of the one that stands for it. Questions that have a card
    already are left alone, so the same again adds nothing. Returns how many cards are new.
    """
    wanted = list(dict.fromkeys(questions))
    if len(wanted) > ADD_AT_ONCE:
        raise TooMany(f"These are more than {ADD_AT_ONCE} questions. Choose fewer at once.")
    stands = Question.objects.filter(pk__in=wanted).values_list("pk", Coalesce("folded_into", "pk"))
    standing = dict(stands)
    seen = set(
        Question.objects.seen_by(learner)
        .standing()
        .filter(pk__in=standing.values())
        .values_list("pk", flat=True)
    )
    fresh = [q for q in dict.fromkeys(standing.get(w) for w in wanted) if q in seen]
    there = set(
        Card.objects.of(learner)
        .filter(face__isnull=True)
        .annotate(stands=Coalesce("question__folded_into", F("question")))
        .filter(stands__in=fresh)
        .values_list("stands", flat=True)
    )
    cards = [
        Card(learner=learner, question_id=question, added=at, added_under=key, place=place)
        for place, question in enumerate(q for q in fresh if q not in there)
    ]
    Card.objects.bulk_create(cards, ignore_conflicts=True)
    return len(cards)


def add_listed(learner: User, wanted: Wanted, *, key: UUID, at: datetime) -> int:
    """Make cards of all that the bank would list: the best hits first, else by document."""
    listing = Listing(learner, wanted)
    found = listing.ids
    if found is None:
        in_order = listing.questions.order_by("document", "position", "pk")
        found = list(in_order.values_list("pk", flat=True)[: ADD_AT_ONCE + 1])
    return add(learner, found, key=key, at=at)


@transaction.atomic
def take_back(learner: User, added_under: UUID) -> int:
    """Remove the cards that one addition made and that nothing has happened to since."""
    taken, _ = Card.objects.of(learner).added_under(added_under).untouched().delete()
    return taken


def grade(
    learner: User,
    card: UUID,
    grade: rules.Grade,
    *,
    key: UUID,
    at: datetime,
    now: datetime | None = None,
    seconds: int | None = None,
    verdicts: Mapping[UUID, Verdict] | None = None,
) -> Done:
    """Append one review to a card's log, tick its key points, and bring the card up to date.

    `at` is when the learner answered, by their device's clock; `now` is ours where that differs.
    `seconds` is the time the answer took. A key seen before changes nothing; with another card,
    grade or verdicts it raises KeyReused.
    """
    ticks = {str(point): verdict.value for point, verdict in (verdicts or {}).items()}
    event = Event(
        kind=rules.Kind.REVIEW.value,
        key=key,
        grade=grade.value,
        seconds=seconds,
        data={"ticks": ticks} if ticks else {},
    )

    def tick(card: Card) -> None:
        if verdicts:
            theirs = {point: verdicts[point] for point in points_of(card, verdicts)}
            marks.tick(learner, theirs, where=Where.CARD, key=key, at=at)

    return record(learner, card, event, at=at, now=now, also=tick)


def suspend(
    learner: User, card: UUID, *, key: UUID, at: datetime, now: datetime | None = None
) -> Done:
    """Keep a card from being asked until it is resumed."""
    return record(learner, card, Event(kind=rules.Kind.SUSPEND.value, key=key), at=at, now=now)


def resume(
    learner: User, card: UUID, *, key: UUID, at: datetime, now: datetime | None = None
) -> Done:
    """Let a suspended card be asked again; what is remembered of it was kept."""
    return record(learner, card, Event(kind=rules.Kind.RESUME.value, key=key), at=at, now=now)


def bury(
    learner: User, card: UUID, *, key: UUID, at: datetime, now: datetime | None = None
) -> Done:
    """Put a card away until the learner's next day."""
    return record(learner, card, Event(kind=rules.Kind.BURY.value, key=key), at=at, now=now)


def undo(learner: User, *, key: UUID, at: datetime) -> Done:
    """Take back the last thing the learner did to a card today; again and again, if asked."""
    if (known := known_event(learner, key)) is not None:
        return again(known, LAST)
    today = learner.day_of(at)
    last = Event.objects.of(learner).on(today).by_hand().standing().latest_first().first()
    if last is None:
        raise NothingToUndo("You have done nothing today that could be undone.")
    return undo_event(learner, last.card_id, last.key, key=key, at=at, digest=LAST)


def undo_event(
    learner: User,
    card: UUID,
    undoes: UUID,
    *,
    key: UUID,
    at: datetime,
    now: datetime | None = None,
    digest: str = "",
) -> Done:
    """Leave the event under the key `undoes` out of a card's log, ticks included.

    It need not have arrived yet: when it does, it is left out.
    """
    event = Event(kind=rules.Kind.UNDO.value, key=key, undoes=undoes, digest=digest)

    def untick(card: Card) -> None:
        if card.events.filter(key=undoes).exists():
            marks.untick(learner, key=undoes)

    return record(learner, card, event, at=at, now=now, also=untick)


def points_of(card: Card, among: Iterable[UUID]) -> list[UUID]:
    """Which of these key points are the card's, or those of the question it is folded into."""
    own = Q(question=card.question_id) | Q(question__folded=card.question_id)
    return list(KeyPoint.objects.filter(own, pk__in=list(among)).values_list("pk", flat=True))
