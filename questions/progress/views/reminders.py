"""Reminders: a letter a day that one click ends, and a calendar under a secret address."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import now
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from questions.accounts.requests import SignedInRequest
from questions.progress import actions, models
from questions.progress.forms import ReminderForm
from questions.web.addresses import absolute, site
from questions.web.pages import render_page


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def reminders(request: SignedInRequest) -> HttpResponse:
    """Whether and when to be written to, and the calendar's address."""
    found = models.reminder_of(request.user)
    initial = {"letter": found.letter, "hour": found.hour}
    form = ReminderForm(request.POST or None, initial=initial)
    if form.is_valid():
        actions.change(request.user, **form.cleaned_data, site=site(request))
        messages.success(request, "Saved.")
        return redirect("progress:reminders")
    token = found.feed_token
    feed = token and absolute(request, reverse("progress:feed", args=[token]))
    context = {"form": form, "feed": feed}
    status = 422 if form.is_bound else 200
    return render_page(request, "progress/reminders.html", context, status=status)


@require_POST
@login_required
def open_feed(request: SignedInRequest) -> HttpResponse:
    """A new address for the calendar; the one before leads nowhere."""
    actions.open_feed(request.user, site=site(request))
    messages.success(request, "Here is the address. An older one leads nowhere any more.")
    return redirect("progress:reminders")


@require_POST
@login_required
def close_feed(request: SignedInRequest) -> HttpResponse:
    """No calendar any more."""
    actions.close_feed(request.user)
    messages.success(request, "The calendar's address leads nowhere any more.")
    return redirect("progress:reminders")


@require_GET
def feed(request: HttpRequest, calendar: str) -> HttpResponse:
    """The calendar; whoever knows the address may fetch it, without signing in."""
    found = models.by_feed_token(calendar)
    if found is None:
        raise Http404
    answer = HttpResponse(models.feed(found, now()), content_type="text/calendar; charset=utf-8")
    answer["Cache-Control"] = "private, no-store"
    return answer


# A program that reads letters posts here for its reader, from elsewhere and without a cookie; the
# signed address is all that it needs, and ending letters all that it can do.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, letters: str) -> HttpResponse:
    """One press ends the letters; looking at the page does not, for programs look at links."""
    found = models.by_stop_token(letters)
    if found is None:
        raise Http404
    if request.method == "POST":
        actions.stop(found)
        return redirect("progress:stop", letters=letters)
    return render_page(request, "progress/stop.html", {"stopped": not found.letter})
