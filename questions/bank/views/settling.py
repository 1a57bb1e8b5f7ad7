"""The lists to settle: questions that are likely one, and sources that disagree."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import now
from django.views.decorators.http import require_GET, require_POST

from questions.accounts.requests import SignedInRequest
from questions.bank import actions
from questions.bank.forms.settling import SettleForm
from questions.bank.models import Disagreement, Question, Suggestion
from questions.bank.rules.decisions import Right
from questions.web.pages import render_page

PAGE = 10


@require_GET
@login_required
def duplicates(request: SignedInRequest) -> HttpResponse:
    """Questions that are likely one, side by side; or those that were decided already."""
    mine = Suggestion.objects.to_settle_by(request.user)
    waiting = mine.waiting()
    decided = request.GET.get("decided") == "1"
    shown = mine.decided() if decided else waiting.likeliest_first()
    page = Paginator(shown, PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "decided": decided, "left": waiting.count()}
    return render_page(request, "bank/duplicates.html", context)


@require_POST
@login_required
def accept(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Let the two be one question."""
    actions.accept(mine(request, id), by=request.user, at=now())
    messages.success(request, "They are one question now. You can part them again under Decided.")
    return redirect("bank:duplicates")


@require_POST
@login_required
def dismiss(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Let the two be two questions for ever."""
    actions.dismiss(mine(request, id), by=request.user, at=now())
    messages.success(request, "They stay two questions, and are not offered again.")
    return redirect("bank:duplicates")


@require_POST
@login_required
def reopen(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Take a decision about two questions back."""
    actions.reopen(mine(request, id), by=request.user, at=now())
    messages.success(request, "Taken back: it waits to be decided again.")
    return redirect("bank:duplicates")


@require_POST
@login_required
def part(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Let a folded question stand for itself again."""
    seen = Question.objects.seen_by(request.user).filter(folded_into__isnull=False)
    question = get_object_or_404(seen.select_related("folded_into"), id=id)
    actions.part(question, by=request.user, at=now())
    messages.success(request, "It stands for itself again.")
    return redirect("bank:question", question.pk)


def mine(request: SignedInRequest, id: UUID) -> Suggestion:
    return get_object_or_404(Suggestion.objects.to_settle_by(request.user), id=id)


@require_GET
@login_required
def disagreements(request: SignedInRequest) -> HttpResponse:
    """Statements that cannot both be right, side by side; or those that were settled already."""
    return render_page(request, "bank/disagreements.html", listed(request))


def listed(request: SignedInRequest, bound: SettleForm | None = None) -> dict[str, Any]:
    """A page of the list, each row with its form, the one that was sent with its errors."""
    every = Disagreement.objects.to_settle_by(request.user).standing()
    open_ones, settled = every.open(), request.GET.get("settled") == "1"
    shown = every.settled().latest_first() if settled else open_ones.surest_first()
    page = Paginator(shown, PAGE).get_page(request.GET.get("page"))
    rows = [(row, form_of(row, bound)) for row in page]
    return {"page": page, "rows": rows, "settled": settled, "left": open_ones.count()}


def form_of(row: Disagreement, bound: SettleForm | None) -> SettleForm:
    prefix = str(row.pk)
    return bound if bound and bound.prefix == prefix else SettleForm(prefix=prefix)


@require_POST
@login_required
def settle(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Record which statement is right and why."""
    row = get_object_or_404(Disagreement.objects.seen_by(request.user), id=id)
    actions.may_settle(row, request.user)
    form = SettleForm(request.POST, prefix=str(row.pk))
    if not form.is_valid():
        context = listed(request, form)
        return render_page(request, "bank/disagreements.html", context, status=422)
    right, reason = Right(form.cleaned_data["right"]), form.cleaned_data["reason"]
    actions.settle_disagreement(row, right, reason, by=request.user, at=now())
    messages.success(request, "Settled. What was wrong is no longer learned.")
    return redirect("bank:disagreements")


@require_POST
@login_required
def unsettle(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Let both statements stand side by side again."""
    row = get_object_or_404(Disagreement.objects.seen_by(request.user), id=id)
    actions.reopen_disagreement(row, by=request.user, at=now())
    messages.success(request, "Taken back: it waits to be settled again.")
    return redirect("bank:disagreements")
