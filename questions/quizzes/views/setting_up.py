"""Choosing what a quiz is about and how it goes."""

from __future__ import annotations

from uuid import uuid4

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from questions.accounts.requests import SignedInRequest
from questions.bank.rules.difficulty import Difficulty
from questions.quizzes import actions, rules
from questions.quizzes.forms import NO_LIMIT, KeyForm, NameForm, PaceForm, SetupForm
from questions.quizzes.models import Quiz, Setup, askable, pace_of, topic_groups
from questions.web.pages import render_page

LISTED = 20
"""Quizzes of each kind on the set-up page."""

KINDS = (
    ("choice", "picked"),
    ("cloze", "a gap filled"),
    ("order", "put in order"),
    ("typed", "typed"),
    ("spoken", "said aloud"),
)


@require_safe
@login_required
def new(request: SignedInRequest) -> HttpResponse:
    """The choices with the number of questions that fit, what is unfinished, and what is past."""
    return set_up(request, SetupForm(request.GET))


def set_up(
    request: SignedInRequest, form: SetupForm, named: NameForm | None = None, *, status: int = 200
) -> HttpResponse:
    """The page of choices as they were made so far, and with the name that they were to get."""
    chosen, at = form.settings(), now()
    mine = Quiz.objects.of(request.user).with_progress().newest_first()
    context = {
        "form": form,
        "named": named or NameForm(),
        "chosen": chosen,
        "more": bool(form.errors or (named and named.errors) or chosen.is_unusual),
        "kinds": [kind.value for kind in chosen.kinds],
        "kind_names": KINDS,
        "levels": [level.value for level in Difficulty],
        "lengths": rules.LENGTHS,
        "groups": topic_groups(request.user, chosen),
        "count": askable(request.user, chosen).count(),
        "unfinished": [quiz.settle(at) for quiz in mine.open(at)[:LISTED]],
        "past": [quiz.settle(at) for quiz in mine.over(at)[:LISTED]],
        "setups": Setup.objects.of(request.user)[:LISTED],
        "key": uuid4(),
    }
    return render_page(request, "quizzes/new.html", context, status=status)


@require_POST
@login_required
def count(request: SignedInRequest) -> HttpResponse:
    """Show how many questions fit, for browsers that do not count as one chooses."""
    return redirect(f"{reverse('quizzes:new')}?{SetupForm(request.POST).query()}")


@require_POST
@login_required
def start(request: SignedInRequest) -> HttpResponse:
    form, key = SetupForm(request.POST), KeyForm(request.POST)
    if not form.is_valid() or not key.is_valid():
        return set_up(request, form, status=422)
    chosen = form.settings()
    quiz = actions.start(request.user, chosen, key=key.cleaned_data["key"], at=now())
    return redirect("quizzes:item", quiz.pk, 1)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def pace(request: SignedInRequest) -> HttpResponse:
    """How much time one has in every quiz."""
    factor = pace_of(request.user)
    known = {"pace": NO_LIMIT if factor is None else f"{factor:g}"}
    form = PaceForm(request.POST if request.method == "POST" else None, initial=known)
    if form.is_valid():
        actions.set_pace(request.user, form.factor())
        messages.success(request, "Your time in quizzes is saved.")
        return redirect("quizzes:pace")
    status = 422 if form.is_bound else 200
    return render_page(request, "quizzes/pace.html", {"form": form}, status=status)
