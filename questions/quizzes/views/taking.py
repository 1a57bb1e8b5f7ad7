"""One question a screen: answering it, with help or without, and handing in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid4

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.timezone import now
from django.views.decorators.http import require_POST, require_safe

from questions.accounts.requests import SignedInRequest
from questions.bank.models import Question
from questions.quizzes import actions, rules
from questions.quizzes.forms import AnswerForm, CorrectForm, FlagForm, HintForm
from questions.quizzes.models import Item, Quiz
from questions.quizzes.rules import Mode
from questions.web.pages import go_on, render_page

ON_THE_MAP = ("position", "kind", "question_id", "score", "answered", "flagged", "quiz_id")


@require_safe
@login_required
def quiz(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Go on where it was left: the first question without an answer, else the results."""
    quiz = own(request, id)
    left = quiz.items.left().values_list("position", flat=True).first()
    if quiz.finished or left is None:
        return redirect("quizzes:results", quiz.pk)
    return redirect("quizzes:item", quiz.pk, left)


def own(request: SignedInRequest, id: UUID) -> Quiz:
    """One's own quiz, as it stands now."""
    return get_object_or_404(Quiz.objects.of(request.user), id=id).settle(now())


@require_safe
@login_required
def item(request: SignedInRequest, id: UUID, position: int) -> HttpResponse:
    return _page_of(request, id, position)


def _item(request: SignedInRequest, id: UUID, position: int) -> Item:
    found: Item = get_object_or_404(own(request, id).items, position=position)
    return found


def _page_of(request: SignedInRequest, id: UUID, position: int) -> HttpResponse:
    shown = _item(request, id, position)
    return item_page(request, shown, AnswerForm(shown))


def item_page(
    request: SignedInRequest, shown: Item, form: AnswerForm, *, status: int = 200
) -> HttpResponse:
    quiz, place = shown.quiz, shown.position
    every = list(quiz.items.only(*ON_THE_MAP))
    total = max(len(every), quiz.size)
    further = place + 1 if place < len(every) else None
    passed_over = (one.position for one in every if one.answered is None and one.position < place)
    seconds = quiz.left(now())
    context: dict[str, Any] = {
        "quiz": quiz,
        "item": shown,
        "items": every,
        "total": total,
        "left": sum(one.answered is None for one in every) + total - len(every),
        "done": sum(one.answered is not None for one in every),
        "next": further,
        "onward": further or (None if quiz.finished else next(passed_over, None)),
        "previous": place - 1 if place > 1 else None,
        "form": form,
        "correcting": True,
        "last": _told_in_passing(quiz, every, place),
        "in_bank": in_bank(request, [shown]),
        "seconds": seconds,
        "clock": None if seconds is None else rules.spelled(seconds),
        "key": uuid4(),
    }
    return render_page(request, "quizzes/item.html", context, status=status)


def _told_in_passing(quiz: Quiz, every: Sequence[Item], place: int) -> Item | None:
    """In a sprint, how the one before went: there is no time to look back."""
    if quiz.mode != Mode.SPRINT.value or place < 2:
        return None
    before = every[place - 2]
    return before if before.answered else None


def in_bank(request: SignedInRequest, items: Sequence[Item]) -> set[UUID]:
    """Which of the questions the learner may still look up."""
    seen = Question.objects.seen_by(request.user)
    return set(seen.filter(pk__in=[i.question_id for i in items]).values_list("pk", flat=True))


@require_POST
@login_required
def answer(request: SignedInRequest, id: UUID, position: int) -> HttpResponse:
    shown = _item(request, id, position)
    form = AnswerForm(shown, request.POST)
    if not form.is_valid():
        shown.response = form.draft()
        shown.certainty = shown.response["certainty"]
        return item_page(request, shown, form, status=422)
    key = form.cleaned_data["key"]
    actions.answer(shown.quiz, position, form.said(), key=key, at=now())
    return _go_on(request, id, _then(shown))


def _then(answered: Item) -> int:
    """Where an answer leads: to what it was worth, or on to the next where that is not told."""
    on = Mode(answered.quiz.mode) in (Mode.EXAM, Mode.SPRINT)
    last = not answered.quiz.items.filter(position=answered.position + 1).exists() if on else True
    return answered.position if last else answered.position + 1


def _go_on(request: SignedInRequest, id: UUID, position: int) -> HttpResponse:
    to = reverse("quizzes:item", args=[id, position])
    return go_on(request, to, lambda: _page_of(request, id, position))


@require_POST
@login_required
def hint(request: SignedInRequest, id: UUID, position: int) -> HttpResponse:
    quiz, form = own(request, id), HintForm(request.POST)
    if form.is_valid():
        actions.hint(quiz, position, shown=form.cleaned_data["shown"], at=now())
    return _go_on(request, id, position)


@require_POST
@login_required
def turn(request: SignedInRequest, id: UUID, position: int) -> HttpResponse:
    actions.turn(own(request, id), position, at=now())
    return _go_on(request, id, position)


@require_POST
@login_required
def flag(request: SignedInRequest, id: UUID, position: int) -> HttpResponse:
    form = FlagForm(request.POST)
    form.is_valid()
    flagged = form.cleaned_data["flagged"]
    actions.flag(own(request, id), position, flagged=flagged, at=now())
    return _go_on(request, id, position)


@require_POST
@login_required
def correct(request: SignedInRequest, id: UUID, position: int) -> HttpResponse:
    shown = _item(request, id, position)
    form = CorrectForm(shown, request.POST)
    if not form.is_valid():
        return item_page(request, shown, AnswerForm(shown), status=422)
    actions.correct(shown.quiz, position, form.verdicts(), at=now())
    return _go_on(request, id, position)


@require_POST
@login_required
def finish(request: SignedInRequest, id: UUID) -> HttpResponse:
    actions.finish(own(request, id), at=now())
    return redirect("quizzes:results", id)
