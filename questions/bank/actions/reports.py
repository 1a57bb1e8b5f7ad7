"""What learners say is wrong or unclear, and what became of it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from questions.accounts.models import User
from questions.bank.models import Question, Report
from questions.bank.rules.reasons import Reason
from questions.errors import KeyReused

from .editing import may_edit


@transaction.atomic
def report(
    question: Question, reason: Reason, text: str, *, by: User, key: UUID, at: datetime
) -> Report:
    """Tell whoever keeps a question that something is the matter; the same key is one report."""
    said = {"question": question, "reason": reason.value, "text": text.strip()}
    made, new = Report.objects.get_or_create(by=by, key=key, defaults={**said, "at": at})
    if not new and {name: getattr(made, name) for name in said} != said:
        raise KeyReused(f"The key {key} was used before for another report.")
    return made


@transaction.atomic
def settle_report(found: Report, reply: str, *, by: User, at: datetime) -> Report:
    """Say what became of a report; said again, the later words count."""
    found = Report.objects.select_for_update().select_related("question").get(pk=found.pk)
    may_edit(found.question, by)
    found.settled, found.settled_by, found.reply = at, by, reply.strip()
    found.save(update_fields=["settled", "settled_by", "reply"])
    return found
