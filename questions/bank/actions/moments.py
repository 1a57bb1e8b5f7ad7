"""What questions said before an act changed them, kept so that it can be shown and undone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Max

from questions.accounts.models import User
from questions.bank.models import Question, Revision
from questions.bank.rules.difficulty import Difficulty, Source
from questions.bank.rules.given import Given, GivenChoice
from questions.bank.rules.past import Past, Way, past_dumped
from questions.bank.rules.points import Point
from questions.bank.rules.states import Kind, State

from .shelf import BATCH, Shelf, in_batches
from .topics import TopicNames


@dataclass(frozen=True)
class Act:
    """Who changes the bank, how and when; `change` is the number of all that it changes."""

    way: Way
    by: User | None
    at: datetime
    change: UUID

    @property
    def by_hand(self) -> bool:
        """Whether a person wrote what the questions are to say."""
        return self.way in {Way.EDITED, Way.REVERTED}


def moment(shelf: Shelf, topics: TopicNames, question: Question, said: Mapping[str, Any]) -> Past:
    """How a question stands, with its document's own answer; `said` is what an edit hides."""
    own = next(
        (a for a in shelf.answers[question.pk] if a.document_id == question.document_id), None
    )
    points = (p for p in shelf.points[question.pk] if not p.retired)
    choices = sorted(shelf.choices[question.pk], key=lambda choice: choice.position)
    given = Given(
        prompt=question.prompt,
        answer=own.text if own else "",
        kind=Kind(question.kind),
        first_line=own.first_line or 0 if own else 0,
        last_line=own.last_line or 0 if own else 0,
        position=question.position,
        difficulty=Difficulty(question.difficulty),
        difficulty_source=Source(question.difficulty_source),
        choices=tuple(GivenChoice(c.text, c.correct, c.why) for c in choices),
        points=tuple(Point(p.text, p.core) for p in sorted(points, key=lambda p: p.position)),
        topics=tuple(sorted(topics.by_id[t].name for t in shelf.topics[question.pk])),
        section=question.section,
        verified=bool(own and own.verified),
    )
    return Past(given, State(question.state), bool(own and own.chosen), said)


def keep(act: Act, pasts: Mapping[UUID, Past]) -> None:
    """Keep what these questions said before this act."""
    last: dict[UUID, int] = {}
    for some in in_batches(pasts):
        counted = Revision.objects.filter(question__in=some).order_by().values("question")
        last |= {row["question"]: row["n"] for row in counted.annotate(n=Max("number"))}
    Revision.objects.bulk_create(
        [
            Revision(
                question_id=pk,
                number=last.get(pk, 0) + 1,
                change=act.change,
                way=act.way.value,
                by=act.by,
                at=act.at,
                before=past_dumped(past),
            )
            for pk, past in pasts.items()
        ],
        batch_size=BATCH,
    )
