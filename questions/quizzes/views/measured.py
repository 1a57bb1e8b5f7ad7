"""What is known of the questions one keeps, the worst of them first."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.views.decorators.http import require_safe

from questions.accounts.requests import SignedInRequest
from questions.quizzes import rules
from questions.quizzes.models import Statistic
from questions.web import charts
from questions.web.pages import render_page

PAGE = 25
PLOTTED = 400
"""More dots than that show a cloud and nothing else."""


@require_safe
@login_required
def measured(request: SignedInRequest) -> HttpResponse:
    """Questions that hurt, with how easy each is and whether it tells people apart."""
    mine = Statistic.objects.seen_by(request.user).worst_first()
    hurting = mine.hurting()
    context = {
        "page": Paginator(hurting, PAGE).get_page(request.GET.get("page")),
        "known": mine.count(),
        "enough": rules.ENOUGH,
        "plot": plot(list(mine.exclude(discrimination=None)[:PLOTTED])),
    }
    return render_page(request, "quizzes/measured.html", context)


def plot(rows: Sequence[Statistic]) -> charts.Chart | None:
    """How easy each question is, and how telling; less than none is drawn as none."""
    dots = [
        charts.Dot(
            row.question.title, row.facility, max(0.0, row.discrimination or 0.0), row.attempts
        )
        for row in rows
    ]
    if not dots:
        return None
    return charts.scatter(
        "How easy, and how telling",
        "Each dot is a question: to the right the share of points that people get at first, upwards"
        " how much better those do who do well in the rest. Good questions are high up.",
        dots,
        across_name="Facility",
        down_name="Discrimination",
        diagonal=False,
    )
