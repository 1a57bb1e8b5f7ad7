"""What waits to be settled: questions that are likely one, and sources that disagree."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from questions.accounts.models import User
from questions.bank.rules.conflicts import Differs
from questions.bank.rules.decisions import VERDICTS, Decision, Right, Why
from questions.bank.rules.states import State, Visibility

from .answers import Answer
from .documents import Sharing
from .questions import Question
from .seals import sealed_for

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .documents import Person


def _of_house_or(person: Person, path: str) -> Q:
    """Whose documents a person decides about: one's own, an editor the house's too."""
    if not isinstance(person, User):
        return Q(pk__in=[])
    mine = Q(**{f"{path}__owner": person.pk})
    return mine | Q(**{f"{path}__owner__isnull": True}) if person.is_editor else mine


def _seen(person: Person, path: str) -> Q:
    """What lies on a side of the wall where this person may look."""
    seen = Q(**{f"{path}__visibility": Visibility.PUBLIC.value})
    if person.pk is None:
        return seen
    shared = Sharing.objects.filter(person=person.pk).values("document")
    mine = {f"{path}__visibility": Visibility.SHARED.value, f"{path}__document__in": shared}
    return seen | Q(**{f"{path}__owner": person.pk}) | Q(**mine)


class SuggestionQuerySet(models.QuerySet["Suggestion"]):
    def to_settle_by(self, person: Person) -> SuggestionQuerySet:
        """Those about a person's own documents; an editor's are the house's too.

        What they are being asked in an exam waits until that is handed in.
        """
        closed = sealed_for(person)
        found = self.filter(_of_house_or(person, "one"))
        return found.exclude(one__in=closed).exclude(other__in=closed)

    def waiting(self) -> SuggestionQuerySet:
        """Nobody has decided, and both questions are still there to be one."""
        standing = Q(one__folded_into__isnull=True, other__folded_into__isnull=True)
        standing &= Q(other__state=State.PUBLISHED.value)
        here = Q(one__state=State.PUBLISHED.value) | Q(why=Why.REWORDED.value)
        return self.filter(standing & here, decision=Decision.OPEN.value)

    def accepted(self) -> SuggestionQuerySet:
        return self.filter(decision=Decision.ACCEPTED.value)

    def dismissed(self) -> SuggestionQuerySet:
        return self.filter(decision=Decision.DISMISSED.value)

    def decided(self) -> SuggestionQuerySet:
        """What somebody decided, the latest first."""
        found = self.exclude(decision=Decision.OPEN.value).with_sides()
        return found.order_by(F("at").desc(nulls_last=True), "pk")

    def touching(self, questions: Iterable[uuid.UUID]) -> SuggestionQuerySet:
        """Those that name any of these questions on either side."""
        some = list(questions)
        return self.filter(Q(one__in=some) | Q(other__in=some))

    def with_sides(self) -> SuggestionQuerySet:
        return self.select_related(
            *("one__document", "other__document", "one__preferred", "other__preferred", "by")
        )

    def likeliest_first(self) -> SuggestionQuerySet:
        return self.with_sides().order_by("-likeness", "created", "pk")


class Suggestion(models.Model):
    """Two questions of one owner that may be one, with the evidence, and what was decided.

    `one` is the elder. A decision holds for ever unless it is taken back.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    one = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="+")
    why = models.CharField(max_length=8, choices=[(w.value, w.value) for w in Why])
    likeness = models.FloatField(default=0)
    prompts_alike = models.FloatField(default=0)
    answers_alike = models.FloatField(default=0)
    shared = models.JSONField(default=list)
    decision = models.CharField(
        max_length=9, choices=[(d.value, d.value) for d in Decision], default=Decision.OPEN.value
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField(null=True)
    created = models.DateTimeField()

    objects = SuggestionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["one", "other"], name="one_suggestion_per_pair")
        ]
        indexes = [models.Index(fields=["decision", "-likeness"], name="suggestions_to_settle")]

    def __str__(self) -> str:
        return f"{self.one_id} and {self.other_id}: {self.decision}"


class DisagreementQuerySet(models.QuerySet["Disagreement"]):
    def seen_by(self, person: Person) -> DisagreementQuerySet:
        return self.filter(_seen(person, "one__question"))

    def to_settle_by(self, person: Person) -> DisagreementQuerySet:
        """Those about a person's own documents; an editor's are the house's too.

        What they are being asked in an exam waits until that is handed in.
        """
        closed = sealed_for(person)
        found = self.filter(_of_house_or(person, "one__question"))
        return found.exclude(one__question__in=closed).exclude(other__question__in=closed)

    def standing(self) -> DisagreementQuerySet:
        """Both sentences are in questions that are studied, and in their answers still."""
        published = State.PUBLISHED.value
        return self.filter(
            gone=False, one__question__state=published, other__question__state=published
        )

    def open(self) -> DisagreementQuerySet:
        return self.filter(right="")

    def settled(self) -> DisagreementQuerySet:
        return self.exclude(right="")

    def about(self, question: Question | uuid.UUID) -> DisagreementQuerySet:
        """Those that an answer of the question has a part in, or of one folded into it."""
        pk = question.pk if isinstance(question, Question) else question
        mine = Answer.objects.filter(Q(question=pk) | Q(question__folded_into=pk)).values("pk")
        return self.filter(Q(one__in=mine) | Q(other__in=mine))

    def with_sources(self) -> DisagreementQuerySet:
        return self.select_related(
            *("one__question", "other__question", "one__document", "other__document", "by")
        )

    def surest_first(self) -> DisagreementQuerySet:
        return self.with_sources().order_by("-likeness", "created", "pk")

    def latest_first(self) -> DisagreementQuerySet:
        return self.with_sources().order_by(F("at").desc(nulls_last=True), "pk")


class Disagreement(models.Model):
    """Two sentences of two answers that cannot both be right, and which of them was found right.

    `gone` where an answer no longer says its sentence.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    one = models.ForeignKey(Answer, on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey(Answer, on_delete=models.CASCADE, related_name="+")
    one_says = models.TextField()
    other_says = models.TextField()
    differs = models.CharField(max_length=9, choices=[(d.value, d.value) for d in Differs])
    about = models.CharField(max_length=80)
    likeness = models.FloatField(default=0)
    gone = models.BooleanField(default=False)
    right = models.CharField(
        max_length=7, choices=[(r.value, r.value) for r in Right], blank=True, default=""
    )
    reason = models.TextField(blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField(null=True)
    created = models.DateTimeField()

    objects = DisagreementQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["one", "other", "differs", "about"],
                name="one_disagreement_per_answers_and_matter",
            )
        ]
        indexes = [models.Index(fields=["right", "-likeness"], name="disagreements_to_settle")]

    def __str__(self) -> str:
        return f"{self.one_says} / {self.other_says}"

    @property
    def one_is_wrong(self) -> bool:
        return self.right in (Right.OTHER, Right.NEITHER)

    @property
    def other_is_wrong(self) -> bool:
        return self.right in (Right.ONE, Right.NEITHER)

    @property
    def verdict(self) -> str:
        """What was decided, in words."""
        return VERDICTS[Right(self.right)] if self.right else "Not settled"


def struck_in(answers: Iterable[uuid.UUID]) -> dict[uuid.UUID, list[tuple[str, str]]]:
    """The sentences of these answers that were found wrong, each with the reason, by answer."""
    some = list(answers)
    rows = Disagreement.objects.settled().filter(Q(one__in=some) | Q(other__in=some), gone=False)
    found: dict[uuid.UUID, list[tuple[str, str]]] = {}
    for row in rows.order_by("created", "pk"):
        if row.one_is_wrong:
            found.setdefault(row.one_id, []).append((row.one_says, row.reason))
        if row.other_is_wrong:
            found.setdefault(row.other_id, []).append((row.other_says, row.reason))
    return {pk: list(dict.fromkeys(said)) for pk, said in found.items() if pk in set(some)}
