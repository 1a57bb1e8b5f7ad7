"""Taking one's own along: the asking, and the file."""

from __future__ import annotations

from uuid import UUID, uuid4

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import now
from django.views.decorators.http import require_GET, require_POST

from questions.accounts.requests import SignedInRequest
from questions.exchange import actions, download
from questions.exchange.forms import BringForm, TakeForm
from questions.jobs.models import Job

from .bringing import show_home


@require_POST
@login_required
def take(request: SignedInRequest) -> HttpResponse:
    """Put the writing of a file into the queue and show how far it has come."""
    form = TakeForm(request.POST)
    if not form.is_valid():
        return show_home(request, BringForm(initial={"key": uuid4()}), status=422)
    given = form.cleaned_data
    job = actions.take(request.user, given["kind"], key=given["key"], at=now())
    return redirect("jobs:job", job.pk)


@require_GET
@login_required
def file(request: SignedInRequest, id: UUID) -> FileResponse:
    """The file to keep; it is written for its owner alone and never shown."""
    mine = Job.objects.seen_by(request.user).filter(verb=actions.TAKE)
    return download.answer(get_object_or_404(mine, pk=id))
