"""What one keeps with a card, cards split by key point, and answers that changed."""

from __future__ import annotations

from uuid import UUID, uuid4

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods, require_POST

from questions.accounts.requests import SignedInRequest
from questions.flashcards import actions
from questions.flashcards.forms import KeepForm, KeyForm, NewsForm
from questions.flashcards.models import asked
from questions.web.pages import render_page

from .cards import show


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def note(request: SignedInRequest, id: UUID) -> HttpResponse:
    """The flag and the note on a card of one's own."""
    found = asked(request.user, id)
    if found is None:
        raise Http404
    initial = {"flag": found.card.flag, "note": found.card.note}
    form = KeepForm(request.POST or None, initial=initial)
    if form.is_valid():
        actions.keep(request.user, id, **form.kept())
        messages.success(request, "Kept with the card.")
        return redirect("flashcards:card", id=id)
    context = {"asked": found, "form": form, "key": uuid4()}
    status = 422 if form.is_bound else 200
    return render_page(request, "flashcards/note.html", context, status=status)


@require_POST
@login_required
def split(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Ask each key point of a card on its own from now on."""
    form = KeyForm(request.POST)
    if not form.is_valid():
        return show(request, id, status=422)
    faces = actions.split(request.user, id, key=form.cleaned_data["key"], at=now())
    messages.info(request, f"Split: {len(faces)} small cards instead of a large one.")
    return redirect("flashcards:review")


@require_POST
@login_required
def join(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Ask the whole card again instead of its points."""
    form = KeyForm(request.POST)
    if not form.is_valid():
        return show(request, id, status=422)
    whole = actions.join(request.user, id, key=form.cleaned_data["key"], at=now())
    messages.info(request, "Joined: the whole question is asked again.")
    return redirect("flashcards:card", id=whole.pk)


@require_POST
@login_required
def news(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Say whether a changed answer is still known, and go on."""
    form = NewsForm(request.POST)
    if not form.is_valid():
        return show(request, id, status=422)
    given = form.cleaned_data
    actions.settle_news(request.user, id, known=given["known"], key=given["key"], at=now())
    said = "Kept as it was." if given["known"] else "It comes again in a few minutes."
    messages.info(request, said)
    return redirect("flashcards:review")
