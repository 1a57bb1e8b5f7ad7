"""What a person may take along of the bank, in a fixed number of statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Q, QuerySet

from questions.bank import models
from questions.bank.models import Listing, Question, sealed_for
from questions.bank.rules.seals import Sealed
from questions.bank.rules.states import State
from questions.bank.rules.wanted import Wanted

from .items import Answer, Bank, Choice, Document, Edit, Item, Point, Revision, Topic

if TYPE_CHECKING:
    from questions.accounts.models import User
    from questions.bank.models import Person

MOST = 3_000
"""Questions of one export; what is beyond them is reached with filters."""

WAITS = (
    "You are being asked some of these questions in an exam. "
    "The file waits until you hand it in; other questions can be had now."
)

Through = Question.topics.through
PARTS = {"document", "folded_into", "preferred", "topics", "choices", "points", "answers"}
PARTS |= {"revisions", "edits"}


def selection(person: Person, wanted: Wanted) -> Bank:
    """The first MOST questions that the bank's list shows, with those folded into them.

    Raises Sealed where one of them is being asked in an exam: a file has no gap that says so.

    One's own retired questions come along unless text, topic, level or kind narrows the list, so
    that a whole document can be put back as it was.
    """
    listing = Listing(person, wanted)
    ids = listing.ids
    if ids is None:
        ids = list(listing.questions.newest_first().values_list("pk", flat=True)[: MOST + 1])
    cut, ids = len(ids) > MOST, ids[:MOST]
    seen = Question.objects.seen_by(person)
    more = Q(folded_into__in=ids, state=State.PUBLISHED.value)
    if not _narrow(wanted):
        more |= _retired(person, wanted)
    rows = list(seen.filter(Q(pk__in=ids) | more)[: 2 * MOST])
    place = {pk: number for number, pk in enumerate(ids)}
    rows.sort(key=lambda row: (place.get(row.pk, MOST), row.position))
    closed = {pk for (pk,) in sealed_for(person).values_list("question")}
    if any(row.pk in closed for row in rows):
        raise Sealed(WAITS)
    editable = set(
        Question.objects.editable_by(person)
        .filter(pk__in=[row.pk for row in rows])
        .values_list("pk", flat=True)
    )
    return _bank(rows, editable, cut=cut)


def everything(owner: User | None) -> Bank:
    """All that one person owns, or the house for None: drafts and retired questions too."""
    rows = list(Question.objects.filter(owner=owner).newest_first())
    return _bank(rows, {row.pk for row in rows})


def of(person: Person, questions: Iterable[UUID]) -> Bank:
    """These questions, in this order, as far as the person may see them."""
    place = {pk: number for number, pk in enumerate(questions)}
    rows = sorted(
        Question.objects.seen_by(person).filter(pk__in=place), key=lambda row: place[row.pk]
    )
    return _bank(rows, set())


def _narrow(wanted: Wanted) -> bool:
    return bool(wanted.text or wanted.topics or wanted.levels or wanted.kinds)


def _retired(person: Person, wanted: Wanted) -> Q:
    mine = Q(state=State.RETIRED.value, owner=person.pk, owner__isnull=False)
    return mine & Q(document__in=wanted.documents) if wanted.documents else mine


def _bank(rows: Sequence[Question], editable: set[UUID], *, cut: bool = False) -> Bank:
    """The questions with their parts; with their history where one may edit them."""
    ids = [row.pk for row in rows]
    answers = _answers(ids)
    topics = _topic_ids(ids)
    choices = _parts(models.Choice.objects.filter(question__in=ids), Choice, "position")
    points = _parts(models.KeyPoint.objects.filter(question__in=ids), Point, "retired", "position")
    past = {"question__in": editable}
    revisions = _parts(models.Revision.objects.filter(**past), Revision, "number")
    edits = _parts(models.Edit.objects.filter(**past), Edit, "at")
    items = [
        Item(
            **_fields(row, Item, PARTS),
            document=row.document_id,
            folded_into=row.folded_into_id,
            preferred=row.preferred_id,
            topics=tuple(topics[row.pk]),
            choices=tuple(choices[row.pk]),
            points=tuple(points[row.pk]),
            answers=tuple(answers[row.pk]),
            revisions=tuple(revisions[row.pk]),
            edits=tuple(edits[row.pk]),
        )
        for row in rows
    ]
    return Bank(items, _documents(items), _topics(items), cut)


def _fields(row: Any, kind: type[Any], skip: set[str]) -> dict[str, Any]:
    names = [name for name in kind.__dataclass_fields__ if name not in skip]
    return {name: getattr(row, name) for name in names}


def _parts(rows: QuerySet[Any], kind: type[Any], *order: str) -> dict[UUID, list[Any]]:
    """The rows as plain values by their question."""
    names = list(kind.__dataclass_fields__)
    found: dict[UUID, list[Any]] = defaultdict(list)
    for question, *values in rows.order_by(*order).values_list("question_id", *names):
        found[question].append(kind(*values))
    return found


def _answers(ids: Iterable[UUID]) -> dict[UUID, list[Answer]]:
    rows = models.Answer.objects.filter(question__in=list(ids))
    return _parts(rows, Answer, "created", "pk")


def _topic_ids(ids: Sequence[UUID]) -> dict[UUID, list[UUID]]:
    found: dict[UUID, list[UUID]] = defaultdict(list)
    through = Through._default_manager.filter(question__in=ids)
    for question, topic in through.order_by("topic__position", "topic__name").values_list(
        "question_id", "topic_id"
    ):
        found[question].append(topic)
    return found


def _documents(items: Sequence[Item]) -> list[Document]:
    wanted = {answer.document for item in items for answer in item.answers}
    wanted |= {item.document for item in items}
    rows = models.Document.objects.filter(pk__in=[pk for pk in wanted if pk]).order_by(
        "created", "pk"
    )
    return [
        Document(**_fields(row, Document, {"house"}), house=row.owner_id is None) for row in rows
    ]


def _topics(items: Sequence[Item]) -> list[Topic]:
    """The topics of these questions and those above them."""
    wanted = {pk for item in items for pk in item.topics}
    rows = models.Topic.objects.filter(Q(pk__in=wanted) | Q(parts__in=wanted)).distinct()
    return [
        Topic(row.pk, row.slug, row.name, row.parent_id, row.position, row.owner_id is None)
        for row in rows.order_by("position", "name", "pk")
    ]
