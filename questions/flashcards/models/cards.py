"""Cards: what a learner wants to remember, and what the replay of the log came to."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import fields
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, When

from questions.bank.models import KeyPoint, Question, sealed_for
from questions.flashcards import rules
from questions.flashcards.rules import (
    LEECH,
    LONGEST_NOTE,
    Flag,
    Memory,
    Phase,
    Strength,
    Which,
    leech,
    nags,
)
from questions.web.prepared import Saved

if TYPE_CHECKING:
    from questions.bank.models import Person


class CardQuerySet(models.QuerySet["Card"]):
    def of(self, learner: Person) -> CardQuerySet:
        return self.filter(learner=learner.pk)

    def seen_by(self, person: Person) -> CardQuerySet:
        """One's own cards, as long as one may see their questions."""
        seen = Question.objects.seen_by(person).filter(pk=OuterRef("question"))
        return self.of(person).filter(Exists(seen))

    def open_to(self, learner: Person) -> CardQuerySet:
        """Without those that ask what the learner is being asked in an exam."""
        return self.exclude(question__in=sealed_for(learner))

    def closed_to(self, learner: Person) -> CardQuerySet:
        """Those that wait until the learner hands an exam in."""
        return self.filter(question__in=sealed_for(learner), suspended=False)

    def shown(self) -> CardQuerySet:
        """With all that a screen needs of the question and its answer."""
        return self.select_related("question__preferred__document", "face")

    def awake(self, today: date) -> CardQuerySet:
        """Neither suspended nor put away until a later day."""
        return self.filter(
            Q(buried_until__isnull=True) | Q(buried_until__lte=today), suspended=False
        )

    def steps(self, at: datetime, today: date) -> CardQuerySet:
        """Cards in the middle of their steps whose time has come; the longest due first."""
        return self.awake(today).filter(due_at__lte=at).order_by("due_at")

    def daily(self, today: date) -> CardQuerySet:
        """Cards that wait for a day which has come; the longest due first."""
        return (
            self.awake(today)
            .filter(due_at__isnull=True, ask_day__lte=today)
            .order_by("ask_day", "id")
        )

    def new(self, today: date) -> CardQuerySet:
        """Cards never graded, in the order in which they are to be learned."""
        return self.awake(today).filter(ask_day__isnull=True).order_by("added", "place")

    def due(self, at: datetime, today: date) -> CardQuerySet:
        """All that is due: steps and days alike, new cards not among them."""
        whole_days = Q(due_at__isnull=True, ask_day__lte=today)
        return self.awake(today).filter(Q(due_at__lte=at) | whole_days)

    def matching(self, topic: str, which: Which | None, at: datetime, today: date) -> CardQuerySet:
        """What a list shows when it is filtered; an empty filter leaves all."""
        found = self.about(topic) if topic else self
        return found.which(which, at, today) if which else found

    def which(self, which: Which, at: datetime, today: date) -> CardQuerySet:
        """One of the sets that lists are filtered by."""
        match which:
            case Which.DUE:
                return self.due(at, today)
            case Which.NEW:
                return self.filter(phase=Phase.NEW.value, suspended=False)
            case Which.LEARNING:
                return self.filter(
                    phase__in=[Phase.LEARNING.value, Phase.RELEARNING.value], suspended=False
                )
            case Which.KNOWN:
                return self.filter(phase=Phase.REVIEW.value, suspended=False)
            case Which.SUSPENDED:
                return self.filter(suspended=True)
            case Which.FORGOTTEN:
                return self.filter(lapses__gte=LEECH)
            case Which.FLAGGED:
                return self.exclude(flag="", note="")
            case Which.CHANGED:
                return self.with_news()

    def with_news(self) -> CardQuerySet:
        """Known cards whose answer changed since the learner last confirmed that they know it."""
        from .confirmed import with_news

        return with_news(self)

    def about(self, slug: str) -> CardQuerySet:
        return self.filter(question__in=Question.objects.about([slug]))

    def among(self, ids: Iterable[uuid.UUID]) -> CardQuerySet:
        """Those of a plan, with their questions, in the order of learning."""
        found = self.filter(pk__in=list(ids)).select_related("question")
        return found.order_by("added", "place", "pk")

    def added_under(self, key: uuid.UUID) -> CardQuerySet:
        """The cards that one addition made."""
        return self.filter(added_under=key)

    def untouched(self) -> CardQuerySet:
        """Cards to which nothing has happened since they were added."""
        return self.filter(events__isnull=True)


class Card(models.Model):
    """One learner's card of a question, or of one key point (`face`) of it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    learner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    question = models.ForeignKey(Question, on_delete=models.RESTRICT, related_name="+")
    face = models.ForeignKey(KeyPoint, null=True, on_delete=models.RESTRICT, related_name="+")
    added = models.DateTimeField()
    added_under = models.UUIDField()
    place = models.PositiveIntegerField(default=0)
    phase = models.CharField(
        max_length=10, choices=[(p.value, p.value) for p in Phase], default=Phase.NEW.value
    )
    step = models.PositiveSmallIntegerField(default=0)
    stability = models.FloatField(null=True)
    difficulty = models.FloatField(null=True)
    reviewed = models.DateTimeField(null=True)
    reviewed_day = models.DateField(null=True)
    introduced = models.DateField(null=True)
    reps = models.PositiveIntegerField(default=0)
    lapses = models.PositiveIntegerField(default=0)
    due_at = models.DateTimeField(null=True)
    due_day = models.DateField(null=True)
    suspended = models.BooleanField(default=False)
    buried_until = models.DateField(null=True)
    pulled = models.CharField(max_length=rules.LONGEST_REASON, blank=True, default="")
    flag = models.CharField(
        max_length=8, blank=True, default="", choices=[(f.value, f.words) for f in Flag]
    )
    note = models.TextField(max_length=LONGEST_NOTE, blank=True, default="")
    moved_from = models.DateField(null=True)
    moved_to = models.DateField(null=True)
    # What the evened-out layer says counts as long as it was said of the day that the card has.
    ask_day = models.GeneratedField(
        expression=Case(When(moved_from=F("due_day"), then=F("moved_to")), default=F("due_day")),
        output_field=models.DateField(null=True),
        db_persist=True,
    )
    last_at = models.DateTimeField(null=True)
    last_key = models.UUIDField(null=True)

    objects = CardQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["learner", "question"],
                condition=Q(face__isnull=True),
                name="one_card_per_learner_and_question",
            ),
            models.UniqueConstraint(
                fields=["learner", "question", "face"],
                name="one_card_per_learner_question_and_face",
            ),
        ]
        # One index for each of the sets that hold the next card, holding nothing else, so that
        # the next card costs the same whatever the size of the pile.
        indexes = [
            models.Index(
                fields=["learner", "due_at"],
                condition=Q(due_at__isnull=False, suspended=False),
                name="cards_due_within_the_day",
            ),
            models.Index(
                fields=["learner", "ask_day", "id"],
                condition=Q(due_at__isnull=True, ask_day__isnull=False, suspended=False),
                name="cards_due_by_day",
            ),
            models.Index(
                fields=["learner", "added", "place"],
                condition=Q(ask_day__isnull=True, suspended=False),
                name="cards_to_be_learned",
            ),
            models.Index(
                fields=["learner", "reviewed_day", "introduced"], name="cards_answered_by_day"
            ),
            models.Index(fields=["learner", "added_under"], name="cards_of_one_addition"),
        ]

    def __str__(self) -> str:
        return f"{self.phase} card of {self.question_id}"

    @property
    def memory(self) -> Memory:
        """What the card's columns say of its memory."""
        strength = None
        if self.stability is not None and self.difficulty is not None:
            strength = Strength(self.stability, self.difficulty)
        same = {name: getattr(self, name) for name in SAME}
        return Memory(phase=Phase(self.phase), strength=strength, **same)

    @property
    def leech(self) -> bool:
        """Whether it was forgotten so often that it should be changed rather than asked."""
        return leech(self.lapses)

    @property
    def nags(self) -> bool:
        """Whether it is time to suggest a change of the card."""
        return nags(self.lapses)

    def remember(self, memory: Memory) -> None:
        """Take over what a replay came to, and keep it."""
        self.take_over(memory)
        REMEMBERED.update(self)

    def take_over(self, memory: Memory) -> None:
        """Take over what a replay came to; whoever does so writes many rows at once."""
        self.phase = memory.phase.value
        strength = memory.strength
        self.stability = None if strength is None else strength.stability
        self.difficulty = None if strength is None else strength.difficulty
        for name in SAME:
            setattr(self, name, getattr(memory, name))


SAME = [field.name for field in fields(Memory) if field.name not in {"phase", "strength"}]
"""The fields that bear one name and one meaning in the row and in the replay."""

REMEMBERED = Saved(Card, ["phase", "stability", "difficulty", *SAME])
"""The columns that a replay writes."""

MOVED = Saved(Card, ["moved_from", "moved_to"])
"""The columns that the evened-out layer writes."""
