"""How a quiz went, and what one makes of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID, uuid4

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now
from django.views.decorators.http import require_POST, require_safe

from questions.accounts.requests import SignedInRequest
from questions.quizzes import actions, rules
from questions.quizzes.forms import KeyForm
from questions.quizzes.models import Item, Quiz
from questions.quizzes.rules import Mode
from questions.web.pages import render_page

from .taking import in_bank, own

TRIES = 3
"""So many of one's own last tries stand beside an answer."""


@dataclass(frozen=True)
class Line:
    """An item beside the tries that came before it."""

    item: Item
    tries: Sequence[Item]


@require_safe
@login_required
def results(request: SignedInRequest, id: UUID) -> HttpResponse:
    """How it went, by topic and question by question; only once it was handed in."""
    quiz = own(request, id)
    items = _counted(quiz)
    scores = [item.score for item in items]
    context = {
        "quiz": quiz,
        "items": items,
        "lines": _lines(quiz, items),
        "left": sum(item.answered is None for item in items),
        "percent": rules.percent(scores),
        "missed": sum(item.missed for item in items),
        "right": sum(item.score == 1 for item in items),
        "duration": rules.duration(sum(item.seconds or 0 for item in items)),
        "topics": rules.by_topic((item.asked["topics"], item.score) for item in items),
        "levels": rules.by_level((item.asked["difficulty"], item.score) for item in items),
        "certainties": rules.by_certainty(
            (item.certainty, item.score or 0.0) for item in items if item.certainty
        ),
        "in_bank": in_bank(request, items),
        "key": uuid4(),
    }
    return render_page(request, "quizzes/results.html", context)


def _counted(quiz: Quiz) -> list[Item]:
    """All items; of a sprint those that were reached."""
    items = list(quiz.items.order_by("position"))
    if quiz.mode != Mode.SPRINT.value:
        return items
    return [item for item in items if item.answered or item.late]


def _lines(quiz: Quiz, items: Sequence[Item]) -> list[Line]:
    before: dict[UUID, list[Item]] = {}
    if quiz.finished:
        asked = [item.question_id for item in items]
        earlier = Item.objects.tries(quiz.learner, asked).filter(answered__lt=quiz.started)
        for one in earlier.only("question_id", "answered", "score", "kind").order_by("-answered"):
            before.setdefault(one.question_id, []).append(one)
    return [Line(item, before.get(item.question_id, [])[:TRIES]) for item in items]


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


@require_POST
@login_required
def share_questions(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Make a set-up of the very questions, with a link to it."""
    quiz, key = _meant_once(request, id)
    setup = actions.share_questions_of(quiz, by=request.user, key=key, at=now())
    return redirect("quizzes:setup", setup.pk)


def _meant_once(request: SignedInRequest, id: UUID) -> tuple[Quiz, UUID]:
    """The quiz, and the key of the form; a form without one counts as sent just once."""
    form = KeyForm(request.POST)
    return own(request, id), form.cleaned_data["key"] if form.is_valid() else uuid4()
