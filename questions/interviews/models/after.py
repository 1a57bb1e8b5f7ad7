"""What comes of an interview: the report, what the candidate says to it, and letters."""

from __future__ import annotations

import uuid
from enum import Enum

from django.conf import settings
from django.db import models
from django.db.models import Q

from .interviews import Interview
from .people import Invitation


class Report(models.Model):
    """The mentor's words, the candidate's own view, and since when the candidate may read it."""

    interview = models.OneToOneField(
        Interview, on_delete=models.CASCADE, primary_key=True, related_name="report"
    )
    words = models.TextField(blank=True)
    practise = models.TextField(blank=True)
    released = models.DateTimeField(null=True)
    own_view = models.TextField(blank=True)
    own_scores = models.JSONField(default=dict)
    viewed = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"report of {self.interview_id}"


class Feedback(models.Model):
    """The candidate's thanks, with one to five stars."""

    interview = models.OneToOneField(
        Interview, on_delete=models.CASCADE, primary_key=True, related_name="feedback"
    )
    stars = models.PositiveSmallIntegerField()
    words = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(stars__gte=1, stars__lte=5), name="one_to_five_stars"
            )
        ]

    def __str__(self) -> str:
        return f"{self.stars} of 5"


class LetterKind(Enum):
    """What a letter tells."""

    INVITED = "invited"
    PLANNED = "planned"
    CANCELLED = "cancelled"
    REPORT = "report"


class LetterQuerySet(models.QuerySet["Letter"]):
    def waiting(self) -> LetterQuerySet:
        """Not sent, and not tried too often."""
        return self.filter(sent__isnull=True, tries__lt=5).order_by("made", "pk")


class Letter(models.Model):
    """A letter that is to be sent; written in the act's own transaction, sent by the worker."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=9, choices=[(k.value, k.value) for k in LetterKind])
    interview = models.ForeignKey(
        Interview, null=True, on_delete=models.CASCADE, related_name="letters"
    )
    invitation = models.ForeignKey(
        Invitation, null=True, on_delete=models.CASCADE, related_name="+"
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="+"
    )
    site = models.CharField(max_length=200)
    made = models.DateTimeField()
    sent = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)

    objects = LetterQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["sent", "made"], name="letters_waiting")]

    def __str__(self) -> str:
        return self.kind
