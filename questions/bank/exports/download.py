"""An export as an answer over HTTP, at both doors."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.http import HttpResponse

from questions.bank.rules.wanted import Wanted

from . import KINDS, Format, written
from .gather import selection

if TYPE_CHECKING:
    from questions.bank.models import Person


def answer(person: Person, wanted: Wanted, form: Format, *, at: datetime) -> HttpResponse:
    """The file to keep, never to show. Raises NothingToExport for an empty selection."""
    kind = KINDS[form]
    return HttpResponse(
        written(selection(person, wanted), form),
        content_type=kind.media_type,
        headers={
            "Content-Disposition": f'attachment; filename="questions-{at:%Y-%m-%d}.{kind.suffix}"',
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "private, no-store",
        },
    )
