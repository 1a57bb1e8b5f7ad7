"""The report: written by the mentor, read by the candidate, thanked for."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now
from django.views.decorators.http import require_POST, require_safe

from questions.accounts.requests import SignedInRequest
from questions.interviews import actions
from questions.interviews.forms import OwnViewForm, ReportForm, ThanksForm
from questions.interviews.models import Feedback, Interview, Report
from questions.interviews.models.reported import reported
from questions.interviews.rules import BANDS, Role, Stage
from questions.web.pages import render_page

from .finding import found, site


@require_safe
@login_required
def report(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Before the end, the way back; then each side's page of the report."""
    shown, role = found(request, id)
    return _page(request, shown, role)


def _page(
    request: SignedInRequest,
    shown: Interview,
    role: Role,
    form: Any = None,
    thanks: Any = None,
    *,
    status: int = 200,
) -> HttpResponse:
    if shown.now is not Stage.OVER:
        return redirect("interviews:interview", shown.pk)
    written: Report = shown.report
    readable = role is not Role.CANDIDATE or bool(written.released and written.viewed)
    context: dict[str, Any] = {
        "interview": shown,
        "role": role.value,
        "report": written,
        "mentor": shown.mentor,
        "candidate": shown.candidate,
        "readable": readable,
        "bands": BANDS,
        "stars": range(1, 6),
    }
    if readable:
        context["told"] = reported(shown, None if role is Role.MENTOR else request.user)
        context["feedback"] = Feedback.objects.filter(interview=shown).first()
        context["thanks"] = thanks or ThanksForm()
    if role is Role.CANDIDATE:
        initial = {"words": written.own_view}
        context["form"] = form or OwnViewForm(shown.rubric, initial=initial)
        context["rubric"] = shown.rubric
        context["dimensions"] = [(one, written.own_scores.get(one.key)) for one in shown.rubric]
    else:
        initial = {"words": written.words, "practise": written.practise}
        context["form"] = form or ReportForm(initial=initial)
        context["notes"] = shown.notes.written() if role is Role.MENTOR else ()
    return render_page(request, "interviews/report.html", context, status=status)


@require_POST
@login_required
def keep_report(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Keep the mentor's words; with the other button release the report as well."""
    shown, role = found(request, id)
    form = ReportForm(request.POST)
    if not form.is_valid():
        return _page(request, shown, role, form, status=422)
    actions.keep_report(shown, by=request.user, **form.cleaned_data)
    if "release" in request.POST:
        return _released(request, shown)
    messages.success(request, "Your words are kept.")
    return redirect("interviews:report", id)


@require_POST
@login_required
def release(request: SignedInRequest, id: UUID) -> HttpResponse:
    shown, _ = found(request, id)
    return _released(request, shown)


def _released(request: SignedInRequest, shown: Interview) -> HttpResponse:
    actions.release(shown, by=request.user, at=now(), site=site(request))
    messages.success(request, "Released. Missed core points are on the candidate's cards.")
    return redirect("interviews:report", shown.pk)


@require_POST
@login_required
def own_view(request: SignedInRequest, id: UUID) -> HttpResponse:
    shown, role = found(request, id)
    form = OwnViewForm(shown.rubric, request.POST)
    if not form.is_valid():
        return _page(request, shown, role, form, status=422)
    words = form.cleaned_data["words"]
    actions.own_view(shown, by=request.user, words=words, scores=form.bands(), at=now())
    if "open" in request.POST:
        actions.open_report(shown, by=request.user, at=now())
    else:
        messages.success(request, "Your own view is kept.")
    return redirect("interviews:report", id)


@require_POST
@login_required
def open_report(request: SignedInRequest, id: UUID) -> HttpResponse:
    shown, _ = found(request, id)
    actions.open_report(shown, by=request.user, at=now())
    return redirect("interviews:report", id)


@require_POST
@login_required
def thank(request: SignedInRequest, id: UUID) -> HttpResponse:
    shown, role = found(request, id)
    form = ThanksForm(request.POST)
    if not form.is_valid():
        return _page(request, shown, role, thanks=form, status=422)
    given = form.cleaned_data
    actions.thank(shown, by=request.user, stars=given["stars"], words=given["words"], at=now())
    messages.success(request, "Your mentor will be glad.")
    return redirect("interviews:report", id)
