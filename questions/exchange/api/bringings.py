"""Bringing cards along from Anki, for a phone."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils.timezone import now
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.exceptions import APIException
from rest_framework.generics import get_object_or_404
from rest_framework.mixins import ListModelMixin, RetrieveModelMixin
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from questions.accounts.models import User
from questions.accounts.receipts import answer_once, digest_of, once
from questions.errors import Malformed
from questions.exchange import actions, forms
from questions.exchange.models import Bringing, BringingQuerySet
from questions.ingest import uploads
from questions.ingest.rules.waiting import Decision
from questions.jobs.api import JobSerializer
from questions.web.api import ID, KeyedInput

PROBLEM = {"$ref": "#/components/schemas/Problem"}


class TooLarge(APIException):
    """More bytes than a package may have."""

    status_code = 413
    default_code = "too_large"


class BringingSerializer(serializers.ModelSerializer[Bringing]):
    """A package that was read: what accepting it would bring."""

    state = serializers.ChoiceField(
        choices=[d.value for d in Decision], read_only=True, help_text="What was decided about it."
    )
    questions = serializers.IntegerField(
        source="preview.new", read_only=True, help_text="Questions that are new."
    )
    studied = serializers.IntegerField(
        source="counts.studied", read_only=True, help_text="Cards with at least one review."
    )
    reviews = serializers.IntegerField(
        source="counts.reviews", read_only=True, help_text="Reviews that come into your log."
    )
    suspended = serializers.IntegerField(
        source="counts.suspended", read_only=True, help_text="Cards that come suspended."
    )
    left = serializers.ListField(
        child=serializers.CharField(),
        read_only=True,
        help_text="What cannot be brought along, in sentences.",
    )

    class Meta:
        model = Bringing
        fields = (
            "id",
            "name",
            "at",
            "state",
            "questions",
            "studied",
            "reviews",
            "suspended",
            "left",
        )
        read_only_fields = fields
        extra_kwargs = {
            "id": {"help_text": "The package."},
            "name": {"help_text": "The file's name."},
            "at": {"help_text": "When it was read."},
        }


class PackageInput(KeyedInput):
    """A deck or a collection, as multipart/form-data."""

    package = serializers.FileField(help_text="A .apkg or .colpkg file, up to 20 MB.")


class BringingViewSet(ListModelMixin, RetrieveModelMixin, GenericViewSet[Bringing]):
    """Anki packages that you have sent, the newest first."""

    queryset = Bringing.objects.none()
    serializer_class = BringingSerializer
    lookup_value_regex = ID

    def get_queryset(self) -> BringingQuerySet:
        return Bringing.objects.seen_by(self.request.user).light().order_by("-at", "pk")

    def get_parsers(self) -> list[Any]:
        sends = self.action_map.get("post") == "create" if self.action_map else False
        post = self.request is not None and self.request.method == "POST"
        return [MultiPartParser()] if post and sends else super().get_parsers()

    @extend_schema(
        request={"multipart/form-data": PackageInput},
        responses={202: JobSerializer, (413, "application/problem+json"): PROBLEM},
    )
    def create(self, request: Request) -> Response:
        """Send a package: answers the job that reads it. Accept what it then shows."""
        given = PackageInput(data=request.data)
        given.is_valid(raise_exception=True)
        file, key = given.validated_data["package"], given.validated_data["key"]
        if (said := forms.complaint(file)) is not None:
            raise TooLarge(said[0]) if said[1] == "too_large" else Malformed(said[0], code=said[1])
        person, at, data = known(request), now(), file.read()

        def act() -> tuple[int, Any]:
            job = actions.bring(person, file.name, data, key=key, at=at)
            return 202, dict(JobSerializer(job).data)

        digest = digest_of(request.path, [file.name, uploads.name_of(person.pk, data)])
        status, body = once(person, key, digest, act, at=at)
        return Response(body, status=status)

    @extend_schema(request=KeyedInput, responses={202: JobSerializer})
    @action(methods=["post"], detail=True)
    def accept(self, request: Request, pk: UUID) -> Response:
        """Bring it all along: answers the job that writes it. 409 `decided` the second time."""
        person, key = known(request), keyed(request)

        def act() -> tuple[int, Any]:
            found = get_object_or_404(Bringing.objects.seen_by(person), pk=pk)
            return 202, dict(JobSerializer(actions.accept(found, key=key, at=now())).data)

        return answer_once(request, key, act)

    @extend_schema(request=KeyedInput, responses=BringingSerializer)
    @action(methods=["post"], detail=True)
    def discard(self, request: Request, pk: UUID) -> Response:
        """Forget what was read; nothing is changed."""
        person, key = known(request), keyed(request)

        def act() -> tuple[int, Any]:
            found = get_object_or_404(Bringing.objects.seen_by(person), pk=pk)
            actions.discard(found, at=now())
            return 200, BringingSerializer(found).data

        return answer_once(request, key, act)


def known(request: Request) -> User:
    """Whoever calls; the permission lets nobody else in."""
    assert isinstance(request.user, User)
    return request.user


def keyed(request: Request) -> UUID:
    """The key of a call that says nothing else."""
    given = KeyedInput(data=request.data)
    given.is_valid(raise_exception=True)
    key: UUID = given.validated_data["key"]
    return key
