"""Telling a device what changed since it last asked."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from questions.accounts.models import User
from questions.bank.models import Sheet, sheets, signs
from questions.bank.rules.states import State
from questions.flashcards.models import Card, Target, follow_folds
from questions.sync import rules
from questions.sync.models import Entry, Feed
from questions.sync.rules import What

CARD = [field.attname for field in Card._meta.concrete_fields]
AT_ONCE = 500


@dataclass(frozen=True)
class News:
    """One page of the feed: rows as they are now, where folded questions went, what is gone."""

    cursor: str
    more: bool
    questions: list[Sheet]
    folded: list[dict[str, UUID]]
    cards: list[Card]
    targets: list[Target]
    gone: list[dict[str, object]]


@transaction.atomic
def tell(person: User, since: str, *, size: int) -> News:
    """The next page of what changed for a person since a cursor; an empty one begins anew.

    Raises NotACursor and CursorGone. What is told is as it is now; it may be told once more than
    needed, but nothing is ever left out (`models` says why).
    """
    Feed.objects.get_or_create(person=person)
    feed = Feed.objects.select_for_update().get(person=person)
    after = rules.place(since, feed.begun, feed.last)
    entries = list(Entry.objects.of(person).after(after)[: size + 1])
    if len(entries) <= size:
        _bring_up_to_date(feed, person)
        entries = list(Entry.objects.of(person).after(after)[: size + 1])
    page = entries[:size]
    last = page[-1].number if page else feed.last
    return _news(person, page, rules.cursor(feed.begun, last), len(entries) > size)


def _bring_up_to_date(feed: Feed, person: User) -> None:
    """Write at the feed's end whatever differs from what it last said."""
    there = {(entry.what, entry.row): entry for entry in Entry.objects.of(person)}
    said = {name: rules.Said(entry.sign, entry.gone) for name, entry in there.items()}
    fresh: list[Entry] = []
    changed: list[Entry] = []
    for (what, row), now in rules.differing(_signs(person), said):
        feed.last += 1
        entry = there.get((what, row)) or Entry(person=person, what=what, row=row)
        (fresh if entry.pk is None else changed).append(entry)
        entry.sign, entry.gone, entry.number = now.sign, now.gone, feed.last
    if not (fresh or changed):
        return
    Entry.objects.bulk_create(fresh, batch_size=AT_ONCE)
    Entry.objects.bulk_update(changed, ["sign", "gone", "number"], batch_size=AT_ONCE)
    feed.save(update_fields=["last"])


def _signs(person: User) -> dict[rules.Name, str]:
    """The sign of every row that the person's devices keep.

    Of the questions that left their documents only those which the person has a card of.
    """
    cards = list(Card.objects.seen_by(person).order_by("added", "place", "pk").values_list(*CARD))
    studied = {row[CARD.index("question_id")] for row in cards}
    found: dict[rules.Name, str] = {}
    for id, folded, state, sign in signs(person):
        if state == State.PUBLISHED.value or id in studied:
            found[What.QUESTION.value, id] = folded.hex if folded else sign
    for row in cards:
        found[What.CARD.value, row[0]] = _sign(row)
    for target in Target.objects.of(person).listed().prefetch_related("left_out"):
        found[What.TARGET.value, target.pk] = _sign_of_target(target)
    return found


def _sign_of_target(target: Target) -> str:
    topics = sorted(topic.slug for topic in target.topics.all())
    out = sorted(str(card.pk) for card in target.left_out.all())
    return _sign((target.name, target.date, target.minutes, topics, out))


def _sign(row: tuple[object, ...]) -> str:
    return blake2b(repr(row).encode(), digest_size=16).hexdigest()


def _news(person: User, page: list[Entry], cursor: str, more: bool) -> News:
    """The rows that these entries name, as they are now."""
    ids = {what: [e.row for e in page if e.what == what.value and not e.gone] for what in What}
    found = sheets(person, ids[What.QUESTION])
    folded = [one.question for one in found if one.question.folded_into_id]
    cards = list(_cards(person, ids[What.CARD]))
    follow_folds(person, cards)
    return News(
        cursor=cursor,
        more=more,
        questions=[one for one in found if not one.question.folded_into_id],
        folded=[{"id": q.pk, "into": q.folded_into_id} for q in folded if q.folded_into_id],
        cards=cards,
        targets=list(
            Target.objects.of(person)
            .filter(pk__in=ids[What.TARGET])
            .listed()
            .prefetch_related("left_out")
        ),
        gone=[{"what": e.what, "id": e.row} for e in page if e.gone],
    )


def _cards(person: User, ids: list[UUID]) -> QuerySet[Card]:
    return Card.objects.seen_by(person).filter(pk__in=ids).select_related("question")
