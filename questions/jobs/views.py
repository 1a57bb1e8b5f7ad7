"""The page of one job, which shows its progress and may be left and come back to."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from questions.accounts.requests import SignedInRequest
from questions.web.pages import render_page

from .models import Job


@require_GET
@login_required
def job(request: SignedInRequest, id: UUID) -> HttpResponse:
    """How far a job of one's own has come, or what came of it."""
    found = get_object_or_404(Job.objects.seen_by(request.user), id=id)
    return render_page(request, "jobs/job.html", {"job": found})
