"""Who rehearses with whom: invitations, and the consent that came of them."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import F, Q

if TYPE_CHECKING:
    from questions.bank.models import Person


class PairingQuerySet(models.QuerySet["Pairing"]):
    def active(self) -> PairingQuerySet:
        return self.filter(ended__isnull=True)

    def led_by(self, mentor: Person) -> PairingQuerySet:
        """The candidates who accepted this mentor and have not thought better of it."""
        return self.active().filter(mentor=mentor.pk)

    def sharing(self) -> PairingQuerySet:
        """Those whose candidate lets the mentor draw on their weak points."""
        return self.filter(shares_weak=True)

    def of(self, candidate: Person) -> PairingQuerySet:
        """The mentors whom this candidate accepted."""
        return self.active().filter(candidate=candidate.pk)

    def seen_by(self, person: Person) -> PairingQuerySet:
        """Those of which somebody is one side."""
        return self.active().filter(Q(mentor=person.pk) | Q(candidate=person.pk))


class Pairing(models.Model):
    """A candidate accepted a mentor, until one of them ends it; and what the candidate shares."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    mentor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    candidate = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    shares_weak = models.BooleanField(default=False)
    accepted = models.DateTimeField()
    ended = models.DateTimeField(null=True)

    objects = PairingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["mentor", "candidate"], name="one_pairing_per_mentor_and_candidate"
            ),
            models.CheckConstraint(
                condition=~Q(mentor=F("candidate")), name="nobody_is_their_own_mentor"
            ),
        ]
        indexes = [models.Index(fields=["candidate", "ended"], name="pairings_of_a_candidate")]

    def __str__(self) -> str:
        return f"{self.mentor_id} with {self.candidate_id}"


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def of(self, mentor: Person) -> InvitationQuerySet:
        return self.filter(mentor=mentor.pk)

    def open(self) -> InvitationQuerySet:
        """Those that can still be accepted: neither revoked, nor used, nor for what is off."""
        return self.filter(
            Q(interview__isnull=True) | Q(interview__cancelled__isnull=True),
            revoked__isnull=True,
            redeemed__isnull=True,
            mentor__is_active=True,
        )


class Invitation(models.Model):
    """A mentor's link, which makes one person their candidate; perhaps to one interview.

    The link holds the token; only its mentor ever sees it again.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    token = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    mentor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    email = models.EmailField(blank=True)
    interview = models.ForeignKey(
        "Interview", null=True, on_delete=models.CASCADE, related_name="invitations"
    )
    made = models.DateTimeField()
    revoked = models.DateTimeField(null=True)
    redeemed = models.DateTimeField(null=True)
    redeemed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    key = models.UUIDField()

    objects = InvitationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["mentor", "key"], name="one_invitation_per_mentor_and_key"
            )
        ]

    def __str__(self) -> str:
        return f"an invitation of {self.mentor_id}"
