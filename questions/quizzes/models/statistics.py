"""What first attempts have shown of each question, written down by a chore."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F

from questions.bank.models import Question, sealed_for

if TYPE_CHECKING:
    from questions.bank.models import Person


class StatisticQuerySet(models.QuerySet["Statistic"]):
    def seen_by(self, person: Person) -> StatisticQuerySet:
        """Those of questions that this person may edit and is not being asked in an exam."""
        mine = Question.objects.editable_by(person)
        return self.filter(question__in=mine).exclude(question__in=sealed_for(person))

    def worst_first(self) -> StatisticQuerySet:
        """What hurts most comes first: who knows more gets it wrong, then what tells nothing."""
        found = self.select_related("question")
        return found.order_by(
            F("discrimination").asc(nulls_last=True), "facility", "question__title", "pk"
        )

    def hurting(self) -> StatisticQuerySet:
        return self.exclude(hurts="", unpicked=[])


class Statistic(models.Model):
    """Facility, discrimination and efficiency of a question, in per cent, and idle options."""

    question = models.OneToOneField(
        Question, on_delete=models.CASCADE, primary_key=True, related_name="+"
    )
    attempts = models.PositiveIntegerField()
    facility = models.FloatField()
    discrimination = models.FloatField(null=True)
    efficiency = models.FloatField(null=True)
    hurts = models.CharField(max_length=80, blank=True)
    unpicked = models.JSONField(default=list)
    at = models.DateTimeField()

    objects = StatisticQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["discrimination"], name="statistics_worst_first")]

    def __str__(self) -> str:
        return f"{self.facility:.0f} % of {self.attempts}"
