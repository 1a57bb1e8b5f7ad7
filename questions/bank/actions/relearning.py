"""What is learned from an answer, after a sentence of it was found wrong or right again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from questions.bank.models import Answer, Edit, Question, struck_in
from questions.bank.rules import identity, points, struck
from questions.web import markup

from .folds import has_points, write_points
from .shelf import Shelf, in_batches


def relearn(answers: Iterable[UUID], *, at: datetime) -> None:
    """Make openings and checklists what these answers say without what was found wrong in them.

    There it is struck through wherever the answer is shown.

    A checklist that an editor wrote stays.
    """
    shelf = Shelf()
    for some in in_batches(answers):
        wrong = {pk: [said for said, _ in rows] for pk, rows in struck_in(some).items()}
        right = {}
        rows = list(Answer.objects.filter(pk__in=some))
        shown = markup.render_many([answer.text for answer in rows])
        for answer, html in zip(rows, shown, strict=True):
            right[answer.pk] = struck.without(answer.text, wrong.get(answer.pk, ()))
            shelf.set(
                answer,
                opening=identity.opening(right[answer.pk]),
                html=struck.through(html, wrong.get(answer.pk, ())),
            )
        heads = shelf.load(Question.objects.filter(preferred__in=some, folded_into=None))
        edits = Edit.objects.filter(question__in=[head.pk for head in heads])
        held = {edit.question_id for edit in edits if "points" in edit.fields}
        for head in heads:
            if head.preferred_id is not None and head.pk not in held:
                _learn(shelf, head, right[head.preferred_id], at)
    shelf.save()


def strike(answers: Iterable[Answer], wrong: Mapping[UUID, Sequence[tuple[str, str]]]) -> None:
    """Strike through what was found wrong in answers that were rendered anew."""
    for answer in answers:
        html = struck.through(answer.html, [said for said, _ in wrong[answer.pk]])
        Answer.objects.filter(pk=answer.pk).update(html=html)


def _learn(shelf: Shelf, head: Question, answer: str, at: datetime) -> None:
    now = points.of(head.prompt, answer)
    if not has_points(shelf, head, now):
        write_points(shelf, head, now)
        shelf.set(head, updated=at)
