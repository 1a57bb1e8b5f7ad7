"""What a change of questions makes likely: that two are one, and that their sources disagree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from questions.bank.models import Question, Suggestion
from questions.bank.rules.decisions import Decision, Why
from questions.bank.rules.resemblance import Like, Prompts, Side
from questions.bank.rules.states import State

from .disputes import dispute
from .shelf import BATCH, in_batches
from .walls import Wall

WHOLE = 5_000
"""Questions of one wall up to which all their answers are compared; of more the related alone."""
EVIDENCE = ("likeness", "prompts_alike", "answers_alike", "shared")


def look_again(
    touched: Collection[UUID],
    reworded: Iterable[tuple[UUID, UUID, float]] = (),
    *,
    at: datetime,
) -> None:
    """Offer what is likely one question with a touched one, and note who contradicts it.

    `reworded` are (gone, new, likeness) of questions that may be the same under other words. What
    was decided stays decided; what was only offered and is no longer likely goes.
    """
    offer_rewordings(reworded, at=at)
    walls: dict[Wall, set[UUID]] = defaultdict(set)
    for some in in_batches(touched):
        for question in Question.objects.filter(pk__in=some):
            walls[Wall.around(question)].add(question.pk)
    for wall, some_touched in walls.items():
        _look_inside(wall, some_touched, at)


def offer_rewordings(reworded: Iterable[tuple[UUID, UUID, float]], *, at: datetime) -> None:
    """Ask whether a question that left its document and a new one are the same."""
    Suggestion.objects.bulk_create(
        [
            Suggestion(
                one_id=gone, other_id=came, why=Why.REWORDED.value, likeness=likeness, created=at
            )
            for gone, came, likeness in reworded
        ],
        ignore_conflicts=True,
        batch_size=BATCH,
    )


def _look_inside(wall: Wall, touched: set[UUID], at: datetime) -> None:
    rows = wall.questions().exclude(fingerprint="").order_by("created", "position", "pk")
    seniority = {pk: place for place, pk in enumerate(rows.values_list("pk", flat=True))}
    prompts = Prompts(rows.values_list("pk", "prompt"))
    near = {pk: [other for _, other in prompts.near(pk)] for pk in touched & seniority.keys()}
    sides = _sides({*near, *(other for others in near.values() for other in others)})
    found: dict[tuple[UUID, UUID], Like] = {}
    for pk, others in near.items():
        for other in others:
            if like := prompts.like(pk, other, sides[pk], sides[other]):
                elder, younger = sorted((pk, other), key=seniority.__getitem__)
                found[elder, younger] = like
    _offer(found, touched, at)
    whole = len(seniority) <= WHOLE
    dispute(wall, touched, near, whole=whole, at=at)


def _sides(questions: Iterable[UUID]) -> dict[UUID, Side]:
    found = {}
    for some in in_batches(questions):
        rows = Question.objects.filter(pk__in=some)
        for pk, prompt, answer, document in rows.values_list(
            "pk", "prompt", "preferred__text", "document"
        ):
            found[pk] = Side(prompt, answer or "", document)
    return found


def _offer(found: dict[tuple[UUID, UUID], Like], touched: set[UUID], at: datetime) -> None:
    known: dict[tuple[UUID, UUID], Suggestion] = {}
    for some in in_batches(touched):
        for row in Suggestion.objects.touching(some):
            known[row.one_id, row.other_id] = known[row.other_id, row.one_id] = row
    fresh = [_suggestion(pair, like, at) for pair, like in found.items() if pair not in known]
    Suggestion.objects.bulk_create(fresh, batch_size=BATCH)
    changed = [new for pair, like in found.items() if (new := _renewed(known.get(pair), like))]
    Suggestion.objects.bulk_create(
        changed,
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=EVIDENCE,
    )
    _withdraw(found, {row.pk: row for row in known.values()}.values())


def _suggestion(pair: tuple[UUID, UUID], like: Like, at: datetime) -> Suggestion:
    return Suggestion(
        one_id=pair[0],
        other_id=pair[1],
        why=Why.LIKELY.value,
        likeness=like.likeness,
        prompts_alike=like.prompts,
        answers_alike=like.answers,
        shared=list(like.shared),
        created=at,
    )


def _renewed(row: Suggestion | None, like: Like) -> Suggestion | None:
    """The row with new evidence, where there is any and nobody has decided."""
    now = (like.likeness, like.prompts, like.answers, list(like.shared))
    if row is None or row.decision != Decision.OPEN.value or row.why != Why.LIKELY.value:
        return None
    if (row.likeness, row.prompts_alike, row.answers_alike, row.shared) == now:
        return None
    row.likeness, row.prompts_alike, row.answers_alike, row.shared = now
    return row


def _withdraw(found: Collection[tuple[UUID, UUID]], known: Iterable[Suggestion]) -> None:
    """Take back what was offered and is no longer likely; a folded or retired one may return."""
    unlikely = [
        row.pk
        for row in known
        if row.decision == Decision.OPEN.value
        and row.why == Why.LIKELY.value
        and (row.one_id, row.other_id) not in found
    ]
    for some in in_batches(unlikely):
        stale = Suggestion.objects.filter(pk__in=some)
        here = {"one__state": State.PUBLISHED.value, "other__state": State.PUBLISHED.value}
        stale.filter(one__folded_into=None, other__folded_into=None, **here).delete()
