"""How a learner wants to be asked, and what follows for the cards they have."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from questions.accounts.models import User
from questions.flashcards import rules
from questions.flashcards.models import Card, Settings, settings_of

AT_ONCE = 500
"""Cards whose logs are read and replayed together."""


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


def replay_all(learner: User, by: rules.Scheduler) -> None:
    """Bring every card that has a log to where that log leads under this scheduler."""
    studied = Card.objects.of(learner).filter(events__isnull=False).distinct()
    ids = list(studied.values_list("pk", flat=True))
    for start in range(0, len(ids), AT_ONCE):
        some = Card.objects.filter(pk__in=ids[start : start + AT_ONCE])
        for card in some.select_for_update().prefetch_related("events"):
            card.remember(rules.replay(card.pk, [known.entry for known in card.events.all()], by))
