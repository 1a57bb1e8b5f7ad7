"""Set-ups that were saved, which may be shared by link, and how much time a person has."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models

from questions.quizzes.rules import Settings

if TYPE_CHECKING:
    from uuid import UUID

    from questions.bank.models import Person


class SetupQuerySet(models.QuerySet["Setup"]):
    def of(self, owner: Person) -> SetupQuerySet:
        return self.filter(owner=owner.pk).order_by("-made", "pk")

    def behind(self, link: UUID) -> SetupQuerySet:
        """The set-up that a link leads to, as long as it is shared."""
        return self.filter(link=link).select_related("owner")


class Setup(models.Model):
    """The choices of a quiz under a name; who has its link may start their own quiz with them."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    key = models.UUIDField()
    name = models.CharField(max_length=80)
    settings = models.JSONField()
    link = models.UUIDField(null=True, unique=True)
    made = models.DateTimeField()
    attempts = models.PositiveIntegerField(default=0)
    alpha = models.FloatField(null=True)

    objects = SetupQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "key"], name="one_setup_per_owner_and_key")
        ]
        indexes = [models.Index(fields=["owner", "-made"], name="setups_newest_first")]

    def __str__(self) -> str:
        return self.name

    @property
    def chosen(self) -> Settings:
        return Settings.from_json(self.settings)


class Pace(models.Model):
    """How much time somebody has in every quiz: a factor, or null where no limit holds."""

    id = models.BigAutoField(primary_key=True)
    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    factor = models.FloatField(null=True)

    def __str__(self) -> str:
        return "no limit" if self.factor is None else f"{self.factor:g} times"


def pace_of(person: Person) -> float | None:
    """The person's factor: 1 for most, None for nobody's clock."""
    found = Pace.objects.filter(person=person.pk).first()
    return found.factor if found else 1.0
