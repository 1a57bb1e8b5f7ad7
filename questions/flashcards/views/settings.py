"""How one wants to be asked: limits of a day, desired recall, the fit to one's own answers."""

from __future__ import annotations

from uuid import uuid4

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods, require_POST

from questions.accounts.requests import SignedInRequest
from questions.errors import Malformed
from questions.flashcards import actions
from questions.flashcards.forms import KeyForm, SettingsForm
from questions.flashcards.models import fit_state, preferences
from questions.web.pages import render_page


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def settings(request: SignedInRequest) -> HttpResponse:
    """The settings of one's cards; saved, they count from the next card on."""
    form = SettingsForm.of(preferences(request.user), request.POST or None)
    if form.is_valid():
        actions.change_settings(request.user, **form.wished())
        messages.success(request, "Saved. It counts from the next card on.")
        return redirect("flashcards:settings")
    context = {"form": form, "fit": fit_state(request.user), "key": uuid4()}
    status = 422 if form.is_bound else 200
    return render_page(request, "flashcards/settings.html", context, status=status)


@require_POST
@login_required
def fit(request: SignedInRequest) -> HttpResponse:
    """Have the schedule fitted to one's own answers, and show how far that is."""
    form = KeyForm(request.POST)
    if not form.is_valid():
        raise Malformed("This page is too old. Load it again.")
    job = actions.ask_for_fit(request.user, key=form.cleaned_data["key"], at=now())
    return redirect("jobs:job", id=job.pk)


@require_POST
@login_required
def unfit(request: SignedInRequest) -> HttpResponse:
    """Go back to the schedule that everyone starts with."""
    actions.unfit(request.user)
    messages.info(request, "Your cards follow the common schedule again. Nothing was forgotten.")
    return redirect("flashcards:settings")
