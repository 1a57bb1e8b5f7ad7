"""The last evening: one page to print, with what is still missing."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.timezone import now
from django.views.decorators.http import require_GET

from questions.accounts.requests import SignedInRequest
from questions.flashcards.models import Target
from questions.progress import models
from questions.web.pages import render_page


@require_GET
@login_required
def evening(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Core points only: what was missed, and what will be forgotten first."""
    target = get_object_or_404(Target.objects.seen_by(request.user), pk=id)
    context = {"evening": models.evening(request.user, target, now())}
    return render_page(request, "progress/evening.html", context)
