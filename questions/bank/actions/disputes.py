"""Which answers contradict one another, as far as their sentences show it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from questions.bank.models import Answer, AnswerQuerySet, Disagreement
from questions.bank.rules import struck
from questions.bank.rules.conflicts import Conflict, Witnesses
from questions.bank.rules.decisions import VERIFIED, Right, by_verification

from .relearning import relearn
from .shelf import in_batches
from .walls import Wall

Matter = tuple[UUID, UUID, str, str]
"""Two answers, how they differ and in what."""


def dispute(
    wall: Wall,
    touched: set[UUID],
    near: Mapping[UUID, Sequence[UUID]],
    *,
    whole: bool,
    at: datetime,
) -> None:
    """Note who contradicts the answers of touched questions, and let verified ones settle it.

    All answers behind the wall are heard where `whole`, else those of the touched questions and
    of the ones near them.
    """
    among = {*touched, *(other for others in near.values() for other in others)}
    heard = _hear(wall.answers(), None if whole else among)
    found = _contradictions(heard, touched, near)
    _note(found, heard, [pk for pk, answer in heard.items() if _is_of(answer, touched)], at)


def _hear(answers: AnswerQuerySet, only: set[UUID] | None) -> dict[UUID, Answer]:
    said = answers.select_related("question").order_by("created", "pk")
    if only is None:
        return {answer.pk: answer for answer in said}
    found: dict[UUID, Answer] = {}
    for some in in_batches(only):
        mine = Q(question__in=some) | Q(question__folded_into__in=some)
        found |= {answer.pk: answer for answer in said.filter(mine)}
    return found


def _is_of(answer: Answer, questions: set[UUID]) -> bool:
    return answer.question_id in questions or answer.question.folded_into_id in questions


def _contradictions(
    heard: Mapping[UUID, Answer], touched: set[UUID], near: Mapping[UUID, Sequence[UUID]]
) -> dict[Matter, Conflict]:
    witnesses: Witnesses[UUID] = Witnesses()
    of: dict[UUID, set[UUID]] = defaultdict(set)
    for answer in heard.values():
        witnesses.add(answer.pk, answer.question.prompt, answer.text)
        of[_head(answer)].add(answer.pk)
    found: dict[Matter, Conflict] = {}
    for answer in heard.values():
        if _is_of(answer, touched):
            kin = {_head(answer), *near.get(_head(answer), ())}
            related = {pk for head in kin for pk in of[head]} - {answer.pk}
            for other, conflict in witnesses.against(answer.pk, related):
                if answer.verified and heard[other].verified:
                    continue  # two that were checked: what differs are their words
                matter, turned = _in_order(answer, heard[other], conflict)
                found.setdefault(matter, turned)
    return found


def _head(answer: Answer) -> UUID:
    return answer.question.folded_into_id or answer.question_id


def _in_order(one: Answer, other: Answer, conflict: Conflict) -> tuple[Matter, Conflict]:
    """The elder answer first, so that a pair is known from whichever side it is found."""
    kind = (conflict.differs.value, conflict.about[:80])
    if (one.created, one.pk) <= (other.created, other.pk):
        return (one.pk, other.pk, *kind), conflict
    differs, about, likeness = conflict.differs, conflict.about, conflict.likeness
    turned = Conflict(conflict.other, conflict.one, differs, about, likeness)
    return (other.pk, one.pk, *kind), turned


def _note(
    found: Mapping[Matter, Conflict],
    heard: Mapping[UUID, Answer],
    touched: Iterable[UUID],
    at: datetime,
) -> None:
    known: dict[Matter, Disagreement] = {}
    for some in in_batches(touched):
        for row in Disagreement.objects.filter(Q(one__in=some) | Q(other__in=some)):
            known[row.one_id, row.other_id, row.differs, row.about] = row
    relearned: set[UUID] = set()
    for matter, conflict in found.items():
        one, other, differs, about = matter
        fresh = Disagreement(one_id=one, other_id=other, differs=differs, about=about)
        row = known.pop(matter, fresh)
        if _state(row, conflict, heard[one], heard[other], at):
            relearned |= {one, other}
    for row in known.values():  # no longer found
        if row.one_id in heard and row.other_id in heard:
            relearned |= _unsay(row, heard)
    if relearned:
        relearn(relearned, at=at)


def _state(row: Disagreement, conflict: Conflict, one: Answer, other: Answer, at: datetime) -> bool:
    """Write what the two say; True where that changes which of their sentences are wrong.

    A decision about sentences that are still there stays.
    """
    right, fresh = row.right, row._state.adding
    if fresh or not (
        struck.says(one.text, row.one_says) and struck.says(other.text, row.other_says)
    ):
        row.one_says, row.other_says = conflict.one, conflict.other
        row.right, row.reason, row.by, row.at = "", "", None, None
    led = by_verification(one.verified, other.verified)
    by_itself = row.reason == VERIFIED and row.by_id is None
    if led and (not row.right or by_itself):
        row.right, row.reason, row.at = led.value, VERIFIED, row.at or at
    elif by_itself and not led:
        row.right, row.reason, row.at = "", "", None
    if fresh:
        row.created = at
    changed = fresh or row.gone or row.right != right
    row.gone, row.likeness = False, conflict.likeness
    row.save()
    return changed and {row.right, right} != {""} and {row.right, right} != {Right.BOTH.value}


def _unsay(row: Disagreement, heard: Mapping[UUID, Answer]) -> set[UUID]:
    """Forget what is no disagreement any more; a decision is kept for when the words return."""
    if not row.right:
        row.delete()
        return set()
    one, other = heard[row.one_id].text, heard[row.other_id].text
    gone = not (struck.says(one, row.one_says) and struck.says(other, row.other_says))
    if gone == row.gone:
        return set()
    row.gone = gone
    row.save(update_fields=["gone"])
    return {row.one_id, row.other_id}
