"""Pages of a cram: what to go through, one card at a time, and how it went."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from django.contrib.auth.decorators import login_required
from django.db.models import Exists, OuterRef
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, resolve_url
from django.utils.timezone import now
from django.views.decorators.http import require_GET, require_POST

from questions.accounts.receipts import digest_of, once
from questions.accounts.requests import SignedInRequest
from questions.bank.models import Topic
from questions.errors import Malformed
from questions.flashcards import actions
from questions.flashcards.forms import CramForm, CrammedForm
from questions.flashcards.models import Card, Cram, asked, follow_folds
from questions.web.pages import go_on, render_page


@require_GET
@login_required
def crams(request: SignedInRequest) -> HttpResponse:
    """What one could go through, and what was begun and not ended."""
    return show_crams(request, CramForm(initial={"topic": request.GET.get("topic", "")}))


def show_crams(request: SignedInRequest, form: CramForm, *, status: int = 200) -> HttpResponse:
    mine = Card.objects.seen_by(request.user).filter(suspended=False)
    about = Exists(mine.filter(question__topics=OuterRef("pk")))
    context = {
        "form": form,
        "topics": Topic.objects.seen_by(request.user).filter(about),
        "begun": Cram.objects.seen_by(request.user).open()[:5],
        "any": mine.exists(),
        "key": uuid4(),
    }
    return render_page(request, "flashcards/crams.html", context, status=status)


@require_POST
@login_required
def start_cram(request: SignedInRequest) -> HttpResponse:
    """Begin to go through cards."""
    person, form = request.user, CramForm(request.POST)
    if not form.is_valid():
        return show_crams(request, form, status=422)
    key, given = form.cleaned_data["key"], form.asked()

    def act() -> tuple[int, dict[str, str]]:
        return 201, {"id": str(actions.start_cram(person, **given, at=now()).pk)}

    _, made = once(person, key, digest_of(request.path, given), act, at=now())
    return redirect("flashcards:cram", id=made["id"])


@require_GET
@login_required
def cram(request: SignedInRequest, id: UUID) -> HttpResponse:
    """The card to go through now, or how it went."""
    return show_cram(request, id)


def show_cram(request: SignedInRequest, id: UUID) -> HttpResponse:
    found = get_object_or_404(Cram.objects.seen_by(request.user), pk=id)
    context: dict[str, Any] = {"cram": found, "key": uuid4(), "asked": None, "missed": []}
    if found.next is not None:
        context["asked"] = asked(request.user, found.next)
    else:
        mine = Card.objects.seen_by(request.user).shown()
        missed = list(mine.filter(pk__in=found.missed))
        follow_folds(request.user, missed)
        context["missed"] = missed
    return render_page(request, "flashcards/cram.html", context)


@require_POST
@login_required
def answer_cram(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Take the answer, and go on to the next card."""
    form = CrammedForm(request.POST)
    if not form.is_valid():
        get_object_or_404(Cram.objects.seen_by(request.user), pk=id)
        raise Malformed("It was not said whether the card was known.")
    given = form.cleaned_data
    actions.answer_cram(
        request.user,
        id,
        given["card"],
        known=given["known"],
        key=given["key"],
        at=now(),
        verdicts=form.verdicts(),
    )
    to = resolve_url("flashcards:cram", id=id)
    return go_on(request, to, lambda: show_cram(request, id))
