"""How one wants to be asked: limits of a day, desired recall, longest interval."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from questions.accounts.requests import SignedInRequest
from questions.flashcards import actions
from questions.flashcards.forms import SettingsForm
from questions.flashcards.models import preferences
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
    status = 422 if form.is_bound else 200
    return render_page(request, "flashcards/settings.html", {"form": form}, status=status)
