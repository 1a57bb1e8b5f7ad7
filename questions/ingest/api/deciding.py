"""Undoing a reading, and who else sees a document, for a phone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.utils.timezone import now
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.generics import get_object_or_404
from rest_framework.request import Request
from rest_framework.response import Response

from questions.accounts.models import User
from questions.accounts.receipts import answer_once
from questions.bank import actions as bank
from questions.bank.models import Document, Sharing
from questions.bank.rules.states import Visibility
from questions.ingest import actions
from questions.ingest.models import Reading
from questions.web.api import KeyedInput


class PersonInput(KeyedInput):
    email = serializers.EmailField(
        max_length=254, help_text="The address of somebody who has an account."
    )


class SeenSerializer(serializers.Serializer[Any]):
    """Who sees a document."""

    id = serializers.UUIDField(help_text="The document.")
    visibility = serializers.ChoiceField(
        choices=[v.value for v in Visibility], help_text="Whom it is for."
    )
    shared_with = serializers.ListField(
        child=serializers.EmailField(), help_text="With whom you share it."
    )


class RemovedSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField(read_only=True, help_text="The document.")
    kept = serializers.IntegerField(
        read_only=True, help_text="Its questions that stay, because somebody studies them."
    )


class UndoneSerializer(serializers.Serializer[Any]):
    """What is left of a document after its latest reading was undone."""

    id = serializers.UUIDField(help_text="The document.")
    gone = serializers.BooleanField(help_text="Whether that was its first reading.")


def seen(document: Document, person: User) -> dict[str, Any]:
    """Who sees a document, as far as its owner may know."""
    document.refresh_from_db()
    shares = Sharing.objects.filter(document=document, document__owner=person)
    emails = shares.order_by("person__email").values_list("person__email", flat=True)
    return {
        "id": str(document.pk),
        "visibility": document.visibility,
        "shared_with": list(emails),
    }


class DecidingMixin:
    """What the documents' viewset lets those who keep them do."""

    @extend_schema(request=KeyedInput, responses=UndoneSerializer)
    @action(methods=["post"], detail=True)
    def undo(self, request: Request, id: UUID) -> Response:
        """Take back the latest reading, whole; again, and the one before it goes."""

        def act(person: User, _: dict[str, Any]) -> Any:
            reading = get_object_or_404(Reading.objects.library_of(person), document=id)
            left = actions.undo(reading, by=person, at=now())
            return {"id": str(id), "gone": left is None}

        return self.once(request, KeyedInput, act)

    @extend_schema(request=KeyedInput, responses=RemovedSerializer)
    @action(methods=["post"], detail=True)
    def remove(self, request: Request, id: UUID) -> Response:
        """Take a document out of the library; questions that somebody studies stay with them."""

        def act(person: User, _: dict[str, Any]) -> Any:
            reading = get_object_or_404(Reading.objects.library_of(person), document=id)
            kept = actions.remove(reading.document, by=person, at=now())
            return {"id": str(id), "kept": kept}

        return self.once(request, KeyedInput, act)

    @extend_schema(request=PersonInput, responses=SeenSerializer)
    @action(methods=["post"], detail=True)
    def share(self, request: Request, id: UUID) -> Response:
        """Let one more person study a document of yours; for mentors."""

        def act(person: User, given: dict[str, Any]) -> Any:
            document = self.shelved(person, id)
            bank.share(document, given["email"], by=person, at=now())
            return seen(document, person)

        return self.once(request, PersonInput, act)

    @extend_schema(request=PersonInput, responses=SeenSerializer)
    @action(methods=["post"], detail=True)
    def unshare(self, request: Request, id: UUID) -> Response:
        """Take a document of yours back from a person."""

        def act(person: User, given: dict[str, Any]) -> Any:
            document = self.shelved(person, id)
            other = bank.shared_person(document, given["email"])
            bank.unshare(document, other, by=person, at=now())
            return seen(document, person)

        return self.once(request, PersonInput, act)

    @extend_schema(request=KeyedInput, responses=SeenSerializer)
    @action(methods=["post"], detail=True)
    def publish(self, request: Request, id: UUID) -> Response:
        """Let everybody study a document that you see; for editors."""

        def act(person: User, _: dict[str, Any]) -> Any:
            document = get_object_or_404(Document.objects.seen_by(person), pk=id)
            bank.publish(document, by=person, at=now())
            return seen(document, person)

        return self.once(request, KeyedInput, act)

    @extend_schema(request=KeyedInput, responses=SeenSerializer)
    @action(methods=["post"], detail=True)
    def withdraw(self, request: Request, id: UUID) -> Response:
        """Take a document from everybody again; for editors."""

        def act(person: User, _: dict[str, Any]) -> Any:
            document = get_object_or_404(Document.objects.seen_by(person), pk=id)
            bank.withdraw(document, by=person, at=now())
            return seen(document, person)

        return self.once(request, KeyedInput, act)

    def shelved(self, person: User, id: UUID) -> Document:
        """A document of the person's library."""
        return get_object_or_404(Reading.objects.library_of(person), document=id).document

    def once(
        self,
        request: Request,
        kind: type[KeyedInput],
        act: Callable[[User, dict[str, Any]], Any],
    ) -> Response:
        """Parse, act once under the key, and print what the act came to."""
        given = kind(data=request.data)
        given.is_valid(raise_exception=True)
        person = request.user
        assert isinstance(person, User)
        data = given.validated_data
        return answer_once(request, data["key"], lambda: (200, act(person, data)))
