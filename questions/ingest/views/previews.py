"""What an upload would change, shown before anything is written, and the word on it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import now
from django.views.decorators.http import require_GET, require_POST

from questions.accounts.requests import SignedInRequest
from questions.bank.rules import diff
from questions.ingest import actions
from questions.ingest.forms import AcceptForm, KeyForm
from questions.ingest.models import Preview
from questions.jobs.models import Job
from questions.web.pages import render_page

SHOWN = 200
"""Changes of one document that are shown and ticked one by one; the rest goes with them."""
LOOKS = {
    "no_answer": "No answer",
    "no_key": "Nobody says which option is right",
    "unclear": "Unclear on its own",
}


@dataclass(frozen=True)
class Part:
    """One part of a question, word by word."""

    name: str
    pieces: tuple[diff.Piece, ...]


@dataclass(frozen=True)
class Row:
    """One change as the page shows it."""

    change: dict[str, Any]
    parts: list[Part]
    looks: list[str]

    @classmethod
    def of(cls, change: dict[str, Any]) -> Row:
        before, after = change["before"], change["after"]
        shown = after or before
        both = bool(before and after)
        old = before if both else shown
        parts = [
            Part(name, diff.near(diff.words(old.get(name, ""), text)))
            for name, text in shown.items()
            if (old.get(name) != text if both else text)
        ]
        return cls(change, parts, [LOOKS[look] for look in change["looks"]])


@require_GET
@login_required
def bringing(request: SignedInRequest, id: UUID) -> HttpResponse:
    """How far an upload has come, and then what it would change, with one button to add it all."""
    job = get_object_or_404(Job.objects.seen_by(request.user).filter(verb=actions.READ), id=id)
    previews = list(Preview.objects.seen_by(request.user).of_job(job).light())
    waiting = [one for one in previews if one.waiting]
    context = {
        "job": job,
        "previews": previews,
        "waiting": waiting,
        "changing": sum(one.changing for one in waiting),
        "only_new": all(one.new == one.changing for one in waiting),
        "refused": [row for row in (job.result or {}).get("rows", []) if row["refused"]],
        "key": uuid4(),
    }
    return render_page(request, "ingest/bringing.html", context)


@require_GET
@login_required
def preview(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Every change that one document would make."""
    found = get_object_or_404(Preview.objects.seen_by(request.user), id=id)
    shown = found.changes[:SHOWN]
    context = {
        "preview": found,
        "rows": [Row.of(change) for change in shown],
        "shown": json.dumps([change["key"] for change in shown]),
        "beyond": len(found.changes) - len(shown),
        "key": uuid4(),
    }
    return render_page(request, "ingest/preview.html", context)


@require_POST
@login_required
def accept(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Write what was ticked; a large document in the background."""
    found = get_object_or_404(Preview.objects.seen_by(request.user), id=id)
    form = AcceptForm(request.POST)
    if not form.is_valid():
        return redirect("ingest:preview", found.pk)
    leave = form.left_out(request.POST.getlist("take"))
    if not leave and found.changing > actions.AT_ONCE and found.waiting:
        key = form.cleaned_data["key"]
        job = actions.accept_later([found], by=request.user, key=key, at=now())
        return redirect("jobs:job", job.pk)
    outcome = actions.accept(found, by=request.user, at=now(), leave=leave)
    messages.success(request, said(outcome))
    return redirect("ingest:document", outcome.document.pk)


@require_POST
@login_required
def accept_all(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Write all that an upload brought; much of it in the background."""
    job = get_object_or_404(Job.objects.seen_by(request.user).filter(verb=actions.READ), id=id)
    form = KeyForm(request.POST)
    if not form.is_valid():
        return redirect("ingest:bringing", job.pk)
    waiting = list(Preview.objects.seen_by(request.user).of_job(job).waiting())
    if not waiting:
        return redirect("ingest:bringing", job.pk)
    if sum(one.changing for one in waiting) > actions.AT_ONCE:
        key = form.cleaned_data["key"]
        later = actions.accept_later(waiting, by=request.user, key=key, at=now())
        return redirect("jobs:job", later.pk)
    outcomes = [actions.accept(one, by=request.user, at=now()) for one in waiting]
    for outcome in outcomes:
        messages.success(request, said(outcome))
    if len(outcomes) == 1:
        return redirect("ingest:document", outcomes[0].document.pk)
    return redirect("ingest:library")


@require_POST
@login_required
def discard(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Forget what was read."""
    found = get_object_or_404(Preview.objects.seen_by(request.user), id=id)
    actions.discard(found, by=request.user, at=now())
    messages.success(request, f"{found} was discarded. Nothing was changed.")
    return redirect("ingest:library")


def said(outcome: actions.Outcome) -> str:
    """What was written, in one line."""
    done = outcome.written
    counts = f"{done.created} new, {done.updated} updated, {done.retired} retired"
    return f"{outcome.document}: {counts}."
