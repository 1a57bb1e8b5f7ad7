"""Letters: written down with what they tell of, sent by the worker, never the questions."""

from __future__ import annotations

import logging
from datetime import datetime
from smtplib import SMTPException
from typing import Any
from urllib.parse import urlsplit

from django.urls import reverse

from questions.accounts.models import User
from questions.interviews.models import Interview, Letter
from questions.interviews.models.after import LetterKind
from questions.interviews.rules import Stage
from questions.interviews.rules.calendar import Appointment, ics
from questions.web.addresses import home
from questions.web.mail import Attachment, letter

log = logging.getLogger(__name__)
CALENDAR = "text/calendar; charset=utf-8"


def announce(interview: Interview, kind: LetterKind, *, site: str, at: datetime) -> None:
    """Write down a letter to each side; of a report the candidate alone hears.

    An older letter that still waits would tell of the same, so it is dropped.
    """
    told = [interview.candidate]
    if kind is not LetterKind.REPORT:
        told.append(interview.mentor)
    for person in told:
        if person is None or not reachable(person):
            continue
        same = Letter.objects.waiting().filter(interview=interview, person=person)
        same.filter(kind__in=[LetterKind.PLANNED.value, kind.value]).delete()
        Letter.objects.create(
            kind=kind.value, interview=interview, person=person, made=at, site=site
        )


def reachable(person: User) -> bool:
    """Whether somebody has an address: guests have none."""
    return person.is_active and not person.email.endswith(".invalid")


def post(at: datetime, most: int = 50) -> int:
    """Send the letters that wait; returns how many went. What fails is tried again later."""
    sent = 0
    for one in Letter.objects.waiting()[:most]:
        one.tries += 1
        one.save(update_fields=["tries"])
        try:
            _send(one, at)
        except (OSError, SMTPException):
            log.warning("a letter could not be sent", exc_info=True)
            continue
        one.sent = at
        one.save(update_fields=["sent"])
        sent += 1
    return sent


def _send(one: Letter, at: datetime) -> None:
    if one.kind == LetterKind.INVITED.value:
        invitation = one.invitation
        assert invitation is not None
        address = reverse("interviews:join", args=[invitation.token])
        interview = invitation.interview
        context = {
            "mentor": invitation.mentor,
            "address": home(one.site).rstrip("/") + address,
            **(_times(interview, None) if interview else {}),
        }
        letter(invitation.email, "interview_invited", context)
        return
    assert one.interview is not None
    assert one.person is not None
    context = {
        **_times(one.interview, one.person),
        "address": _address(one.interview, home(one.site)),
    }
    attached = []
    if one.kind != LetterKind.REPORT.value and one.interview.starts:
        text = calendar_of(one.interview, one.person, home(one.site), at)
        attached = [Attachment("interview.ics", text, CALENDAR)]
    letter(one.person.email, f"interview_{one.kind}", context, attachments=attached)


def other_side(interview: Interview, person: User | None) -> User | None:
    """Whom somebody meets there."""
    if person is not None and interview.mentor_id == person.pk:
        return interview.candidate
    return interview.mentor


def times_of(interview: Interview, person: User | None) -> list[tuple[str, str]]:
    """When it is, as (time, zone), in the zones of both sides, one's own first."""
    people = [one for one in (person, other_side(interview, person)) if one is not None]
    zones = list(dict.fromkeys(one.zone for one in people))
    starts = interview.starts
    if starts is None:
        return []
    # Written out here: a template would show a moment in the zone of who is signed in.
    return [(f"{starts.astimezone(zone):%A %-d %B %Y, %H:%M}", zone.key) for zone in zones]


def _times(interview: Interview, person: User | None) -> dict[str, Any]:
    return {
        "interview": interview,
        "other": other_side(interview, person),
        "times": times_of(interview, person),
    }


def _address(interview: Interview, site: str) -> str:
    return site.rstrip("/") + reverse("interviews:interview", args=[interview.pk])


def calendar_of(interview: Interview, person: User, site: str, at: datetime) -> str:
    """The calendar file of one side; nothing in it is of the script."""
    assert interview.starts is not None
    other = other_side(interview, person)
    address = _address(interview, site)
    call = f"The call: {interview.call}\n" if interview.call else ""
    return ics(
        Appointment(
            uid=f"{interview.pk}@{urlsplit(site).hostname or 'rehearsal'}",
            sequence=interview.sequence,
            starts=interview.starts,
            minutes=interview.minutes,
            title=f"Mock interview with {other}" if other else "Mock interview",
            text=f"{call}The room: {address}",
            place=interview.call,
            address=address,
            cancelled=interview.now is Stage.CANCELLED,
            stamp=at,
        )
    )
