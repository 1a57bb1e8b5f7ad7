"""One's interviews, candidates and mentors, and the link that brings two together."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import now
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from questions.accounts import guests
from questions.accounts.models import User
from questions.accounts.requests import SignedInRequest
from questions.interviews import actions
from questions.interviews.actions.letters import times_of
from questions.interviews.forms import GuestForm, InviteForm, ShareForm
from questions.interviews.models import (
    Interview,
    Invitation,
    Pairing,
    Past,
    Template,
    missed_by_pair,
    past_of,
)
from questions.interviews.models.pairs import mocks_of
from questions.web.charts import Chart, Series, bars
from questions.web.pages import render_page

from .finding import site

LISTED = 20


@require_safe
@login_required
def home(request: SignedInRequest) -> HttpResponse:
    """Next mocks, reports, who one rehearses with; for mentors their candidates and links too."""
    return _home(request, InviteForm(initial={"key": uuid4()}))


def _home(request: SignedInRequest, form: InviteForm, *, status: int = 200) -> HttpResponse:
    me = request.user
    mine = Interview.objects.of(me).with_people()
    taken = Interview.objects.taken_by(me).with_people()
    context: dict[str, Any] = {
        "ahead": list(mine.ahead()[:LISTED]),
        "reports": list(taken.released()[:LISTED]),
        "unreleased": list(taken.mocks().over().exclude(report__released__isnull=False)[:LISTED]),
        "mentors": list(Pairing.objects.of(me).select_related("mentor", "candidate")),
        "me": me,
    }
    if me.is_mentor:
        context |= _mentoring(me, context["ahead"]) | {"form": form}
    return render_page(request, "interviews/home.html", context, status=status)


def _mentoring(me: User, ahead: list[Interview]) -> dict[str, Any]:
    """What mentors see besides: each candidate with what they still miss. Four statements."""
    pairings = Pairing.objects.led_by(me).select_related("candidate", "mentor")
    led = Interview.objects.led_by(me).with_people()
    over = list(led.over()[:200])
    by_mock = {one.pk: one.candidate_id for one in over}
    missed: dict[UUID | None, list[str]] = {}
    for point in missed_by_pair(by_mock):
        if point.became != "fixed":
            missed.setdefault(by_mock[point.mock], []).append(point.text)
    nearest = {one.candidate_id: one for one in reversed(ahead) if one.mentor_id == me.pk}
    return {
        "candidates": [
            {
                "pairing": one,
                "next": nearest.get(one.candidate_id),
                "misses": missed.get(one.candidate_id, [])[:4],
            }
            for one in pairings.order_by("candidate__name", "candidate__email")
        ],
        "to_release": [one for one in over if not one.report.released][:LISTED],
        "links": list(Invitation.objects.of(me).open().order_by("-made")[:LISTED]),
        "templates": list(Template.objects.of(me)),
    }


@require_POST
@login_required
def invite(request: SignedInRequest) -> HttpResponse:
    actions.check_mentor(request.user)
    form = InviteForm(request.POST)
    if not form.is_valid():
        return _home(request, form, status=422)
    email, key = form.cleaned_data["email"], form.cleaned_data["key"]
    actions.invite(request.user, email=email, key=key, at=now(), site=site(request))
    messages.success(
        request, f"A letter goes to {email}." if email else "Your link is below: copy and send it."
    )
    return redirect("interviews:home")


@require_POST
@login_required
def revoke(request: SignedInRequest, id: UUID) -> HttpResponse:
    invitation = get_object_or_404(Invitation.objects.of(request.user), id=id)
    actions.revoke(invitation, at=now())
    messages.success(request, "This link leads nowhere any more.")
    return redirect("interviews:home")


@require_safe
@never_cache
def join(request: HttpRequest, token: UUID) -> HttpResponse:
    """Who invites to what. Looking changes nothing: chat programs look before people do."""
    invitation = get_object_or_404(
        Invitation.objects.select_related("mentor", "interview__mentor"), token=token
    )
    mine = request.user.pk is not None and invitation.redeemed_by_id == request.user.pk
    is_open = Invitation.objects.open().filter(pk=invitation.pk).exists()
    person = request.user if isinstance(request.user, User) else None
    mock = invitation.interview
    context = {
        "invitation": invitation,
        "times": times_of(mock, person) if mock else [],
        "open": is_open,
        "mine": mine,
        "own": request.user.pk == invitation.mentor_id,
    }
    return render_page(
        request, "interviews/join.html", context, status=200 if is_open or mine else 410
    )


@require_POST
@login_required
def accept(request: SignedInRequest, token: UUID) -> HttpResponse:
    return _redeemed(request, request.user, token)


@require_POST
def as_guest(request: HttpRequest, token: UUID) -> HttpResponse:
    """Come in without an account; the link is looked at first, so that none is made in vain."""
    get_object_or_404(Invitation.objects.open(), token=token)
    form = GuestForm(request.POST)
    form.is_valid()
    zone = form.cleaned_data.get("time_zone") or "UTC"
    person = guests.enter(request, time_zone=zone, at=now())
    return _redeemed(request, person, token)


def _redeemed(request: HttpRequest, person: User, token: UUID) -> HttpResponse:
    form = ShareForm(request.POST)
    form.is_valid()
    shares = form.cleaned_data["shares_weak"]
    invitation = actions.redeem(token, person, shares_weak=shares, at=now(), site=site(request))
    if invitation.interview_id:
        return redirect("interviews:interview", invitation.interview_id)
    return redirect("interviews:home")


@require_safe
@login_required
def pair(request: SignedInRequest, id: UUID) -> HttpResponse:
    """What two people have been through together: trends, what was missed, fixed, missed again."""
    pairing = get_object_or_404(
        Pairing.objects.seen_by(request.user).select_related("mentor", "candidate"), id=id
    )
    mocks = mocks_of(pairing.mentor_id, pairing.candidate_id).select_related("report")
    leads = pairing.mentor_id == request.user.pk
    if not leads:
        mocks = mocks.filter(report__released__isnull=False)
    past = past_of(mocks, None if leads else request.user)
    context = {"pairing": pairing, "leads": leads, "past": past, "chart": charted(past)}
    context["ahead"] = list(
        Interview.objects.of(request.user)
        .filter(mentor=pairing.mentor_id, candidate=pairing.candidate_id)
        .with_people()
        .ahead()
    )
    return render_page(request, "interviews/pair.html", context)


def charted(past: Past) -> Chart | None:
    """The share of points said, mock by mock; one mock alone is no trend."""
    if len(past.mocks) < 2:
        return None
    names = [f"{mock.ended:%-d %b}" if mock.ended else "" for mock in past.mocks]
    said = Series("of the points said", [share or 0 for share in past.percents])
    return bars(
        "Points said",
        "How much of the checklists was said, mock by mock.",
        names,
        [said],
        unit=" %",
    )


@require_POST
@login_required
def share(request: SignedInRequest, id: UUID) -> HttpResponse:
    pairing = get_object_or_404(Pairing.objects.seen_by(request.user), id=id)
    form = ShareForm(request.POST)
    form.is_valid()
    actions.share(pairing, by=request.user, shares_weak=form.cleaned_data["shares_weak"])
    messages.success(request, "Saved.")
    return redirect("interviews:home")


@require_POST
@login_required
def part(request: SignedInRequest, id: UUID) -> HttpResponse:
    pairing = get_object_or_404(Pairing.objects.seen_by(request.user), id=id)
    actions.end(pairing, by=request.user, at=now(), site=site(request))
    messages.success(request, "You no longer rehearse together. Your reports stay yours.")
    return redirect("interviews:home")
