"""By which sign a copy of a question elsewhere knows that it is out of date."""

from __future__ import annotations

from hashlib import blake2b
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet
from django.db.models.functions import Length

from questions.accounts.models import User

from .answers import Answer, Choice, KeyPoint
from .questions import Question
from .seals import exam_about
from .settling import Disagreement
from .sheets import rows, topics_of

OWN = (
    "updated",
    "state",
    "kind",
    "visibility",
    "title",
    "difficulty",
    "difficulty_source",
    "section",
    "needs_key",
    "preferred",
)


def signs(person: User) -> list[tuple[UUID, UUID | None, str, str]]:
    """(id, folded into, state, sign) of every question that the person may see; one statement.

    The sign changes with whatever `sheet` shows, so also when an exam closes the answer and when
    it opens again. Whoever writes a text says when; its length is looked at as well, so that a
    writer who forgets is found out.
    """
    found = _signed(Question.objects.seen_by(person).readable(), person.pk)
    return [
        (id, folded, state, _digest(rest if exam is None else [*rest, "sealed"]))
        for id, folded, state, *rest, exam in found
    ]


def _digest(shown: list[Any]) -> str:
    return blake2b(repr(shown).encode(), digest_size=16).hexdigest()


def _signed(questions: QuerySet[Question], person: UUID) -> QuerySet[Any, tuple[Any, ...]]:
    one, group = OuterRef("pk"), OuterRef(OuterRef("pk"))
    theirs = Question.objects.filter(Q(pk=group) | Q(folded_into=group)).values("pk")
    differ = Disagreement.objects.standing().filter(
        Q(one__question__in=theirs) | Q(other__question__in=theirs)
    )
    said = {"id": "id", "right": "right", "reason": "reason"}
    return questions.values_list(
        "pk",
        "folded_into",
        "state",
        *OWN,
        Length("prompt"),
        Length("prompt_html"),
        topics_of(one),
        rows(
            KeyPoint.objects.current().filter(question=one),
            "pk",
            **{name: name for name in ("id", "text", "core", "position", "revision")},
        ),
        rows(
            Choice.objects.filter(question=one).annotate(long=Length("html")),
            "position",
            **{name: name for name in ("id", "text", "correct", "why", "long")},
        ),
        rows(
            Answer.objects.filter(question__in=theirs).annotate(long=Length("html")),
            "pk",
            **{name: name for name in ("id", "updated", "verified", "first_line", "long")},
        ),
        rows(differ, "pk", **said),
        exam_about(person, one),
    )
