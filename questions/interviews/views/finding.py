"""What the views of this slice begin with: an interview by its scope, one's role, the address."""

from __future__ import annotations

from uuid import UUID, uuid4

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from questions.accounts.requests import SignedInRequest
from questions.interviews.forms import KeyForm
from questions.interviews.models import Interview
from questions.interviews.rules import Role
from questions.web import addresses


def found(request: SignedInRequest, id: UUID) -> tuple[Interview, Role]:
    """An interview that one has a part in, and which part; 404 for everybody else."""
    interview = get_object_or_404(Interview.objects.of(request.user).with_people(), id=id)
    role = interview.role_of(request.user)
    if role is None:
        raise Http404
    return interview, role


def led(request: SignedInRequest, id: UUID) -> Interview:
    """An interview that one leads; to the candidate its script is not there."""
    return get_object_or_404(Interview.objects.led_by(request.user).with_people(), id=id)


def site(request: HttpRequest) -> str:
    """The address of the site, for letters and calendars."""
    return addresses.site(request)


def key_of(request: HttpRequest) -> UUID:
    """The key of a form; a form without one counts as sent just once."""
    form = KeyForm(request.POST)
    return form.cleaned_data["key"] if form.is_valid() else uuid4()
