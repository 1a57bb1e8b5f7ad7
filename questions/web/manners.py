"""How the API behaves towards clients of every kind: old ones, hurried ones, those that know."""

from __future__ import annotations

import re
from collections.abc import Callable
from hashlib import sha256
from math import ceil
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.utils.cache import get_conditional_response
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.throttling import AnonRateThrottle, UserRateThrottle

from .errors import as_problem, is_api, problem

VERSION = re.compile(r"\d{1,6}(\.\d{1,6}){0,3}")
NOTED = "rate_limit"
WANTED = "wanted_fields"


class MannersMiddleware:
    """Tells old clients to be renewed, what is left of the limit, and nothing twice."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not is_api(request):
            return self.get_response(request)
        if too_old(request.headers.get("X-Client-Version", "")):
            return renew_client()
        take_out_fields(request)
        response = self.get_response(request)
        for name, value in getattr(request, NOTED, {}).items():
            response[name] = value
        return tagged(request, response)


def too_old(said: str) -> bool:
    """Whether a client says that it is older than the oldest that is still served."""
    oldest = settings.API_OLDEST_CLIENT
    return bool(oldest and VERSION.fullmatch(said)) and parts(said) < parts(oldest)


def parts(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))


def renew_client() -> HttpResponse:
    detail = f"This app is too old. Version {settings.API_OLDEST_CLIENT} or later is served."
    headers = {"Upgrade": f"rehearsal/{settings.API_OLDEST_CLIENT}"}
    return as_problem(problem(426, "client_too_old", detail), headers)


def tagged(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """An answer with its ETag; 304 where the client has just this."""
    if request.method not in {"GET", "HEAD"} or response.status_code != 200 or response.streaming:
        return response
    if not response.has_header("ETag"):
        response["ETag"] = f'W/"{sha256(response.content).hexdigest()[:32]}"'
    known: Any = get_conditional_response(request, etag=response["ETag"], response=response)
    if known.status_code == 304:
        for name in ("Vary", "X-Request-ID", *getattr(request, NOTED, {})):
            if response.has_header(name):
                known[name] = response[name]
    answer: HttpResponse = known
    return answer


def take_out_fields(request: HttpRequest) -> None:
    """Note which `fields` a reading call wants, so that no view has to know of it."""
    if request.method == "GET" and "fields" in request.GET:
        asked = request.GET.copy()
        wanted = ",".join(asked.pop("fields"))
        setattr(request, WANTED, {name for name in wanted.split(",") if name})
        vars(request)["GET"] = asked


class Renderer(JSONRenderer):
    """JSON, with the `fields` alone that a client asked for; of a list, in each of its rows."""

    def render(self, data: Any, media_type: Any = None, context: Any = None) -> Any:
        request = (context or {}).get("request")
        wanted = getattr(getattr(request, "_request", None), WANTED, None)
        good = context and context["response"].status_code == 200
        return super().render(
            pruned(data, wanted) if wanted and good else data, media_type, context
        )


def pruned(data: Any, wanted: set[str]) -> Any:
    """The rows of a page, the members of a list, or the thing itself, with these fields alone."""
    if isinstance(data, list):
        return [pruned(row, wanted) for row in data]
    if not isinstance(data, dict):
        return data
    if isinstance(data.get("results"), list):
        return {**data, "results": pruned(data["results"], wanted)}
    return {name: value for name, value in data.items() if name in wanted}


class Compression(GZipMiddleware):
    """Compresses what the API answers, with padding of random length against guessing."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> Any:
        return super().process_response(request, response) if is_api(request) else response


class Noted:
    """A throttle that says in standard headers what it allows, what is left, and until when."""

    def allow_request(self, request: Request, view: Any) -> bool:
        allowed: bool = super().allow_request(request, view)  # type: ignore[misc]
        self.note(request)
        return allowed

    def note(self, request: Request) -> None:
        me: Any = self
        if getattr(me, "key", None) is None:
            return
        left = max(0, me.num_requests - len(me.history))
        reset = ceil(me.duration - (me.now - me.history[-1])) if me.history else me.duration
        setattr(
            request._request,
            NOTED,
            {
                "RateLimit-Policy": f'"{me.scope}";q={me.num_requests};w={me.duration}',
                "RateLimit": f'"{me.scope}";r={left};t={reset}',
            },
        )


class PerPerson(Noted, UserRateThrottle):
    """The limit of whoever is signed in."""


class PerAddress(Noted, AnonRateThrottle):
    """The limit of an address from which nobody is signed in."""
