"""The pages of a quiz: setting up, one question a screen, results."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.timezone import now
from django.views.decorators.http import require_POST, require_safe

from questions.accounts.requests import SignedInRequest
from questions.bank.models import Question
from questions.bank.rules.difficulty import Difficulty
from questions.web.pages import render_page

from . import actions, rules
from .forms import AnswerForm, CorrectForm, KeyForm, SetupForm
from .models import Item, Quiz, askable, topic_groups

LISTED = 20
"""Quizzes of each kind on the set-up page."""


@require_safe
@login_required
def new(request: SignedInRequest) -> HttpResponse:
    """The choices with the number of questions that fit, what is unfinished, and what is past."""
    return _setup(request, SetupForm(request.GET))


def _setup(request: SignedInRequest, form: SetupForm, *, status: int = 200) -> HttpResponse:
    chosen = form.settings()
    mine = Quiz.objects.of(request.user).with_progress().newest_first()
    context = {
        "chosen": chosen,
        "kinds": [kind.value for kind in chosen.kinds],
        "levels": [level.value for level in Difficulty],
        "lengths": rules.LENGTHS,
        "groups": topic_groups(request.user, chosen),
        "count": askable(request.user, chosen).count(),
        "unfinished": list(mine.open()[:LISTED]),
        "past": list(mine.handed_in()[:LISTED]),
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
        return _setup(request, form, status=422)
    chosen = form.settings()
    quiz = actions.start(request.user, chosen, key=key.cleaned_data["key"], at=now())
    return redirect("quizzes:item", quiz.pk, 1)


@require_safe
@login_required
def quiz(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Go on where it was left: the first question without an answer, else the results."""
    quiz = get_object_or_404(Quiz.objects.of(request.user), id=id)
    left = quiz.items.left().values_list("position", flat=True).first()
    if quiz.finished or left is None:
        return redirect("quizzes:results", quiz.pk)
    return redirect("quizzes:item", quiz.pk, left)


@require_safe
@login_required
def item(request: SignedInRequest, id: UUID, position: int) -> HttpResponse:
    shown = _item(request, id, position)
    return _item_page(request, shown, AnswerForm(shown))


def _item(request: SignedInRequest, id: UUID, position: int) -> Item:
    items = Item.objects.select_related("quiz").filter(quiz__in=Quiz.objects.of(request.user))
    return get_object_or_404(items, quiz=id, position=position)


def _item_page(
    request: SignedInRequest, shown: Item, form: AnswerForm, *, status: int = 200
) -> HttpResponse:
    every = list(shown.quiz.items.only("position", "kind", "score", "answered", "quiz_id"))
    place = shown.position
    context: dict[str, Any] = {
        "quiz": shown.quiz,
        "item": shown,
        "items": every,
        "left": sum(one.answered is None for one in every),
        "done": sum(one.answered is not None for one in every),
        "next": place + 1 if place < len(every) else None,
        "previous": place - 1 if place > 1 else None,
        "form": form,
        "correcting": True,
        "in_bank": _in_bank(request, [shown]),
        "key": uuid4(),
    }
    return render_page(request, "quizzes/item.html", context, status=status)


def _in_bank(request: SignedInRequest, items: Sequence[Item]) -> set[UUID]:
    """Which of the questions the learner may still look up."""
    seen = Question.objects.seen_by(request.user)
    return set(seen.filter(pk__in=[i.question_id for i in items]).values_list("pk", flat=True))


@require_POST
@login_required
def answer(request: SignedInRequest, id: UUID, position: int) -> HttpResponse:
    shown = _item(request, id, position)
    form = AnswerForm(shown, request.POST)
    if not form.is_valid():
        return _item_page(request, shown, form, status=422)
    key = form.cleaned_data["key"]
    actions.answer(shown.quiz, position, form.said(), key=key, at=now())
    return redirect("quizzes:item", id, position)


@require_POST
@login_required
def correct(request: SignedInRequest, id: UUID, position: int) -> HttpResponse:
    shown = _item(request, id, position)
    form = CorrectForm(shown, request.POST)
    if not form.is_valid():
        return _item_page(request, shown, AnswerForm(shown), status=422)
    actions.correct(shown.quiz, position, form.verdicts(), at=now())
    return redirect("quizzes:item", id, position)


@require_POST
@login_required
def finish(request: SignedInRequest, id: UUID) -> HttpResponse:
    quiz = get_object_or_404(Quiz.objects.of(request.user), id=id)
    actions.finish(quiz, at=now())
    return redirect("quizzes:results", id)


@require_safe
@login_required
def results(request: SignedInRequest, id: UUID) -> HttpResponse:
    """How it went, by topic and question by question; only once it was handed in."""
    quiz = get_object_or_404(Quiz.objects.of(request.user), id=id)
    items = list(quiz.items.select_related("quiz").order_by("position"))
    context = {
        "quiz": quiz,
        "items": items,
        "left": sum(item.answered is None for item in items),
        "percent": rules.percent([item.score for item in items]),
        "missed": sum(item.missed for item in items),
        "duration": rules.duration(sum(item.seconds or 0 for item in items)),
        "topics": rules.by_topic((item.asked["topics"], item.score) for item in items),
        "in_bank": _in_bank(request, items),
        "key": uuid4(),
    }
    return render_page(request, "quizzes/results.html", context)


@require_POST
@login_required
def to_cards(request: SignedInRequest, id: UUID) -> HttpResponse:
    quiz, key = _meant_once(request, id)
    added = actions.to_cards(quiz, key=key, at=now())
    new = "No new card: they are all there" if not added else f"New cards: {added}"
    messages.success(request, f"{new}. You meet them when they are due.")
    return redirect("quizzes:results", id)


@require_POST
@login_required
def again(request: SignedInRequest, id: UUID) -> HttpResponse:
    quiz, key = _meant_once(request, id)
    return redirect("quizzes:item", actions.again(quiz, key=key, at=now()).pk, 1)


def _meant_once(request: SignedInRequest, id: UUID) -> tuple[Quiz, UUID]:
    """The quiz, and the key of the form; a form without one counts as sent just once."""
    quiz = get_object_or_404(Quiz.objects.of(request.user), id=id)
    form = KeyForm(request.POST)
    return quiz, form.cleaned_data["key"] if form.is_valid() else uuid4()
