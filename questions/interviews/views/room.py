"""The live room: what each side sees now, what is done in it, and the shared pad."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.views.decorators.http import require_POST, require_safe

from questions.accounts.requests import SignedInRequest
from questions.interviews import actions
from questions.interviews.forms import ActForm
from questions.interviews.models import Interview
from questions.interviews.models.seen import seen_by_candidate
from questions.interviews.models.sides import mentors_side
from questions.interviews.rules import ASKING, RUNNING, Role, Stage, Verb
from questions.web.headers import POLICY
from questions.web.pages import render_page, wants_fragment

from .finding import found

LANGUAGES = ("text", "python", "javascript", "typescript", "java", "go", "sql", "shell")
MICROPHONE = POLICY.replace("microphone=()", "microphone=(self)")


@require_safe
@login_required
def room(request: SignedInRequest, id: UUID) -> HttpResponse:
    """The room, or for its script what is new in it since `seen`: 204 where nothing is."""
    shown, role = found(request, id)
    if wants_fragment(request):
        if request.GET.get("seen") == str(_version(shown, role)):
            return HttpResponse(status=204)
        return _state(request, shown, role)
    if shown.now is Stage.CANCELLED:
        return redirect("interviews:interview", id)
    context = _context(request, shown, role) | {"languages": LANGUAGES}
    response = render_page(request, "interviews/room.html", context)
    if role is Role.ALONE:
        # One's answer is recorded by the browser, and stays in it.
        response["Permissions-Policy"] = MICROPHONE
        response._csp_update = {"media-src": ["blob:"]}  # type: ignore[attr-defined]
    return response


def _version(shown: Interview, role: Role) -> int:
    return shown.shared_version if role is Role.CANDIDATE else shown.version


def _context(request: SignedInRequest, shown: Interview, role: Role) -> dict[str, Any]:
    """What a side may see: the candidate's is made of what was shown and released alone."""
    at = now()
    context: dict[str, Any] = {
        "interview_id": shown.pk,
        "role": role.value,
        "stage": shown.stage,
        "over": shown.now is Stage.OVER,
        "released": shown.now is Stage.OVER and shown.report.released is not None,
        "planned": shown.now is Stage.PLANNED,
        "call": shown.call,
        "minutes": shown.minutes,
        "language": shown.language,
        "version": _version(shown, role),
        "pad_version": shown.pad_version,
        "mentor": shown.mentor,
    }
    seen = seen_by_candidate(shown, at)
    if role is Role.CANDIDATE:
        return context | {"seen": seen}
    context |= {"seen": seen, "side": mentors_side(shown, at, every=role is Role.MENTOR)}
    context |= {"candidate": shown.candidate, "one_browser": shown.one_browser}
    context |= {"total": shown.items.count() if role is Role.ALONE else 0}
    return context | {"stages": [stage.value for stage in RUNNING], "asking": ASKING}


def _state(request: SignedInRequest, shown: Interview, role: Role) -> HttpResponse:
    return render(request, "interviews/_state.html", _context(request, shown, role))


@require_POST
@login_required
def act(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Do one thing in the room; its script gets the room as it is now, at once."""
    shown, role = found(request, id)
    form = ActForm(request.POST)
    if not form.is_valid():
        return JsonResponse({"errors": form.errors}, status=422)
    said, key = form.act(), form.cleaned_data["key"]
    moved = actions.act(shown, said, by=request.user, key=key, at=now())
    if not wants_fragment(request):
        return redirect("interviews:report" if moved.now is Stage.OVER else "interviews:room", id)
    if said.verb in (Verb.WRITE, Verb.NOTE):
        return HttpResponse(status=204)
    moved.mentor, moved.candidate = shown.mentor, shown.candidate
    return _state(request, moved, role)


@require_safe
@login_required
def pad(request: SignedInRequest, id: UUID) -> HttpResponse:
    """The lines of the pad that changed since a number."""
    shown, _ = found(request, id)
    since = request.GET.get("since", "0")
    number = int(since) if since.isascii() and since.isdigit() and len(since) < 9 else 0
    lines = shown.writes.since(number).values("line", "rank", "text", "removed", "seq")
    body = {"at": shown.pad_version, "language": shown.language, "lines": list(lines)}
    return JsonResponse(body)


@require_safe
@login_required
def earlier(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Every line that was ever on the pad, with all that it said before."""
    shown, role = found(request, id)
    by_line: dict[UUID, list[Any]] = {}
    for one in shown.writes.order_by("rank", "line", "seq"):
        by_line.setdefault(one.line, []).append(one)
    context = {"interview": shown, "lines": list(by_line.values()), "role": role.value}
    return render_page(request, "interviews/earlier.html", context)
