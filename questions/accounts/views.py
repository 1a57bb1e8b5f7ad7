"""One's own settings, and the letters that a development site did not send."""

from __future__ import annotations

from email import message_from_bytes, policy
from pathlib import Path
from uuid import UUID

from django.conf import settings as site
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from questions.web.pages import render_page

from . import actions, devices
from .forms import SettingsForm
from .models import Device
from .requests import SignedInRequest


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def settings(request: SignedInRequest) -> HttpResponse:
    """Name, time zone and day start, and the way to password, addresses, devices."""
    form = SettingsForm(request.POST or None, instance=request.user)
    if form.is_valid():
        actions.change_settings(request.user, **form.cleaned_data)
        messages.success(request, "Your settings are saved.")
        return redirect("accounts:settings")
    phones = Device.objects.of(request.user).signed_in().order_by("-seen", "pk")
    context = {"form": form, "debug": site.DEBUG, "phones": phones}
    return render_page(
        request, "accounts/settings.html", context, status=422 if form.is_bound else 200
    )


@require_POST
@login_required
def end_device(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Sign one of one's phones out."""
    device = devices.of_person(request.user, id)
    devices.end(device, at=now())
    messages.success(request, f"{device.name} is signed out.")
    return redirect("accounts:settings")


@require_GET
def letters(request: HttpRequest) -> HttpResponse:
    """The newest letters of a site in debug mode, where no mail leaves the machine."""
    if not site.DEBUG:
        raise Http404
    folder = Path(getattr(site, "EMAIL_FILE_PATH", "") or "/nonexistent")
    files = sorted(folder.glob("*.log"), key=lambda f: f.stat().st_mtime, reverse=True)[:20]
    parsed = [message_from_bytes(f.read_bytes(), policy=policy.default) for f in files]
    shown = [
        {"to": m["to"], "subject": m["subject"], "date": m["date"], "text": text_of(m)}
        for m in parsed
    ]
    return render_page(request, "accounts/letters.html", {"letters": shown})


def text_of(message: object) -> str:
    """The plain part of a letter."""
    body = message.get_body(("plain",))  # type: ignore[attr-defined]
    return str(body.get_content()).partition("-" * 79)[0] if body else ""
