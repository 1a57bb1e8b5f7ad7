"""Packages of Anki's that were read and wait for a word."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models

from questions.ingest.models import Preview
from questions.ingest.rules.waiting import Decision
from questions.jobs.models import Job

from .rules import Histories, left_behind

if TYPE_CHECKING:
    from questions.bank.models import Person


class BringingQuerySet(models.QuerySet["Bringing"]):
    def seen_by(self, person: Person) -> BringingQuerySet:
        """One's own; nobody owns nothing."""
        return self.filter(owner=person.pk) if person.pk else self.none()

    def waiting(self) -> BringingQuerySet:
        return self.filter(state=Decision.WAITING.value)

    def light(self) -> BringingQuerySet:
        """Without the log, which a list does not show."""
        return self.defer("histories").select_related("preview")


class Bringing(models.Model):
    """One package: the preview of its questions, and how its cards were studied.

    `histories` is emptied once it was decided about; `counts` says what was in it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    job = models.OneToOneField(Job, null=True, on_delete=models.SET_NULL, related_name="+")
    preview = models.OneToOneField(Preview, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=255)
    at = models.DateTimeField()
    histories = models.JSONField(default=dict)
    counts = models.JSONField(default=dict)
    left = models.JSONField(default=list)
    state = models.CharField(
        max_length=9,
        choices=[(d.value, d.value) for d in Decision],
        default=Decision.WAITING.value,
    )

    objects = BringingQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["owner", "-at"], name="bringings_of_one_owner")]

    def __str__(self) -> str:
        return self.name

    @property
    def waiting(self) -> bool:
        return self.state == Decision.WAITING.value

    def hold(self, found: Histories) -> None:
        """Keep what was read, and what can be said of it."""
        self.histories = found.told()
        self.left = left_behind(found)
        self.counts = counts(found)


def counts(found: Histories) -> dict[str, Any]:
    """What a preview says of a package's log."""
    suspended = sum(card.suspended for card in found.cards)
    return {"studied": found.studied, "reviews": found.reviews, "suspended": suspended}
