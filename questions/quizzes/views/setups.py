"""Saved set-ups, and the link by which others start a quiz of their own with one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.timezone import now
from django.views.decorators.http import require_POST, require_safe

from questions.accounts import guests
from questions.accounts.requests import SignedInRequest
from questions.quizzes import actions
from questions.quizzes.forms import KeyForm, NameForm, SetupForm
from questions.quizzes.models import Setup, askable, chosen_topics
from questions.quizzes.rules import WRITTEN, ItemKind, Settings
from questions.web.addresses import absolute
from questions.web.pages import render_page

from .setting_up import KINDS, set_up

if TYPE_CHECKING:
    from questions.bank.models import Person


@require_POST
@login_required
def save(request: SignedInRequest) -> HttpResponse:
    """Keep the choices under a name."""
    form, named = SetupForm(request.POST), NameForm(request.POST)
    if not form.is_valid() or not named.is_valid():
        return set_up(request, form, named, status=422)
    given = named.cleaned_data
    saved = actions.save_setup(
        request.user, given["name"], form.settings(), key=given["key"], at=now()
    )
    return redirect("quizzes:setup", saved.pk)


@require_safe
@login_required
def setup(request: SignedInRequest, id: UUID) -> HttpResponse:
    """One saved set-up: start it, share it, or throw it away."""
    found = _own(request, id)
    link = found.link and absolute(request, reverse("quizzes:shared", args=[found.link]))
    context = {
        "setup": found,
        **_facts(request.user, found.chosen),
        "link": link,
        "key": uuid4(),
    }
    return render_page(request, "quizzes/setup.html", context)


def _facts(person: Person, chosen: Settings) -> dict[str, Any]:
    """The choices in words, as far as the person sees any question of their topics."""
    return {
        "chosen": chosen,
        "count": askable(person, chosen).count(),
        "topics": [topic.name for topic in chosen_topics(person, chosen)],
        "ways": [name for kind, name in KINDS if ItemKind(kind) in chosen.kinds]
        if set(chosen.kinds) != set(WRITTEN)
        else [],
    }


def _own(request: SignedInRequest, id: UUID) -> Setup:
    return get_object_or_404(Setup.objects.of(request.user), pk=id)


def _key(request: HttpRequest) -> UUID:
    form = KeyForm(request.POST)
    return form.cleaned_data["key"] if form.is_valid() else uuid4()


@require_POST
@login_required
def start_setup(request: SignedInRequest, id: UUID) -> HttpResponse:
    found = _own(request, id)
    quiz = actions.start(request.user, found.chosen, key=_key(request), at=now(), setup=found)
    return redirect("quizzes:item", quiz.pk, 1)


@require_POST
@login_required
def share_setup(request: SignedInRequest, id: UUID) -> HttpResponse:
    actions.share_setup(_own(request, id), by=request.user, key=_key(request))
    return redirect("quizzes:setup", id)


@require_POST
@login_required
def unshare_setup(request: SignedInRequest, id: UUID) -> HttpResponse:
    actions.unshare_setup(_own(request, id))
    return redirect("quizzes:setup", id)


@require_POST
@login_required
def drop_setup(request: SignedInRequest, id: UUID) -> HttpResponse:
    actions.drop_setup(_own(request, id))
    messages.success(request, "The set-up is gone. Quizzes that were started with it stay.")
    return redirect("quizzes:new")


@require_safe
def shared(request: HttpRequest, token: UUID) -> HttpResponse:
    """What a link leads to, for anybody: the choices, and how many questions one may see."""
    found = get_object_or_404(Setup.objects.behind(token))
    context = {
        "setup": found,
        **_facts(request.user, found.chosen),
        "over": found.chosen.close is not None and found.chosen.close <= now(),
        "key": uuid4(),
    }
    return render_page(request, "quizzes/shared.html", context)


@require_POST
def start_shared(request: HttpRequest, token: UUID) -> HttpResponse:
    """Start a quiz of one's own; whoever has no account does so as a guest."""
    found = get_object_or_404(Setup.objects.behind(token))
    at = now()
    learner = guests.enter(request, time_zone=request.POST.get("time_zone", ""), at=at)
    quiz = actions.start(learner, found.chosen, key=_key(request), at=at, setup=found)
    return redirect("quizzes:item", quiz.pk, 1)
