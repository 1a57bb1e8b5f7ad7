"""A refusal as page, fragment or JSON: the one table of status codes."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from rest_framework import exceptions
from rest_framework.response import Response
from rest_framework.views import set_rollback

from questions.errors import Malformed, NotAllowed, Refusal

from .health import RETRY_AFTER
from .logs import request_id
from .pages import came_from, render_page

log = logging.getLogger(__name__)

STATUS: dict[type[Refusal], int] = {NotAllowed: 403, Malformed: 422, Refusal: 409}
TITLES = {
    400: "The request is not valid",
    401: "Please sign in",
    403: "Not allowed",
    404: "Not found",
    405: "This method is not allowed here",
    406: "No such format",
    409: "Not as things stand",
    413: "Too large",
    415: "This media type is not read here",
    422: "What was sent cannot be read",
    426: "This app has to be renewed",
    429: "Too many requests",
    503: "Back in a moment",
}
PROBLEM = "application/problem+json"


class BodyTooLarge(exceptions.APIException):
    """More bytes than any call but an upload needs."""

    status_code = 413
    default_code = "too_large"
    default_detail = "What you sent is larger than any call needs."


def status_of(refusal: Refusal) -> int:
    """The status code of a refusal: the entry of its nearest class."""
    return next(STATUS[kind] for kind in type(refusal).__mro__ if kind in STATUS)


def problem(status: int, code: str, detail: str, **more: Any) -> dict[str, Any]:
    """The members of an RFC 9457 problem; `code` is permanent, `detail` is for people."""
    return {
        "type": "about:blank",
        "title": TITLES.get(status, "Something went wrong"),
        "status": status,
        "code": code,
        "detail": detail,
        "request_id": request_id.get(),
        **more,
    }


def is_api(request: HttpRequest) -> bool:
    return request.path.startswith("/api/")


class ErrorsMiddleware:
    """Answers refusals, and a database that is away, for pages and API alike."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        try:
            return self.get_response(request)
        except (OperationalError, InterfaceError):
            return database_away(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """What a view raised, where it is ours to answer."""
        if isinstance(error, Refusal):
            return refuse(request, error)
        if isinstance(error, (OperationalError, InterfaceError)):
            return database_away(request)
        if isinstance(error, Http404):
            return not_found(request, error)
        return None


def refuse(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """A refusal for whichever door it was met at."""
    status = status_of(refusal)
    log.info("refused %s: %s", request.path, refusal.code)
    if is_api(request):
        return as_problem(problem(status, refusal.code, refusal.message))
    back = came_from(request)
    context = {"refusal": refusal, "back": "" if back == request.get_full_path() else back}
    return render_page(request, "refusal.html", context, status=status)


def database_away(request: HttpRequest) -> HttpResponse:
    """503: nothing was written, and it is worth trying again."""
    log.exception("the database does not answer")
    headers = {"Retry-After": RETRY_AFTER}
    detail = "The database does not answer. Nothing was changed; please try again."
    if is_api(request):
        return as_problem(problem(503, "database_away", detail), headers)
    response = render(request, "503.html", status=503)
    response["Retry-After"] = RETRY_AFTER
    return response


def as_problem(body: dict[str, Any], headers: dict[str, str] | None = None) -> JsonResponse:
    return JsonResponse(body, status=body["status"], content_type=PROBLEM, headers=headers)


def answer_api(error: Exception, context: dict[str, Any]) -> Response | None:
    """Django REST framework's exception handler: every error as a problem with a `code`."""
    if isinstance(error, Refusal):
        set_rollback()
        status = status_of(error)
        log.info("refused %s: %s", context["request"].path, error.code)
        return printed(problem(status, error.code, error.message))
    if isinstance(error, Http404):
        error = exceptions.NotFound()
    elif isinstance(error, PermissionDenied):
        error = exceptions.PermissionDenied()
    elif isinstance(error, RequestDataTooBig):
        error = BodyTooLarge()
    if not isinstance(error, exceptions.APIException):
        return None
    set_rollback()
    return printed(problem_of(error), headers_of(error))


def problem_of(error: exceptions.APIException) -> dict[str, Any]:
    """The problem of an error of the framework; an invalid body names its `fields`."""
    if isinstance(error, exceptions.ValidationError):
        detail = "Some fields are not valid; see fields."
        return problem(400, "invalid", detail, fields=error.detail)
    codes = error.get_codes()
    code = codes if isinstance(codes, str) else "error"
    return problem(error.status_code, code, str(error.detail))


def headers_of(error: exceptions.APIException) -> dict[str, str]:
    headers: dict[str, str] = {}
    if (challenge := getattr(error, "auth_header", None)) is not None:
        headers["WWW-Authenticate"] = challenge
    if (wait := getattr(error, "wait", None)) is not None:
        headers["Retry-After"] = str(int(wait) + 1)
    return headers


def printed(body: dict[str, Any], headers: dict[str, str] | None = None) -> Response:
    return Response(body, status=body["status"], headers=headers, content_type=PROBLEM)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404, the same for what does not exist and for what is not this person's."""
    if is_api(request):
        return as_problem(problem(404, "not_found", "There is nothing at this address."))
    return render(request, "404.html", status=404)


@csrf_exempt
def nothing_here(request: HttpRequest, *_: str) -> HttpResponse:
    """404 for an address that leads nowhere, in debug mode too, where Django shows its routes."""
    raise Http404


def failed(request: HttpRequest) -> HttpResponse:
    """500, without a trace of the code; the log has the request's id.

    Middleware that meets a database that is away ends up here as well: that is a 503.
    """
    if isinstance(sys.exc_info()[1], (OperationalError, InterfaceError)):
        return database_away(request)
    if is_api(request):
        detail = "An error of ours. It was logged under this request id."
        return as_problem(problem(500, "failed", detail))
    return render(request, "500.html", {"request_id": request_id.get()}, status=500)


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form that did not come from a page of ours, or from one that grew too old."""
    refusal = NotAllowed(
        "This form is too old or came from elsewhere. Reload the page and send it again.",
        code="csrf",
    )
    return refuse(request, refusal)
