"""Inviting, accepting, sharing and parting."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid5

from django.db import transaction
from django.http import Http404

from questions.accounts.models import User
from questions.errors import NotAllowed, Refusal
from questions.interviews.models import Interview, Invitation, Letter, Pairing, Report
from questions.interviews.models.after import LetterKind
from questions.interviews.rules import Role, Stage, Verb

from .letters import announce
from .planning import call_off, check_mentor
from .reporting import deliver
from .telling import record, tell


class NoSuchLink(Refusal):
    """A link that was used, revoked, or whose interview was called off."""

    code = "no_such_link"


class NotForYou(Refusal):
    """A mentor cannot be their own candidate."""

    code = "not_for_you"


@transaction.atomic
def invite(
    mentor: User,
    *,
    email: str = "",
    interview: Interview | None = None,
    key: UUID,
    at: datetime,
    site: str,
) -> Invitation:
    """Make a link for one person, and send it where an address is given."""
    check_mentor(mentor)
    made, new = Invitation.objects.get_or_create(
        mentor=mentor, key=key, defaults={"email": email, "interview": interview, "made": at}
    )
    if new and email:
        Letter.objects.create(kind=LetterKind.INVITED.value, invitation=made, made=at, site=site)
    return made


@transaction.atomic
def hand_out(
    interview: Interview, *, by: User, email: str = "", key: UUID, at: datetime, site: str
) -> Invitation:
    """The open link to an interview; a new one where there is none. A new address gets a letter."""
    there = Invitation.objects.of(by).open().filter(interview=interview).first()
    if there is None:
        return invite(by, email=email, interview=interview, key=key, at=at, site=site)
    if email and email != there.email:
        there.email = email
        there.save(update_fields=["email"])
        Letter.objects.create(kind=LetterKind.INVITED.value, invitation=there, made=at, site=site)
    return there


@transaction.atomic
def revoke(invitation: Invitation, *, at: datetime) -> None:
    """Let a link lead nowhere; one that was used stays used."""
    Invitation.objects.filter(pk=invitation.pk, redeemed__isnull=True, revoked__isnull=True).update(
        revoked=at
    )


@transaction.atomic
def redeem(token: UUID, person: User, *, shares_weak: bool, at: datetime, site: str) -> Invitation:
    """Accept a mentor through their link, once; the interview that it is for becomes one's own.

    The same person again changes nothing. Raises NoSuchLink where it leads nowhere any more.
    """
    invitation = Invitation.objects.select_for_update().filter(token=token).first()
    if invitation is None:
        raise Http404
    if invitation.redeemed_by_id == person.pk:
        return invitation
    if not Invitation.objects.open().filter(pk=invitation.pk).exists():
        raise NoSuchLink("This link leads nowhere any more. Ask your mentor for a new one.")
    if invitation.mentor_id == person.pk:
        raise NotForYou("This is your own link: send it to your candidate.")
    invitation.redeemed, invitation.redeemed_by = at, person
    invitation.save(update_fields=["redeemed", "redeemed_by"])
    _pair(invitation.mentor, person, shares_weak, at)
    if invitation.interview_id:
        _take(invitation.interview_id, person, at=at, site=site)
    return invitation


def _pair(mentor: User, candidate: User, shares_weak: bool, at: datetime) -> Pairing:
    pairing, new = Pairing.objects.get_or_create(
        mentor=mentor,
        candidate=candidate,
        defaults={"accepted": at, "shares_weak": shares_weak},
    )
    if not new:
        pairing.shares_weak = shares_weak
        if pairing.ended:
            pairing.accepted, pairing.ended = at, None
        pairing.save()
    return pairing


def _take(interview: UUID, person: User, *, at: datetime, site: str) -> None:
    """Make an interview without a candidate this person's; a released report comes along."""
    found = Interview.objects.select_for_update().get(pk=interview)
    if found.candidate_id is not None:
        return
    found.candidate = person
    key = uuid5(found.pk, "join")
    record(found, Verb.JOIN, by=person, role=Role.CANDIDATE, key=key, at=at)
    found.save(update_fields=["candidate", "version", "shared_version"])
    if found.starts and found.now is Stage.PLANNED:
        announce(found, LetterKind.PLANNED, site=site, at=at)
    if Report.objects.filter(interview=found, released__isnull=False).exists():
        deliver(found, at=at)
    tell(found)


def share(pairing: Pairing, *, by: User, shares_weak: bool) -> Pairing:
    """Let the mentor see weak points, or no longer; only the candidate decides that."""
    if pairing.candidate_id != by.pk:
        raise NotAllowed("Only the candidate decides what their mentor sees.")
    pairing.shares_weak = shares_weak
    pairing.save(update_fields=["shares_weak"])
    return pairing


@transaction.atomic
def end(pairing: Pairing, *, by: User, at: datetime, site: str) -> None:
    """Part: the mentor sees nothing of the candidate any more, and what was planned is off.

    Reports that were released stay the candidate's.
    """
    pairing = Pairing.objects.select_for_update().get(pk=pairing.pk)
    if by.pk not in (pairing.mentor_id, pairing.candidate_id):
        raise Http404
    ahead = Interview.objects.select_for_update().filter(
        mentor=pairing.mentor_id, candidate=pairing.candidate_id
    )
    for interview in ahead.exclude(stage__in=[Stage.OVER.value, Stage.CANCELLED.value]):
        call_off(interview, by=by, at=at, site=site)
    pairing.ended, pairing.shares_weak = at, False
    pairing.save(update_fields=["ended", "shares_weak"])
