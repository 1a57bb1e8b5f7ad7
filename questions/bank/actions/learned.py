"""Difficulty that was learned from how people's answers went."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from django.db import transaction

from questions.bank.models import Question
from questions.bank.rules.difficulty import Difficulty, Source


@transaction.atomic
def learn_difficulty(levels: Mapping[UUID, Difficulty]) -> int:
    """Give questions the level that answers have shown, but for what an editor decided.

    Returns how many changed; as many statements as there are levels.
    """
    changed = 0
    for level in Difficulty:
        wanted = [question for question, found in levels.items() if found is level]
        open_to = Question.objects.filter(pk__in=wanted).exclude(
            difficulty_source=Source.EDITOR.value
        )
        changed += open_to.exclude(
            difficulty=level.value, difficulty_source=Source.LEARNED.value
        ).update(difficulty=level.value, difficulty_source=Source.LEARNED.value)
    return changed
