"""Leaving for good: the page that asks once."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from questions.accounts.models import User
from questions.accounts.requests import SignedInRequest
from questions.exchange import actions
from questions.web.pages import render_page


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def leave(request: SignedInRequest) -> HttpResponse:
    """Say what goes, and on the one button delete it."""
    if request.method != "POST":
        return render_page(request, "exchange/leave.html")
    person = User.objects.get(pk=request.user.pk)
    logout(request)
    actions.leave(person)
    messages.success(request, "Your account and all that was yours are deleted.")
    return redirect("progress:front")
