"""Saying that something is wrong with a question, and what becomes of it."""

from __future__ import annotations

from uuid import UUID, uuid4

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import now
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from questions.accounts.requests import SignedInRequest
from questions.bank import actions
from questions.bank.forms import ReportForm, SettleForm
from questions.bank.models import Question, Report
from questions.bank.rules.reasons import Reason
from questions.web.pages import render_page

from .editing import sent

PAGE = 25


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def report(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Ask what is the matter, and tell whoever keeps the question."""
    seen = Question.objects.seen_by(request.user).readable()
    question = get_object_or_404(seen, id=id)
    form = ReportForm(sent(request), initial={"key": uuid4()})
    if form.is_valid():
        given = form.cleaned_data
        reason = Reason(given["reason"])
        actions.report(question, reason, given["text"], by=request.user, key=given["key"], at=now())
        messages.success(request, "Thank you. You will see under Reports what became of it.")
        return redirect("bank:question", question.pk)
    status = 422 if form.is_bound else 200
    context = {"question": question, "form": form}
    return render_page(request, "bank/report.html", context, status=status)


@require_GET
@login_required
def reports(request: SignedInRequest) -> HttpResponse:
    """What others report of the questions one keeps, and what became of one's own reports."""
    kept = Report.objects.to_settle_by(request.user).open_first()
    page = Paginator(kept, PAGE).get_page(request.GET.get("page"))
    own = Report.objects.made_by(request.user).open_first()[:PAGE]
    context = {"page": page, "own": own, "form": SettleForm()}
    return render_page(request, "bank/reports.html", context)


@require_POST
@login_required
def settle_report(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Say what became of a report."""
    found = get_object_or_404(Report.objects.seen_by(request.user), id=id)
    form = SettleForm(request.POST)
    if form.is_valid():
        actions.settle_report(found, form.cleaned_data["reply"], by=request.user, at=now())
        messages.success(request, "Settled. Who reported it sees your reply.")
    return redirect("bank:reports")
