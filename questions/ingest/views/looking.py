"""Questions that somebody should look at: without an answer, without a key, edited over."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.views.decorators.http import require_GET

from questions.accounts.requests import SignedInRequest
from questions.bank.models import Question
from questions.web.pages import render_page

PAGE = 25


@require_GET
@login_required
def look(request: SignedInRequest) -> HttpResponse:
    """What lacks an answer, what lacks a key, and where a document disagrees with an edit."""
    mine = Question.objects.editable_by(request.user).standing()
    kinds = {
        "answer": mine.unanswered(),
        "key": mine.without_key(),
        "offered": mine.offered(),
    }
    what = request.GET.get("what", "answer")
    chosen = what if what in kinds else "answer"
    found = kinds[chosen].select_related("document").newest_first()
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    counts = {name: some.count() for name, some in kinds.items()}
    return render_page(
        request, "ingest/look.html", {"page": page, "what": chosen, "counts": counts}
    )
