"""Bare Django: the least that a signed-in page and a graded card can be, to measure against."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.decorators import login_required
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.middleware import SessionMiddleware
from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.template import engines
from django.urls import path
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.functional import SimpleLazyObject
from django.views.decorators.http import require_GET, require_POST

from questions.accounts.models import Receipt, User
from questions.bank.models import Question
from questions.flashcards.models import Card


def at_home(get_response):
    """Middleware: this module's addresses instead of the site's."""

    def serve(request: HttpRequest) -> HttpResponse:
        request.urlconf = "tests.bench.bare"
        response: HttpResponse = get_response(request)
        return response

    return serve


class Sessions(SessionMiddleware):
    """Django's own sessions in the database, not ours."""

    def __init__(self, get_response) -> None:
        super().__init__(get_response)
        self.SessionStore = SessionStore


def person(get_response):
    """Middleware: who has signed in, read as Django's own backend does."""

    def found(request: HttpRequest) -> User:
        who = ModelBackend().get_user(request.session[SESSION_KEY])
        assert who is not None
        assert constant_time_compare(request.session[HASH_SESSION_KEY], who.get_session_auth_hash())
        return who

    def serve(request: Any) -> HttpResponse:
        request.user = SimpleLazyObject(lambda: found(request))
        response: HttpResponse = get_response(request)
        return response

    return serve


# The usual middlewares of a new project, nothing of ours.
MIDDLEWARE = [
    "tests.bench.bare.at_home",
    "django.middleware.security.SecurityMiddleware",
    "tests.bench.bare.Sessions",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "tests.bench.bare.person",
    "django.contrib.messages.middleware.MessageMiddleware",
]
PAGE = engines["django"].from_string(
    """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ row }}</title>
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/a.css"></head>
<body><header><a href="/">Home</a> <a href="/list">List</a> {{ request.user }}</header>
<main><h1>{{ row }}</h1><p>{{ text }}</p>
<form method="post" action="/bare/grade/{{ row.pk }}/">{% csrf_token %}
<button name="grade" value="1">Again</button><button name="grade" value="2">Hard</button>
<button name="grade" value="3">Good</button><button name="grade" value="4">Easy</button></form>
<p>One more line of text, so that the page is about as long as a small page is.</p></main>
<footer><p>About, terms, privacy, help, contact.</p></footer></body></html>"""
)


@require_GET
@login_required
def page(request: HttpRequest, id: str) -> HttpResponse:
    """One primary-key read and one small template."""
    row = get_object_or_404(Question, pk=id)
    return HttpResponse(PAGE.render({"row": row, "text": row.prompt}, request))


@require_POST
@login_required
def grade(request: HttpRequest, id: str) -> HttpResponse:
    """One select, one update, one insert in a transaction, and the next small page."""
    with transaction.atomic():
        card = Card.objects.select_for_update().get(pk=id, learner=request.user.pk)
        card.reps += 1
        card.due_day = timezone.now().date() + timedelta(days=int(request.POST["grade"]))
        card.save(update_fields=["reps", "due_day"])
        assert request.user.pk is not None
        Receipt.objects.create(person_id=request.user.pk, key=uuid4(), at=timezone.now())
    following = Card.objects.filter(learner=request.user.pk).order_by("due_day").first()
    return HttpResponse(PAGE.render({"row": following, "text": "next"}, request))


@require_GET
@login_required
def rows(request: HttpRequest) -> HttpResponse:
    """Twenty-five rows in one statement, as JSON."""
    columns = ("id", "title", "kind", "difficulty", "visibility", "state", "created", "section")
    found = Question.objects.filter(owner=request.user.pk).order_by("-created", "position", "pk")
    return JsonResponse({"results": list(found.values(*columns)[:25])})


urlpatterns = [
    path("bare/page/<uuid:id>/", page),
    path("bare/grade/<uuid:id>/", grade),
    path("bare/list/", rows),
]
