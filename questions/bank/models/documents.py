"""What was read, whom it is for, and what questions are about."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Q

from questions.bank.rules.states import Visibility

if TYPE_CHECKING:
    from questions.accounts.models import User

    Person = User | AnonymousUser


def visible_to(person: Person, document: str = "document") -> Q:
    """What a person may see: the public rows, their own, and those shared with them.

    `document` is the way from a row to its document. Nobody owns nothing.
    """
    seen = Q(visibility=Visibility.PUBLIC.value)
    if person.pk is None:
        return seen
    shared = Sharing.objects.filter(person=person.pk).values("document")
    mine = Q(visibility=Visibility.SHARED.value, **{f"{document}__in": shared})
    return seen | Q(owner=person.pk) | mine


class DocumentQuerySet(models.QuerySet["Document"]):
    def seen_by(self, person: Person) -> DocumentQuerySet:
        return self.filter(visible_to(person, "pk"))

    def of(self, owner: User | None) -> DocumentQuerySet:
        """What one person brought; what the house brought for None."""
        return self.filter(owner=owner)


class Document(models.Model):
    """A file that was read. Owner null is the house."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=255)
    title = models.CharField(max_length=300, blank=True)
    format = models.CharField(max_length=16)
    sha256 = models.CharField(max_length=64)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="+"
    )
    visibility = models.CharField(
        max_length=8,
        choices=[(v.value, v.value) for v in Visibility],
        default=Visibility.PRIVATE.value,
    )
    created = models.DateTimeField()
    updated = models.DateTimeField()

    objects = DocumentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "name"],
                condition=Q(owner__isnull=False),
                name="one_document_per_owner_and_name",
            ),
            models.UniqueConstraint(
                fields=["name"],
                condition=Q(owner__isnull=True),
                name="one_house_document_per_name",
            ),
        ]
        indexes = [models.Index(fields=["owner", "sha256"], name="documents_by_content")]

    def __str__(self) -> str:
        return self.title or self.name


class Sharing(models.Model):
    """One person with whom a document is shared; the row goes when that is taken back."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="shares")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "document"], name="one_share_per_person_and_document"
            )
        ]

    def __str__(self) -> str:
        return f"{self.document_id} for {self.person_id}"


class TopicQuerySet(models.QuerySet["Topic"]):
    def seen_by(self, person: Person) -> TopicQuerySet:
        """The house's topics and one's own: another's may tell what they prepare for."""
        return self.filter(Q(owner__isnull=True) | Q(owner=person.pk, owner__isnull=False))


class Topic(models.Model):
    """What a question is about. Owner null is the house; others come from one's own documents."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    slug = models.SlugField(max_length=80)
    name = models.CharField(max_length=80)
    parent = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="parts")
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="+"
    )
    position = models.PositiveIntegerField(default=0)

    objects = TopicQuerySet.as_manager()

    class Meta:
        ordering = ["position", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "slug"],
                condition=Q(owner__isnull=False),
                name="one_topic_per_owner_and_slug",
            ),
            models.UniqueConstraint(
                fields=["slug"], condition=Q(owner__isnull=True), name="one_house_topic_per_slug"
            ),
        ]

    def __str__(self) -> str:
        return self.name
