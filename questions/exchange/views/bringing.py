"""Bringing cards along: the file, what is in it, and the word on it."""

from __future__ import annotations

from uuid import UUID, uuid4

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import now
from django.views.decorators.http import require_GET, require_POST

from questions.accounts.requests import SignedInRequest
from questions.exchange import actions
from questions.exchange.forms import BringForm, KeyForm
from questions.exchange.models import Bringing
from questions.jobs.models import Job
from questions.web.pages import render_page

SHOWN = 10
OURS = (actions.READ, actions.WRITE, actions.TAKE)


@require_GET
@login_required
def home(request: SignedInRequest) -> HttpResponse:
    """The two ways in and out, and what is under way."""
    return show_home(request, BringForm(initial={"key": uuid4()}))


def show_home(request: SignedInRequest, form: BringForm, *, status: int = 200) -> HttpResponse:
    jobs = Job.objects.seen_by(request.user).filter(verb__in=OURS).order_by("-created")
    context = {
        "form": form,
        "jobs": jobs[:SHOWN],
        "waiting": Bringing.objects.seen_by(request.user).waiting().light().order_by("-at")[:SHOWN],
        "keys": [uuid4(), uuid4()],
    }
    return render_page(request, "exchange/home.html", context, status=status)


@require_POST
@login_required
def bring(request: SignedInRequest) -> HttpResponse:
    """Put the reading of a package into the queue and show how far it has come."""
    form = BringForm(request.POST, request.FILES)
    if not form.is_valid():
        large = form.has_error("package", "too_large")
        return show_home(request, form, status=413 if large else 422)
    file, key = form.cleaned_data["package"], form.cleaned_data["key"]
    job = actions.bring(request.user, file.name or "", file.read(), key=key, at=now())
    return redirect("jobs:job", job.pk)


@require_GET
@login_required
def bringing(request: SignedInRequest, id: UUID) -> HttpResponse:
    """What a package would bring, before anything is written."""
    found = get_object_or_404(Bringing.objects.seen_by(request.user).light(), pk=id)
    return render_page(request, "exchange/bringing.html", {"bringing": found, "key": uuid4()})


@require_POST
@login_required
def accept(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Write it, in the background."""
    found = get_object_or_404(Bringing.objects.seen_by(request.user), pk=id)
    form = KeyForm(request.POST)
    if not form.is_valid():
        return redirect("exchange:bringing", found.pk)
    job = actions.accept(found, key=form.cleaned_data["key"], at=now())
    return redirect("jobs:job", job.pk)


@require_POST
@login_required
def discard(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Forget what was read."""
    found = get_object_or_404(Bringing.objects.seen_by(request.user), pk=id)
    actions.discard(found, at=now())
    messages.success(request, f"{found} was discarded. Nothing was changed.")
    return redirect("exchange:home")
