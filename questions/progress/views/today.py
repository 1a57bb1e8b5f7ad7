"""The front page, and the one thing to do next."""

from __future__ import annotations

from datetime import datetime
from uuid import uuid4

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_GET

from questions.accounts.models import User
from questions.accounts.requests import SignedInRequest
from questions.bank.models import KeyPoint
from questions.flashcards import rules as cards
from questions.flashcards.forms import TargetForm
from questions.flashcards.models import Card, Event, coming, outlook, subjects
from questions.progress import models, rules
from questions.web import charts
from questions.web.pages import render_page

from . import pictures


@require_GET
def front(request: HttpRequest) -> HttpResponse:
    """What this is, with a question to try at once; whoever is signed in goes on to Today."""
    if request.user.is_authenticated:
        return redirect("progress:today")
    question = models.question_of(localdate())
    points = KeyPoint.objects.none()
    if question is not None:
        points = question.points.current().order_by("-core", "position")
    context = {"question": question, "points": points, "key": uuid4()}
    return render_page(request, "progress/front.html", context)


@require_GET
@login_required
def today(request: SignedInRequest) -> HttpResponse:
    """How much is due, how long it takes, and one button."""
    at, person = now(), request.user
    day = outlook(person, at)
    newcomer = not Card.objects.of(person).exists()
    offered = subjects(person) if newcomer else []
    seconds = Event.objects.of(person).pace()
    context = {
        "ready": models.ready(person, at, raises=False) if day.dated else [],
        "weak": f":{rules.SHOWN}",
        "day": day,
        "minutes": cards.minutes(day.due + day.extra, day.new, seconds),
        "coming": None if newcomer or day.next else coming(person, at),
        "newcomer": newcomer,
        "days": None if newcomer else days_of(person, at),
        "subjects": offered,
        "form": TargetForm(offered),
        "weakest": rules.weakest(models.standings(person)),
        "key": uuid4(),
    }
    return render_page(request, "progress/today.html", context)


def days_of(person: User, at: datetime) -> charts.Chart:
    """The calendar of what was answered."""
    day = person.day_of(at)
    return pictures.days(models.answers_by_day(person, day), day)
