"""Planning a mock, its page for both sides, its calendar file; and beginning a rehearsal."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.timezone import now
from django.views.decorators.http import require_POST, require_safe

from questions.accounts.requests import SignedInRequest
from questions.bank.models import Question, topic_groups
from questions.interviews import actions
from questions.interviews.actions.letters import calendar_of, other_side, times_of
from questions.interviews.forms import LEVELS, InviteForm, PlanForm, SetupForm, WhenForm
from questions.interviews.models import Interview, Invitation, Template
from questions.interviews.models.pairs import about
from questions.interviews.rules import Role, Stage
from questions.web.addresses import absolute
from questions.web.pages import render_page

from .finding import found, key_of, led, site

CALENDAR = "text/calendar; charset=utf-8"


@require_safe
@login_required
def new(request: SignedInRequest) -> HttpResponse:
    """The set-up of a new mock, filled in from a template or for a candidate."""
    actions.check_mentor(request.user)
    initial: dict[str, Any] = {"key": uuid4(), "pairing": request.GET.get("pairing", "")}
    if (template := _template(request)) is not None:
        setup = template.setup
        initial |= {"template": template.pk, "topic": setup.get("topics", ())}
        initial |= {"level": setup.get("levels", ()), "number": setup.get("number", 5)}
        initial |= {"minutes": setup.get("minutes", 45)}
    return _set_up(request, PlanForm(request.user, initial=initial))


def _template(request: SignedInRequest) -> Template | None:
    try:
        wanted = UUID(request.GET.get("template", ""))
    except ValueError:
        return None
    return Template.objects.of(request.user).filter(pk=wanted).first()


def _set_up(request: SignedInRequest, form: SetupForm, *, status: int = 200) -> HttpResponse:
    page = "new" if isinstance(form, PlanForm) else "rehearse"
    seen = Question.objects.seen_by(request.user).standing()
    context = {
        "form": form,
        "groups": topic_groups(request.user, seen, set(form["topic"].value() or ())),
        "levels": [level for level, _ in LEVELS],
        "chosen_levels": set(form["level"].value() or ()),
    }
    if isinstance(form, PlanForm) and (pairing := form.chosen()):
        context |= {"candidate": pairing.candidate, "about": about(pairing)}
    return render_page(request, f"interviews/{page}.html", context, status=status)


@require_POST
@login_required
def plan(request: SignedInRequest) -> HttpResponse:
    actions.check_mentor(request.user)
    form = PlanForm(request.user, request.POST)
    if not form.is_valid():
        return _set_up(request, form, status=422)
    key = form.cleaned_data["key"]
    made = actions.plan(request.user, form.planned(), key=key, at=now(), site=site(request))
    return redirect("interviews:script", made.pk)


@require_safe
@login_required
def rehearse(request: SignedInRequest) -> HttpResponse:
    """The set-up of a rehearsal alone."""
    initial = {"key": uuid4(), "number": 3, "minutes": 20}
    return _set_up(request, SetupForm(initial=initial))


@require_POST
@login_required
def begin_rehearsal(request: SignedInRequest) -> HttpResponse:
    form = SetupForm(request.POST)
    if not form.is_valid():
        return _set_up(request, form, status=422)
    key = form.cleaned_data["key"]
    made = actions.rehearse(request.user, form.setup(), key=key, at=now())
    return redirect("interviews:room", made.pk)


@require_safe
@login_required
def interview(request: SignedInRequest, id: UUID) -> HttpResponse:
    """When and where it is, and the ways from here; the same page for both sides."""
    shown, role = found(request, id)
    return _page(request, shown, role, WhenForm(shown))


def _page(
    request: SignedInRequest,
    shown: Interview,
    role: Role,
    form: WhenForm,
    inviting: InviteForm | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    leads = role is Role.MENTOR
    link = None
    if leads and shown.candidate_id is None:
        link = Invitation.objects.of(request.user).open().filter(interview=shown).first()
    context = {
        "interview": shown,
        "leads": leads,
        "alone": role is Role.ALONE,
        "other": other_side(shown, request.user),
        "times": times_of(shown, request.user),
        "over": shown.now is Stage.OVER,
        "invitation": link,
        "inviting": inviting or InviteForm(initial={"key": uuid4()}),
        "link": link and absolute(request, reverse("interviews:join", args=[link.token])),
        "form": form,
    }
    return render_page(request, "interviews/interview.html", context, status=status)


@require_safe
@login_required
def calendar(request: SignedInRequest, id: UUID) -> HttpResponse:
    """The calendar file; fetched again later it moves or removes the appointment."""
    shown, _ = found(request, id)
    if shown.starts is None:
        raise Http404
    text = calendar_of(shown, request.user, site(request), now())
    headers = {"Content-Disposition": 'attachment; filename="interview.ics"'}
    return HttpResponse(text, content_type=CALENDAR, headers=headers)


@require_POST
@login_required
def reschedule(request: SignedInRequest, id: UUID) -> HttpResponse:
    shown = led(request, id)
    form = WhenForm(shown, request.POST)
    if not form.is_valid():
        return _page(request, shown, Role.MENTOR, form, status=422)
    actions.reschedule(shown, form.when(), by=request.user, at=now(), site=site(request))
    messages.success(request, "Saved. Both of you get the new calendar file.")
    return redirect("interviews:interview", id)


@require_POST
@login_required
def cancel(request: SignedInRequest, id: UUID) -> HttpResponse:
    shown = get_object_or_404(Interview.objects.of(request.user), id=id)
    actions.cancel(shown, by=request.user, at=now(), site=site(request))
    messages.success(request, "It is called off.")
    return redirect("interviews:interview", id)


@require_POST
@login_required
def hand_out(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Make the link by which a candidate joins this interview, and send it to an address."""
    shown, form = led(request, id), InviteForm({"key": key_of(request), **request.POST.dict()})
    if not form.is_valid():
        return _page(request, shown, Role.MENTOR, WhenForm(shown), form, status=422)
    email = form.cleaned_data["email"]
    actions.hand_out(shown, by=request.user, **form.cleaned_data, at=now(), site=site(request))
    if email:
        messages.success(request, f"A letter goes to {email}.")
    return redirect("interviews:interview", id)
