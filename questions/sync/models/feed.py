"""What each person's devices have been told, and in which order: the feed.

A cursor is a place in a person's feed. The feed is brought up to date when a device that has all
of it asks for more, under a lock on the person's row in `Feed`: everything that the person sees is
laid beside what the feed last said of it, and whatever differs is written at its end with the next
number. So nothing is found by its time or by a number that its writer was given, and a transaction
that commits late is not passed over: it has changed rows that the feed has not said yet, and the
next comparison finds them. Numbers are given out under the lock alone, and a page is read under it,
too: what is numbered below a cursor has been told to whoever holds it.
"""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models

from questions.accounts.models import User
from questions.sync.rules import What


class Feed(models.Model):
    """One person's feed; `begun` tells cursors of this feed from those of an earlier one."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, primary_key=True, on_delete=models.CASCADE, related_name="+"
    )
    begun = models.UUIDField(default=uuid.uuid4)
    last = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return f"Feed of {self.person_id} at {self.last}"


class EntryQuerySet(models.QuerySet["Entry"]):
    def of(self, person: User) -> EntryQuerySet:
        return self.filter(person=person.pk)

    def after(self, number: int) -> EntryQuerySet:
        """What the feed said after a place in it, in order."""
        return self.filter(number__gt=number).order_by("number")


class Entry(models.Model):
    """What the feed last said of one row: by which sign it is known, or that it is gone."""

    id = models.BigAutoField(primary_key=True)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    what = models.CharField(max_length=8, choices=[(what.value, what.value) for what in What])
    row = models.UUIDField()
    sign = models.CharField(max_length=32)
    gone = models.BooleanField(default=False)
    number = models.PositiveBigIntegerField()

    objects = EntryQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "what", "row"], name="one_entry_per_person_and_row"
            )
        ]
        indexes = [models.Index(fields=["person", "number"], name="entries_by_number")]

    def __str__(self) -> str:
        return f"{self.what} {self.row} at {self.number}"
