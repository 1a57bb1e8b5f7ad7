"""The page that asks for a format, and the file that it leads to."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.utils.timezone import now
from django.views.decorators.http import require_safe

from questions.bank import forms
from questions.bank.exports import KINDS, Format
from questions.bank.exports.download import answer
from questions.bank.exports.gather import MOST
from questions.bank.models import Listing
from questions.web.pages import render_page


@require_safe
@login_required
def export(request: HttpRequest) -> HttpResponse:
    """The questions that pass what the address asks for, as a file; without a format a choice."""
    wanted = forms.wanted(request.GET)
    try:
        form = Format(request.GET.get("into", ""))
    except ValueError:
        count = len(Listing(request.user, wanted))
        return render_page(
            request,
            "bank/export.html",
            {
                "wanted": wanted,
                "fields": forms.fields(wanted),
                "query": forms.query(wanted),
                "formats": [(form.value, kind) for form, kind in KINDS.items()],
                "count": count,
                "most": MOST,
                "cut": count > MOST,
            },
        )
    return answer(request.user, wanted, form, at=now())
