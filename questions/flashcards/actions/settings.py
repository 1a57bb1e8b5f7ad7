"""How a learner wants to be asked, and what follows for the cards they have."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from questions.accounts.models import User
from questions.flashcards import rules
from questions.flashcards.models import Settings, settings_of

from .replaying import replay_all


@transaction.atomic
def change_settings(learner: User, **changed: Any) -> Settings:
    """Change limits, desired retention or longest interval; what is not named stays as it is.

    Raises OutOfRange for what cannot be wished. Where cards would be due on other days, all
    logs are replayed under the new settings: what is remembered stays, what is due moves.
    """
    User.objects.select_for_update(no_key=True).get(pk=learner.pk)
    row = settings_of(learner)
    before = row.preferences.scheduler
    for name, value in changed.items():
        setattr(row, name, value)
    wished = row.preferences
    rules.check_preferences(wished)
    row.save()
    if wished.scheduler != before:
        replay_all(learner, wished.scheduler)
    return row
