"""Which question a call is about, and who calls."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404
from rest_framework.generics import get_object_or_404
from rest_framework.request import Request

from questions.accounts.models import User
from questions.bank.models import Question


def person_of(request: Request) -> User:
    person = request.user
    assert isinstance(person, User)
    return person


def seen(request: Request, pk: str) -> Question:
    """A question that one may see; 404 otherwise."""
    try:
        found = Question.objects.seen_by(request.user).readable().filter(pk=UUID(pk))
    except ValueError:
        raise Http404 from None
    return get_object_or_404(found.select_related("document"))
