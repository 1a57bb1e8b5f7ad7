"""Working on a script before it is asked: adding, swapping, moving and removing questions."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.http import Http404

from questions.accounts.models import User
from questions.bank.models import Question
from questions.errors import NotAllowed, Refusal
from questions.interviews.models import Interview, ScriptItem, Template
from questions.interviews.rules import MOST, Dimension, NotNow, Role, Stage, dimensions_json
from questions.interviews.rules.setup import Own, Setup

from .drawing import Pair, askable, by_stage, drawn_for, in_order, put, put_own

OFFERED = 8
SEARCHED = 60
"""So many of what a search finds are looked at; more of it means: say more."""


class NoMoreQuestions(Refusal):
    """Nothing in the bank fits the choices that this pair has not used."""

    code = "no_more_questions"


class ScriptFull(Refusal):
    """A script takes no more questions."""

    code = "script_full"


def opened(interview: Interview, by: User) -> tuple[Interview, list[ScriptItem]]:
    """The interview, locked, and its items, for who leads it; refused once it is over."""
    interview = Interview.objects.select_for_update().get(pk=interview.pk)
    role = interview.role_of(by)
    if role is None:
        raise Http404
    if role is not Role.MENTOR:
        raise NotAllowed("Only the mentor sees and changes the script.")
    if interview.now in (Stage.OVER, Stage.CANCELLED):
        raise NotNow("This interview is over; its script stays as it was.")
    return interview, list(interview.items.order_by("position"))


@transaction.atomic
def add_own(interview: Interview, own: Own, *, by: User) -> ScriptItem:
    """Put a question of the mentor's own at the end of its stage."""
    interview, items = opened(interview, by)
    _room_for_one(items)
    item = put_own(interview, own, len(items) + 1)
    in_order(by_stage([*items, item]))
    return item


def _room_for_one(items: Sequence[ScriptItem]) -> None:
    if len(items) >= MOST:
        raise ScriptFull(f"A script has at most {MOST} questions. Remove one first.")


@transaction.atomic
def add_drawn(
    interview: Interview, *, by: User, rng: random.Random, chosen: UUID | None = None
) -> ScriptItem:
    """Put one more question from the bank at the end of the core: the chosen one, or any."""
    interview, items = opened(interview, by)
    _room_for_one(items)
    item = _another(interview, items, by, rng, Stage.CORE, len(items) + 1, chosen)
    in_order(by_stage([*items, item]))
    return item


@transaction.atomic
def swap(interview: Interview, item: UUID, *, by: User, rng: random.Random) -> ScriptItem:
    """Put another question in an item's place. What was shown already is not taken back."""
    interview, items = opened(interview, by)
    old = _unshown(items, item)
    new = _another(interview, items, by, rng, Stage(old.stage), 999)
    place = items.index(old)
    old.delete()
    in_order([*items[:place], new, *items[place + 1 :]])
    return new


def _another(
    interview: Interview,
    items: Sequence[ScriptItem],
    by: User,
    rng: random.Random,
    stage: Stage,
    position: int,
    chosen: UUID | None = None,
) -> ScriptItem:
    pair = Pair(by, interview.candidate)
    if chosen is not None:
        drawn = drawn_for(pair, Setup(), 1, rng, taken=_taken(items), among=[chosen])
    else:
        drawn = drawn_for(pair, Setup.from_json(interview.setup), 1, rng, taken=_taken(items))
    if not drawn:
        raise NoMoreQuestions("No other question fits these choices that you two have not used.")
    (made,) = put(interview, by, drawn, position)
    made.stage = stage.value
    made.save(update_fields=["stage"])
    return made


def _taken(items: Sequence[ScriptItem]) -> set[UUID]:
    return {item.question_id for item in items if item.question_id}


def offered(
    interview: Interview, items: Sequence[ScriptItem], text: str, *, by: User
) -> list[Question]:
    """What a mentor may choose from: what they search for, else what fits this candidate best.

    Nothing that the pair has used or that is in the script. The same page offers the same.
    """
    pair, rng = Pair(by, interview.candidate), random.Random(interview.pk.int)  # nosec B311
    if text.strip():
        among = list(askable(by, Setup()).matching(text).values_list("pk", flat=True)[:SEARCHED])
        setup = Setup()
    else:
        among, setup = None, Setup.from_json(interview.setup)
    drawn = drawn_for(pair, setup, OFFERED, rng, taken=_taken(items), among=among)
    found = Question.objects.in_bulk([one.id for one in drawn])
    return [found[one.id] for one in drawn]


@transaction.atomic
def move_item(interview: Interview, item: UUID, *, by: User, up: bool) -> None:
    """Move a question one place up or down; past the end of its stage it joins the next one."""
    interview, items = opened(interview, by)
    moved = _unshown(items, item)
    place = items.index(moved)
    other = place - 1 if up else place + 1
    if not 0 <= other < len(items) or items[other].shown:
        return
    if items[other].stage != moved.stage:
        moved.stage = items[other].stage
        moved.save(update_fields=["stage"])
        return
    items[place], items[other] = items[other], items[place]
    in_order(items)


@transaction.atomic
def remove_item(interview: Interview, item: UUID, *, by: User) -> None:
    """Take a question out of a script."""
    interview, items = opened(interview, by)
    gone = _unshown(items, item)
    items.remove(gone)
    gone.delete()
    in_order(items)


def _unshown(items: Sequence[ScriptItem], item: UUID) -> ScriptItem:
    found = next((one for one in items if one.pk == item), None)
    if found is None:
        raise Http404
    if found.shown:
        raise NotNow("This question was asked already; it stays.")
    return found


@transaction.atomic
def score_by(interview: Interview, dimensions: Sequence[Dimension], *, by: User) -> None:
    """Let a script have a rubric of its own; scores in dimensions that go are kept unseen."""
    interview, _ = opened(interview, by)
    interview.dimensions = dimensions_json(dimensions)
    interview.save(update_fields=["dimensions"])


@transaction.atomic
def keep_template(
    interview: Interview, name: str, *, by: User, key: UUID, at: datetime
) -> Template:
    """Keep the choices, the rubric and the own questions of a script to begin others with."""
    interview, items = opened(interview, by)
    own = [item.sheet["own"] for item in items if item.own and "own" in item.sheet]
    made, _ = Template.objects.get_or_create(
        owner=by,
        key=key,
        defaults={
            "name": name.strip()[:80] or "Script",
            "setup": interview.setup,
            "dimensions": interview.dimensions,
            "own": own,
            "made": at,
        },
    )
    return made


def remove_template(template: Template) -> None:
    """Forget a template; scripts that began with it stay."""
    template.delete()
