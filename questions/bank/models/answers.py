"""What belongs to a question: its answers, options, key points and the words it is found by."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q

from .documents import Document
from .questions import Question


class AnswerQuerySet(models.QuerySet["Answer"]):
    def standing_for(self, question: Question) -> AnswerQuerySet:
        """The answers of a question and of those folded into it."""
        return self.filter(Q(question=question) | Q(question__folded_into=question))


class Answer(models.Model):
    """One answer with its source: a document, first and last line."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="answers")
    document = models.ForeignKey(
        Document, null=True, on_delete=models.CASCADE, related_name="answers"
    )
    first_line = models.PositiveIntegerField(null=True)
    last_line = models.PositiveIntegerField(null=True)
    text = models.TextField()
    html = models.TextField()
    opening = models.CharField(max_length=400, blank=True)
    verified = models.BooleanField(default=False)
    chosen = models.BooleanField(default=False)
    created = models.DateTimeField()
    updated = models.DateTimeField()

    objects = AnswerQuerySet.as_manager()

    def __str__(self) -> str:
        return f"an answer to {self.question_id}"


class Choice(models.Model):
    """One option of a choice question."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="choices")
    position = models.PositiveSmallIntegerField()
    text = models.TextField()
    html = models.TextField()
    correct = models.BooleanField(default=False)
    why = models.TextField(blank=True)
    why_html = models.TextField(blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["question", "position"], name="one_choice_per_question_and_position"
            )
        ]

    def __str__(self) -> str:
        return self.text[:80]


class KeyPointQuerySet(models.QuerySet["KeyPoint"]):
    def current(self) -> KeyPointQuerySet:
        return self.filter(retired=False)


class KeyPoint(models.Model):
    """One row of a question's checklist; its revision counts how often its words changed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="points")
    position = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=300)
    core = models.BooleanField(default=False)
    revision = models.PositiveIntegerField(default=1)
    retired = models.BooleanField(default=False)

    objects = KeyPointQuerySet.as_manager()

    class Meta:
        ordering = ["position"]

    def __str__(self) -> str:
        return self.text


class SearchEntry(models.Model):
    """The words under which a question is found; the full-text index lies over these rows."""

    id = models.BigAutoField(primary_key=True)
    question = models.OneToOneField(Question, on_delete=models.CASCADE, related_name="entry")
    title = models.TextField()
    body = models.TextField()

    def __str__(self) -> str:
        return self.title
