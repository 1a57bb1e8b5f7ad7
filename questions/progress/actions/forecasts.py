"""Forecasts are written down before the day, and settled after it."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from questions.accounts.models import User
from questions.flashcards.models import Card, preferences
from questions.flashcards.rules import recall
from questions.progress.models import Forecast, answers_to, ready

MOST = 500
"""Cards that one day's forecast names: more than anyone answers in a day."""

AT_ONCE = 200
"""Forecasts that are settled in one go."""


def forecast(learner: User, *, at: datetime) -> Forecast:
    """Write down what is to be expected of the learner's day; once a day, the first one stands."""
    day = learner.day_of(at)
    given = {"made": at, "chances": _chances(learner, at), "ready": _ready(learner, at)}
    found, _ = Forecast.objects.get_or_create(learner=learner, day=day, defaults=given)
    return found


def _chances(learner: User, at: datetime) -> dict[str, int]:
    """The chance of each card that may be asked, in thousandths; what is due first comes first."""
    weights, day = preferences(learner).scheduler.weights, learner.day_of(at)
    cards = Card.objects.of(learner).filter(suspended=False, stability__isnull=False)
    chances = {}
    for card in cards.order_by("ask_day", "id")[:MOST]:
        strength, seen = card.memory.strength, card.reviewed_day
        if strength is not None and seen is not None:
            chance = recall(strength, max(0, (day - seen).days), weights=weights)
            chances[card.pk.hex] = round(1000 * chance)
    return chances


def _ready(learner: User, at: datetime) -> dict[str, list[float]]:
    return {
        each.target.pk.hex: [
            round(each.whole.recall, 4),
            round(each.whole.low, 4),
            round(each.whole.high, 4),
        ]
        for each in ready(learner, at, raises=False)
        if each.whole.cards
    }


@transaction.atomic
def settle(*, at: datetime) -> int:
    """Note what became of forecasts that are old enough, and forget the rest of them."""
    waiting = list(Forecast.objects.to_settle(at.date()).select_for_update()[:AT_ONCE])
    answers = answers_to(waiting)
    for each in waiting:
        promises = each.promises(answers.get((each.learner_id, each.day), []))
        each.kept = [[round(1000 * chance), int(known)] for chance, known in promises]
        each.chances, each.settled = {}, True
        each.save(update_fields=["kept", "chances", "settled"])
    return len(waiting)
