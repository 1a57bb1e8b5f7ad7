"""What was heard from devices besides the cards' logs: each once, the latest word counting."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import models

from questions.accounts.models import User


class Heard(models.Model):
    """One event that goes into no log, so that it is heard once and means one thing."""

    id = models.BigAutoField(primary_key=True)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    key = models.UUIDField()
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "key"], name="one_hearing_per_person_and_key")
        ]

    def __str__(self) -> str:
        return f"{self.key} of {self.person_id}"


class Word(models.Model):
    """The latest word on something of which only one thing can be true: a setting, a note."""

    id = models.BigAutoField(primary_key=True)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    on = models.CharField(max_length=60)
    at = models.DateTimeField()
    key = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "on"], name="one_word_per_person_and_thing")
        ]

    def __str__(self) -> str:
        return f"{self.on} of {self.person_id}"


def is_latest(person: User, on: str, *, at: datetime, key: UUID) -> bool:
    """Note a device's word on something; whether it is the latest that any device has said."""
    word, new = Word.objects.get_or_create(person=person, on=on, defaults={"at": at, "key": key})
    if new:
        return True
    if (at, key) <= (word.at, word.key):
        return False
    word.at, word.key = at, key
    word.save(update_fields=["at", "key"])
    return True
