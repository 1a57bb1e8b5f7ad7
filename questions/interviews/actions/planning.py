"""Planning a mock or a rehearsal, changing when it is, calling it off."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from django.db import IntegrityError, transaction
from django.http import Http404

from questions.accounts.models import User
from questions.errors import NotAllowed, Refusal
from questions.interviews.models import Interview, Kind, Pairing, Template
from questions.interviews.models.after import LetterKind
from questions.interviews.rules import (
    DEFAULT,
    Drawn,
    NotNow,
    Role,
    Stage,
    Verb,
    dimensions_json,
)
from questions.interviews.rules.addresses import meeting_link
from questions.interviews.rules.setup import Own, Setup

from .drawing import Pair, by_stage, drawn_for, in_order, put, put_own
from .letters import announce
from .telling import record, tell


class NotAMentor(NotAllowed):
    """Only mentors invite and plan."""

    code = "not_a_mentor"


class NoQuestions(Refusal):
    """Nothing fits the choices of a script."""

    code = "no_questions"


@dataclass(frozen=True)
class Planned:
    """What a mentor says of a new mock; everything but the set-up may come later."""

    setup: Setup
    pairing: Pairing | None = None
    template: Template | None = None
    starts: datetime | None = None
    call: str = ""
    one_browser: bool = False
    own: Sequence[Own] = field(default=())


def check_mentor(person: User) -> None:
    if not person.is_mentor:
        raise NotAMentor("Only mentors plan interviews. An admin can make you one.")


def plan(mentor: User, planned: Planned, *, key: UUID, at: datetime, site: str) -> Interview:
    """Plan a mock with a script drawn for this pair; the same key again gives the same one."""
    check_mentor(mentor)
    there = Interview.objects.filter(made_by=mentor, key=key).first()
    if there is not None:
        return there
    candidate = planned.pairing.candidate if planned.pairing else None
    pair = Pair(mentor, candidate)
    drawn = _drawn(pair, planned.setup, key)
    interview = Interview(
        kind=Kind.MOCK.value,
        mentor=mentor,
        candidate=candidate,
        starts=planned.starts,
        call=meeting_link(planned.call),
        one_browser=planned.one_browser,
        **_common(mentor, planned, key, at),
    )
    return _kept(interview, pair, drawn, _own_of(planned), site=site)


def rehearse(person: User, setup: Setup, *, key: UUID, at: datetime) -> Interview:
    """Begin a rehearsal alone: the script stays unseen until each question comes up."""
    there = Interview.objects.filter(made_by=person, key=key).first()
    if there is not None:
        return there
    pair = Pair(person, person, alone=True)
    drawn = _drawn(pair, setup, key)
    if not drawn:
        raise NoQuestions("No question fits these choices. Widen them and try again.")
    interview = Interview(
        kind=Kind.REHEARSAL.value,
        candidate=person,
        **_common(person, Planned(setup), key, at),
    )
    return _kept(interview, pair, drawn, (), site="")


def _drawn(pair: Pair, setup: Setup, key: UUID) -> list[Drawn]:
    """Drawn before anything is locked; the key seeds it, so the same call draws the same."""
    return drawn_for(pair, setup, setup.number, random.Random(key.int))


def _common(maker: User, planned: Planned, key: UUID, at: datetime) -> dict[str, Any]:
    rubric = planned.template.dimensions if planned.template else dimensions_json(DEFAULT)
    return {
        "setup": planned.setup.as_json(),
        "minutes": planned.setup.minutes,
        "dimensions": rubric,
        "made": at,
        "made_by": maker,
        "key": key,
    }


def _own_of(planned: Planned) -> Sequence[Own]:
    kept = planned.template.own if planned.template else []
    return [*map(Own.from_json, kept), *planned.own]


def _kept(
    interview: Interview, pair: Pair, drawn: Sequence[Drawn], own: Sequence[Own], *, site: str
) -> Interview:
    try:
        with transaction.atomic():
            interview.save(force_insert=True)
            items = put(interview, pair.asker, drawn, 1)
            items += [put_own(interview, one, len(items) + n) for n, one in enumerate(own, 1)]
            in_order(by_stage(items))
            if interview.starts:
                announce(interview, LetterKind.PLANNED, site=site, at=interview.made)
    except IntegrityError:  # the same call, at the same moment, was quicker
        return Interview.objects.get(made_by=interview.made_by, key=interview.key)
    return interview


@dataclass(frozen=True)
class When:
    """When and where a mock is; what is None stays as it is."""

    starts: datetime | None = None
    minutes: int | None = None
    call: str | None = None
    one_browser: bool | None = None


@transaction.atomic
def reschedule(interview: Interview, when: When, *, by: User, at: datetime, site: str) -> Interview:
    """Change when or where a mock is; calendars and both sides are told, if it matters to them."""
    interview = _led(interview, by)
    if interview.now in (Stage.OVER, Stage.CANCELLED):
        raise NotNow("This interview is over; its time cannot change.")
    before = (interview.starts, interview.minutes, interview.call)
    if when.minutes is not None:
        interview.minutes = replace(Setup.from_json(interview.setup), minutes=when.minutes).minutes
    interview.starts = when.starts or interview.starts
    interview.call = interview.call if when.call is None else meeting_link(when.call)
    if when.one_browser is not None:
        interview.one_browser = when.one_browser
    if before != (interview.starts, interview.minutes, interview.call):
        interview.sequence += 1
        if interview.starts:
            announce(interview, LetterKind.PLANNED, site=site, at=at)
    interview.save()
    return interview


@transaction.atomic
def cancel(interview: Interview, *, by: User, at: datetime, site: str) -> Interview:
    """Call a mock off; either side may. Once cancelled it stays so."""
    interview = Interview.objects.select_for_update().get(pk=interview.pk)
    if interview.role_of(by) is None:
        raise Http404
    if interview.now is Stage.OVER:
        raise NotNow("This interview is over.")
    return call_off(interview, by=by, at=at, site=site)


def call_off(interview: Interview, *, by: User, at: datetime, site: str) -> Interview:
    """Cancel a locked interview and tell both sides' calendars."""
    if interview.now is Stage.CANCELLED:
        return interview
    interview.settle(at, going_on=False)
    interview.stage, interview.cancelled = Stage.CANCELLED.value, at
    interview.sequence += 1
    key = uuid5(interview.pk, "cancel")
    role = interview.role_of(by) or Role.MENTOR
    record(interview, Verb.CANCEL, by=by, role=role, key=key, at=at)
    interview.save()
    if interview.starts:
        announce(interview, LetterKind.CANCELLED, site=site, at=at)
    tell(interview)
    return interview


def _led(interview: Interview, by: User) -> Interview:
    interview = Interview.objects.select_for_update().get(pk=interview.pk)
    match interview.role_of(by):
        case Role.MENTOR:
            return interview
        case None:
            raise Http404
        case _:
            raise NotAllowed("Only the mentor can change when this is.")
