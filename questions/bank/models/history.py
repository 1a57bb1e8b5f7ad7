"""What questions said before, what editors hold against documents, and what learners report."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q

from questions.bank.rules.past import Past, Way, past_loaded
from questions.bank.rules.reasons import Reason

from .questions import Question

if TYPE_CHECKING:
    from .documents import Person


class RevisionQuerySet(models.QuerySet["Revision"]):
    def about(self, question: Question) -> RevisionQuerySet:
        """All changes of a question, the latest first."""
        return self.filter(question=question).select_related("by").order_by("-at", "-number")


class Revision(models.Model):
    """One change of a question, and what it said before; the first saying is no change.

    `change` is shared by all that one act changed, such as one reading of a document.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField()
    change = models.UUIDField(db_index=True)
    way = models.CharField(max_length=8, choices=[(w.value, w.value) for w in Way])
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField()
    before = models.JSONField()

    objects = RevisionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["question", "number"], name="one_revision_per_question_and_number"
            )
        ]

    def __str__(self) -> str:
        return f"{self.way} {self.question_id} at {self.at}"

    @property
    def past(self) -> Past:
        """What the question said before this change."""
        return past_loaded(self.before)


class Edit(models.Model):
    """What an editor holds against a question's document; fields are kept as JSON has them.

    `said` is what the document said of them when the editor last looked, `now` what it says now;
    `offered` where these differ.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    question = models.OneToOneField(Question, on_delete=models.CASCADE, related_name="edit")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField()
    fields = models.JSONField(default=dict)
    said = models.JSONField(default=dict)
    now = models.JSONField(default=dict)
    offered = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"an edit of {self.question_id}"


class ReportQuerySet(models.QuerySet["Report"]):
    def made_by(self, person: Person) -> ReportQuerySet:
        return self.filter(by=person.pk) if person.pk else self.none()

    def to_settle_by(self, person: Person) -> ReportQuerySet:
        """Those of questions that this person may edit."""
        return self.filter(question__in=Question.objects.editable_by(person))

    def seen_by(self, person: Person) -> ReportQuerySet:
        """One's own, and those that one may settle."""
        if person.pk is None:
            return self.none()
        mine = Question.objects.editable_by(person)
        return self.filter(Q(by=person.pk) | Q(question__in=mine))

    def open(self) -> ReportQuerySet:
        return self.filter(settled__isnull=True)

    def open_first(self) -> ReportQuerySet:
        found = self.select_related("question", "by", "settled_by")
        return found.order_by(models.F("settled").asc(nulls_first=True), "-at", "pk")


class Report(models.Model):
    """A learner says that a question is wrong or unclear; its owner or an editor settles it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="reports")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    key = models.UUIDField()
    reason = models.CharField(max_length=8, choices=[(r.value, r.value) for r in Reason])
    text = models.TextField(blank=True)
    at = models.DateTimeField()
    settled = models.DateTimeField(null=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    reply = models.TextField(blank=True)

    objects = ReportQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["by", "key"], name="one_report_per_person_and_key")
        ]

    def __str__(self) -> str:
        return f"{self.reason}: {self.question_id}"
