"""Which questions a person may be asked, and on which topics."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q, QuerySet

from questions.bank import models as bank
from questions.bank.models import Choice, Group, KeyPoint, Question, sealed_for
from questions.bank.rules.states import Kind
from questions.quizzes.rules import ItemKind, Mode, Settings

from .items import Item

if TYPE_CHECKING:
    from uuid import UUID

    from questions.bank.models import Person


def askable(person: Person, chosen: Settings) -> QuerySet[Question]:
    """The standing questions that this person may see and that fit the settings.

    A choice question needs a right option, an open one key points to be marked against. What they
    are being asked in an exam is asked nowhere else until they hand that in.
    """
    found = Question.objects.seen_by(person).standing().exclude(pk__in=sealed_for(person))
    options = Choice.objects.filter(question=OuterRef("pk"), correct=True)
    points = KeyPoint.objects.current().filter(question=OuterRef("pk"))
    native = Q(kind=Kind.CHOICE.value) & Exists(options)
    opened = Q(kind=Kind.OPEN.value, preferred__isnull=False) & Exists(points)
    found = found.filter(native | opened if chosen.allows(ItemKind.CHOICE) else opened)
    if chosen.mode is Mode.MISTAKES and not chosen.questions:
        found = found.filter(pk__in=mistaken(person))
    if chosen.questions:
        found = found.filter(pk__in=chosen.questions)
    if chosen.topics:
        found = found.about(chosen.topics)
    return found.of_difficulty(chosen.difficulty) if chosen.difficulty else found


def mistaken(person: Person) -> QuerySet[Item, UUID]:
    """The questions of which this person's newest answer in a quiz was a miss."""
    return Item.objects.of(person).newest().missed().values_list("question", flat=True)


def topic_groups(person: Person, chosen: Settings) -> list[Group]:
    """The topics with questions that fit the other settings, below their parents. One statement."""
    fitting = askable(person, replace(chosen, topics=()))
    return bank.topic_groups(person, fitting, chosen.topics)


def chosen_topics(person: Person, chosen: Settings) -> list[Group]:
    """The topics that were chosen, as far as this person sees any fitting question of theirs."""
    groups = topic_groups(person, chosen) if chosen.topics else []
    every = [topic for group in groups for topic in (group, *group.parts)]
    return [topic for topic in every if topic.chosen]
