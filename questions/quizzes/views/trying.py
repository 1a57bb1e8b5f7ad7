"""Quizzes without an account: the front door's question, and ten questions to begin with."""

from __future__ import annotations

from uuid import UUID, uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now
from django.views.decorators.http import require_POST

from questions.accounts import guests
from questions.quizzes import actions
from questions.quizzes.actions import Said
from questions.quizzes.forms import KeyForm
from questions.quizzes.models import askable
from questions.quizzes.rules import ItemKind, Settings


@require_POST
def try_ten(request: HttpRequest) -> HttpResponse:
    """Start ten questions about everything; whoever has no account comes in as a guest."""
    at = now()
    learner = guests.enter(request, time_zone=request.POST.get("time_zone", ""), at=at)
    quiz = actions.start(learner, Settings(), key=_key(request), at=at)
    return redirect("quizzes:item", quiz.pk, 1)


@require_POST
def try_one(request: HttpRequest, id: UUID) -> HttpResponse:
    """Mark an answer to the front door's question, typed by somebody without an account."""
    only = Settings(length=1, kinds=(ItemKind.TYPED,), questions=(id,))
    if not askable(request.user, only).exists():
        raise Http404
    at, key = now(), _key(request)
    learner = guests.enter(request, time_zone=request.POST.get("time_zone", ""), at=at)
    quiz = actions.start(learner, only, key=key, at=at)
    said = Said(text=request.POST.get("text", "").strip())
    actions.answer(quiz, 1, said, key=key, at=now())
    return redirect("quizzes:item", quiz.pk, 1)


def _key(request: HttpRequest) -> UUID:
    """The key of the form; a form without one counts as sent just once."""
    form = KeyForm(request.POST)
    return form.cleaned_data["key"] if form.is_valid() else uuid4()
