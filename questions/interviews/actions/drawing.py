"""The questions that a script may have, drawn from the bank and frozen as they stand."""

from __future__ import annotations

import random
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef

from questions.accounts.models import User
from questions.bank.models import (
    KeyPoint,
    Question,
    QuestionQuerySet,
    sealed_for,
    sheet,
)
from questions.bank.rules.states import Kind as Asked
from questions.interviews.models import Hint, Interview, Pairing, Point, ScriptItem, wishes_of
from questions.interviews.models.pairs import topics_by_question, used_by_pair
from questions.interviews.rules import Drawn, Offer, Stage, Wish, draw
from questions.interviews.rules import hints as giving
from questions.interviews.rules.setup import Own, Setup
from questions.marks.models import Tick
from questions.web.markup import plain, render

DRAWN_FROM = 600
"""From so many questions, taken at random, those of a script are drawn."""

WEAK = 200
"""So many of the points missed last make questions weak."""


@dataclass(frozen=True)
class Pair:
    """For whom a script is: the asker (oneself, alone) and the candidate, if known."""

    asker: User
    candidate: User | None
    alone: bool = False

    def used(self) -> set[UUID]:
        """What this pair is never asked again; alone one may meet a question twice."""
        if self.alone:
            return set()
        return used_by_pair(self.asker.pk, self.candidate.pk if self.candidate else None)

    def wishes(self) -> list[Wish]:
        if self.alone or self.candidate is None:
            return []
        return wishes_of(self.asker.pk, self.candidate.pk)

    def weak(self) -> set[UUID]:
        """Questions with points that the candidate missed lately, if they share that."""
        if self.candidate is None or not (self.alone or self._shared()):
            return set()
        missed = Tick.objects.of(self.candidate).newest().missed().order_by("-at")
        return set(missed.values_list("key_point__question", flat=True)[:WEAK])

    def _shared(self) -> bool:
        return (
            Pairing.objects.led_by(self.asker).sharing().filter(candidate=self.candidate).exists()
        )


def askable(asker: User, setup: Setup) -> QuestionQuerySet:
    """Open questions that the asker may see and that have a checklist to tick.

    None that they are being asked in an exam of their own: its sheet would be in their hands.
    """
    points = KeyPoint.objects.current().filter(question=OuterRef("pk"))
    found = Question.objects.seen_by(asker).standing().exclude(pk__in=sealed_for(asker))
    found = found.filter(Exists(points), kind=Asked.OPEN.value, preferred__isnull=False)
    if setup.topics:
        found = found.about(setup.topics)
    return found.of_difficulty(setup.levels) if setup.levels else found


def drawn_for(
    pair: Pair,
    setup: Setup,
    number: int,
    rng: random.Random,
    *,
    taken: Collection[UUID] = (),
    among: Collection[UUID] | None = None,
) -> list[Drawn]:
    """So many questions for a pair, none of which they used or that is `taken`; perhaps of some."""
    weak = pair.weak()
    gone = pair.used() | set(taken)
    found = askable(pair.asker, setup)
    found = found if among is None else found.filter(pk__in=among)
    ids = [pk for pk in found.order_by("pk").values_list("pk", flat=True) if pk not in gone]
    first = [pk for pk in ids if pk in weak]
    rest = [pk for pk in ids if pk not in weak]
    some = (first + rng.sample(rest, len(rest)))[:DRAWN_FROM]
    return draw(_offers(some, weak), pair.wishes(), number, rng)


def _offers(ids: Sequence[UUID], weak: Collection[UUID]) -> list[Offer]:
    topics = topics_by_question(ids)
    said: dict[UUID, list[str]] = {}
    points = KeyPoint.objects.current().filter(question__in=ids)
    for question, text in points.values_list("question", "text"):
        said.setdefault(question, []).append(text)
    rows = Question.objects.filter(pk__in=ids).order_by("pk")
    return [
        Offer(
            pk,
            difficulty,
            frozenset(topics.get(pk, ())),
            " ".join([title, *said.get(pk, ())]),
            pk in weak,
        )
        for pk, difficulty, title in rows.values_list("pk", "difficulty", "title")
    ]


def put(interview: Interview, asker: User, drawn: Iterable[Drawn], place: int) -> list[ScriptItem]:
    """Freeze drawn questions as items from a place on, with their points, hints and follow-ups."""
    return [_put(interview, asker, one, place + offset) for offset, one in enumerate(drawn)]


def _put(interview: Interview, asker: User, one: Drawn, position: int) -> ScriptItem:
    found = sheet(asker, one.id)
    assert found is not None  # it was drawn from what the asker sees
    question = found.question
    item = ScriptItem.objects.create(
        interview=interview,
        position=position,
        stage=one.stage.value,
        question=question,
        title=question.title,
        prompt_html=question.prompt_html,
        looks_for_id=one.wish,
        sheet={
            "difficulty": question.difficulty,
            "topics": [topic["name"] for topic in found.topics],
            "answers": [_answer(row) for row in found.answers],
            "weak": one.weak,
        },
    )
    points = [(row["text"], row["core"], row["id"]) for row in found.points]
    told = [(text, core) for text, core, _ in points]
    _with_points(item, points)
    if one.wish:
        _with_missed(item, one.wish)
    follow_ups = giving.follow_ups((row["text"] for row in found.answers), position)
    _with_hints(item, giving.hints(told), follow_ups)
    return item


def _answer(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "html": row["html"],
        "title": row["document_title"] or row["document_name"] or "",
        "first_line": row["first_line"],
        "last_line": row["last_line"],
        "preferred": row["preferred"],
        "struck": row["struck"],
    }


def put_own(interview: Interview, own: Own, position: int) -> ScriptItem:
    """Make an item of a question of the mentor's own."""
    html = render(own.prompt)
    answer = render(own.answer) if own.answer.strip() else ""
    item = ScriptItem.objects.create(
        interview=interview,
        position=position,
        stage=own.stage.value,
        title=plain(own.prompt)[:300],
        prompt_html=html,
        sheet={
            "difficulty": "",
            "topics": [],
            "answers": [{"html": answer, "title": "Your own", "preferred": True}] if answer else [],
            "own": own.as_json(),
        },
    )
    _with_points(item, [(text, core, None) for text, core in own.points])
    _with_hints(item, own.hints, own.follow_ups)
    return item


def _with_points(item: ScriptItem, points: Sequence[tuple[str, bool, UUID | None]]) -> None:
    Point.objects.bulk_create(
        Point(item=item, place=place, text=text, core=core, key_point_id=key_point)
        for place, (text, core, key_point) in enumerate(points)
    )


def _with_missed(item: ScriptItem, wish: UUID) -> None:
    """Put the point that was missed before on the sheet, so that it is ticked itself."""
    missed = Point.objects.get(pk=wish)
    same = item.points.filter(text=missed.text)
    if not same.update(again=missed, core=True):
        Point.objects.create(
            item=item,
            place=item.points.count(),
            text=missed.text,
            core=True,
            key_point=missed.key_point,
            again=missed,
        )


def _with_hints(item: ScriptItem, hints: Iterable[str], follow_ups: Iterable[str]) -> None:
    texts = [*((text, False) for text in hints), *((text, True) for text in follow_ups)]
    Hint.objects.bulk_create(
        Hint(item=item, place=place, text=text[:500], asks_on=asks_on)
        for place, (text, asks_on) in enumerate(texts)
    )


def in_order(items: Sequence[ScriptItem]) -> None:
    """Number the items as given, in two steps because no two may share a number meanwhile."""
    for offset in (1000, 1):
        for place, item in enumerate(items):
            if item.position != place + offset:
                item.position = place + offset
                item.save(update_fields=["position"])


def by_stage(items: Iterable[ScriptItem]) -> list[ScriptItem]:
    """Items in the order of their stages, within a stage in their own."""
    order = {stage.value: place for place, stage in enumerate(Stage)}
    return sorted(items, key=lambda item: (order[item.stage], item.position))
