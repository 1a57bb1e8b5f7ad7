"""Who may change what everybody reads signs in with a second factor, outside debug mode."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django_htmx.http import HttpResponseClientRedirect

from questions.web.errors import is_api

from . import rules
from .permissions import lacks_second_factor

OPEN_TO_THEM = ("mfa_", "account_")
"""Where a second factor is set up, an address confirmed, and from where one signs out."""


class SecondFactorMiddleware:
    """Leads whoever lacks a second factor to where they set one up, from every page."""

    def __init__(self, get_response: Any) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response: HttpResponse = self.get_response(request)
        return response

    def process_view(self, request: Any, *_: Any) -> HttpResponse | None:
        match = request.resolver_match
        left_alone = is_api(request) or (match and match.view_name.startswith(OPEN_TO_THEM))
        if left_alone or not lacks_second_factor(request.user):
            return None
        messages.info(request, rules.NEEDS_SECOND_FACTOR)
        there: HttpResponseRedirect = redirect("mfa_index")
        return HttpResponseClientRedirect(there.url) if request.htmx else there
