"""Building a script: order, swaps, questions of one's own, the rubric, templates."""

from __future__ import annotations

import random
from collections.abc import Callable
from uuid import UUID, uuid4

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import now
from django.views.decorators.http import require_POST, require_safe

from questions.accounts.requests import SignedInRequest
from questions.interviews import actions
from questions.interviews.forms import ChosenForm, FindForm, OwnForm, RubricForm, TemplateForm
from questions.interviews.models import Interview, Pairing, Template
from questions.interviews.rules import BANDS, MOST
from questions.web.pages import render_page

from .finding import led


@require_safe
@login_required
def script(request: SignedInRequest, id: UUID) -> HttpResponse:
    """The questions in order, and what can be done about them."""
    shown = led(request, id)
    return _page(request, shown, OwnForm(), RubricForm(shown.rubric))


def _page(
    request: SignedInRequest,
    shown: Interview,
    own: OwnForm,
    rubric: RubricForm,
    *,
    status: int = 200,
) -> HttpResponse:
    items = list(shown.items.with_sheet().select_related("looks_for"))
    context = {
        "interview": shown,
        "items": items,
        "most": MOST,
        "full": len(items) >= MOST,
        "own": own,
        "rubric": rubric,
        "bands": BANDS,
        # Who no longer shares their weak points does not have them told by an older script.
        "shares": Pairing.objects.led_by(request.user)
        .sharing()
        .filter(candidate=shown.candidate_id)
        .exists(),
        "key": uuid4(),
    }
    find = FindForm(request.GET)
    if "find" in request.GET and find.is_valid():
        text = find.cleaned_data["find"]
        offered = actions.offered(shown, items, text, by=request.user)
        context |= {"find": text, "offered": offered}
    return render_page(request, "interviews/script.html", context, status=status)


@require_POST
@login_required
def add_own(request: SignedInRequest, id: UUID) -> HttpResponse:
    shown, form = led(request, id), OwnForm(request.POST)
    if not form.is_valid():
        return _page(request, shown, form, RubricForm(shown.rubric), status=422)
    actions.add_own(shown, form.own(), by=request.user)
    return redirect("interviews:script", id)


@require_POST
@login_required
def add_drawn(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Add the question that was chosen, or one that fits."""
    shown, form = led(request, id), ChosenForm(request.POST)
    chosen = form.cleaned_data["question"] if form.is_valid() else None
    rng = random.Random()  # nosec B311: which comes next is no secret to keep
    actions.add_drawn(shown, by=request.user, rng=rng, chosen=chosen)
    return redirect("interviews:script", id)


@require_POST
@login_required
def rubric(request: SignedInRequest, id: UUID) -> HttpResponse:
    shown = led(request, id)
    form = RubricForm(shown.rubric, request.POST)
    if not form.is_valid():
        return _page(request, shown, OwnForm(), form, status=422)
    actions.score_by(shown, form.dimensions(), by=request.user)
    messages.success(request, "The rubric is saved.")
    return redirect("interviews:script", id)


@require_POST
@login_required
def keep_template(request: SignedInRequest, id: UUID) -> HttpResponse:
    shown, form = led(request, id), TemplateForm(request.POST)
    if not form.is_valid():
        return _page(request, shown, OwnForm(), RubricForm(shown.rubric), status=422)
    given = form.cleaned_data
    actions.keep_template(shown, given["name"], by=request.user, key=given["key"], at=now())
    messages.success(request, "Kept. You can begin the next script with it.")
    return redirect("interviews:script", id)


@require_POST
@login_required
def remove_template(request: SignedInRequest, id: UUID) -> HttpResponse:
    actions.remove_template(get_object_or_404(Template.objects.of(request.user), id=id))
    return redirect("interviews:home")


def _on_item(
    request: SignedInRequest, id: UUID, change: Callable[[Interview], object]
) -> HttpResponse:
    change(led(request, id))
    return redirect("interviews:script", id)


@require_POST
@login_required
def swap(request: SignedInRequest, id: UUID, item: UUID) -> HttpResponse:
    rng = random.Random()  # nosec B311: which question comes next is no secret to keep
    return _on_item(request, id, lambda one: actions.swap(one, item, by=request.user, rng=rng))


@require_POST
@login_required
def move_up(request: SignedInRequest, id: UUID, item: UUID) -> HttpResponse:
    by = request.user
    return _on_item(request, id, lambda one: actions.move_item(one, item, by=by, up=True))


@require_POST
@login_required
def move_down(request: SignedInRequest, id: UUID, item: UUID) -> HttpResponse:
    return _on_item(
        request, id, lambda one: actions.move_item(one, item, by=request.user, up=False)
    )


@require_POST
@login_required
def remove_item(request: SignedInRequest, id: UUID, item: UUID) -> HttpResponse:
    return _on_item(request, id, lambda one: actions.remove_item(one, item, by=request.user))
