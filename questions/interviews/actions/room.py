"""What is done in a room: each act once, under the interview's lock, with its number."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.http import Http404

from questions.accounts.models import User
from questions.errors import KeyReused, Malformed
from questions.interviews.models import (
    Hint,
    Interview,
    Note,
    Pairing,
    Point,
    Report,
    Score,
    ScriptItem,
)
from questions.interviews.rules import ASKING, RUNNING, Act, NotNow, Role, Stage, Verb, check
from questions.marks.rules import Verdict

from .pad import write
from .reporting import release_own
from .telling import record, tell

LONGEST_NOTE = 20_000
NOTHING = UUID(int=0)


class NoSuchAct(Malformed):
    """An act that names nothing that can be done."""

    code = "no_such_act"


@transaction.atomic
def act(interview: Interview, said: Act, *, by: User, key: UUID, at: datetime) -> Interview:
    """Do one thing in a room. The same key again changes nothing and gives the room as it is.

    Raises NotAllowed for who may only look, NotNow at the wrong stage, KeyReused for another act
    under the key.
    """
    interview = Interview.objects.select_for_update().get(pk=interview.pk)
    role = _role(interview, by)
    if said.verb is Verb.WRITE:
        check(said.verb, role, interview.now)
        write(interview, said.lines, role=role, key=key, at=at)
        tell(interview)
        return interview
    digest = hashlib.sha256(repr(said).encode()).hexdigest()
    if (done := interview.events.filter(key=key).first()) is not None:
        if done.digest != digest:
            raise KeyReused(f"The key {key} came with another act before.")
        return interview
    rule = check(said.verb, role, interview.now)
    if said.verb in (Verb.TICK, Verb.SCORE):
        _unreleased(interview)
    DO[said.verb](interview, said, at)
    record(
        interview,
        said.verb,
        by=by,
        role=role,
        key=key,
        at=at,
        shared=rule.shared,
        digest=digest,
    )
    interview.save()
    if interview.now is Stage.OVER and role is Role.ALONE:
        release_own(interview, at=at)
    tell(interview)
    return interview


def _role(interview: Interview, by: User) -> Role:
    """What somebody is; a mentor whose candidate left is nobody any more."""
    role = interview.role_of(by)
    if role is Role.MENTOR and interview.candidate_id:
        paired = Pairing.objects.led_by(by).filter(candidate=interview.candidate_id)
        role = role if paired.exists() else None
    if role is None:
        raise Http404
    return role


def _unreleased(interview: Interview) -> None:
    if interview.now is Stage.OVER:
        report = Report.objects.filter(interview=interview).first()
        if report and report.released:
            raise NotNow("The report was released; its scores stay as they are.")


def _begin(interview: Interview, said: Act, at: datetime) -> None:
    interview.began = interview.ticking = at
    first = interview.items.order_by("position").first()
    if first is None:
        interview.stage = Stage.CORE.value
    else:
        _show(interview, first, at)


def _move(interview: Interview, said: Act, at: datetime) -> None:
    item = interview.items.filter(position=said.position or 0).first()
    if item is None:
        raise Http404
    _settle(interview, at, going_on=interview.ticking is not None)
    _show(interview, item, at)


def _stage(interview: Interview, said: Act, at: datetime) -> None:
    if said.stage not in RUNNING:
        raise NoSuchAct("There is no such stage to move to.")
    _settle(interview, at, going_on=interview.ticking is not None)
    item = None
    if said.stage in ASKING:
        here = interview.items.filter(stage=said.stage.value)
        item = here.order_by(F("shown").asc(nulls_first=True), "position").first()
    interview.stage, interview.position = said.stage.value, None
    if item is not None:
        _show(interview, item, at)


def _show(interview: Interview, item: ScriptItem, at: datetime) -> None:
    interview.position, interview.stage = item.position, item.stage
    if item.shown is None:
        item.shown = at
        item.save(update_fields=["shown"])


def _settle(interview: Interview, at: datetime, *, going_on: bool) -> None:
    """Give the stretch that ran to the interview and to the question that was up."""
    stretch = interview.settle(at, going_on=going_on)
    if stretch and interview.position is not None:
        interview.items.filter(position=interview.position).update(spent=F("spent") + stretch)


def _pause(interview: Interview, said: Act, at: datetime) -> None:
    _settle(interview, at, going_on=False)


def _resume(interview: Interview, said: Act, at: datetime) -> None:
    interview.ticking = interview.ticking or at


def _release(interview: Interview, said: Act, at: datetime) -> None:
    """Give a hint; one of a question that nobody has seen would give that away."""
    hint = Hint.objects.filter(pk=said.hint or NOTHING, item__interview=interview).first()
    if hint is None:
        raise Http404
    if hint.released is None:
        if not ScriptItem.objects.shown().filter(pk=hint.item_id).exists():
            raise NotNow("Show the question before you give hints to it.")
        hint.released = at
        hint.save(update_fields=["released"])


def _reveal(interview: Interview, said: Act, at: datetime) -> None:
    interview.items.shown().filter(position=said.position or 0, revealed__isnull=True).update(
        revealed=at
    )


def _tick(interview: Interview, said: Act, at: datetime) -> None:
    if said.verdict not in {"", *(verdict.value for verdict in Verdict)}:
        raise NoSuchAct("A point is hit, partly or missed.")
    points = Point.objects.filter(pk=said.point or NOTHING, item__interview=interview)
    if not points.update(verdict=said.verdict):
        raise Http404


def _score(interview: Interview, said: Act, at: datetime) -> None:
    """A band from 1 to 4, 0 to take it back; what is not said stays."""
    if said.dimension not in {d.key for d in interview.rubric}:
        raise NoSuchAct("There is no such dimension in this script.")
    if said.band is not None and not 0 <= said.band <= 4:
        raise NoSuchAct("A band is a number from 1 to 4.")
    score, _ = Score.objects.get_or_create(interview=interview, dimension=said.dimension)
    if said.band is not None:
        score.band = said.band or None
    if said.text is not None:
        score.words = said.text[:LONGEST_NOTE]
    score.save()


def _note(interview: Interview, said: Act, at: datetime) -> None:
    item = None
    if said.position is not None:
        item = interview.items.filter(position=said.position or 0).first()
        if item is None:
            raise Http404
    text = (said.text or "")[:LONGEST_NOTE]
    Note.objects.update_or_create(interview=interview, item=item, defaults={"text": text, "at": at})


def _language(interview: Interview, said: Act, at: datetime) -> None:
    interview.language = (said.text or "")[:20]


def _end(interview: Interview, said: Act, at: datetime) -> None:
    _settle(interview, at, going_on=False)
    interview.stage, interview.ended, interview.position = Stage.OVER.value, at, None
    Report.objects.get_or_create(interview=interview)


DO: dict[Verb, Callable[[Interview, Act, datetime], None]] = {
    Verb.BEGIN: _begin,
    Verb.MOVE: _move,
    Verb.STAGE: _stage,
    Verb.PAUSE: _pause,
    Verb.RESUME: _resume,
    Verb.RELEASE: _release,
    Verb.REVEAL: _reveal,
    Verb.TICK: _tick,
    Verb.SCORE: _score,
    Verb.NOTE: _note,
    Verb.LANGUAGE: _language,
    Verb.END: _end,
}
