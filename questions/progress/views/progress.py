"""How much will be known on each date, how good such forecasts were, and what was done."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils.timezone import now
from django.views.decorators.http import require_GET

from questions.accounts.requests import SignedInRequest
from questions.flashcards.models import preferences
from questions.progress import models, rules
from questions.web.pages import render_page

from . import pictures


@require_GET
@login_required
def readiness(request: SignedInRequest) -> HttpResponse:
    """How much will be known on each date ahead, what would raise it most, and the pictures."""
    at, person = now(), request.user
    today, wished = person.day_of(at), preferences(person)
    forecasts = list(models.Forecast.objects.of(person).remembered(today))
    record = models.record_of(person, forecasts)
    seen = models.remembered(person, wished.scheduler)
    few = models.sample(seen)
    trends = models.trends(forecasts)
    context = {
        "ready": [
            (each, pictures.trend(trends.get(each.target.pk, [])))
            for each in models.ready(person, at)
        ],
        "few": f":{models.FEW}",
        "minutes": rules.NEXT_MINUTES,
        "record": record,
        "enough": rules.ENOUGH_ANSWERS,
        "days": pictures.days(models.answers_by_day(person, today), today),
        "load": pictures.load(models.load(person, today, wished.new_per_day)),
        "strengths": pictures.strengths(seen) if seen else None,
        "promises": pictures.promises(record) if record else None,
        "choices": rules.choices(few, len(seen), today.toordinal(), wished.scheduler),
        "aim": round(100 * wished.retention),
    }
    return render_page(request, "progress/readiness.html", context)
