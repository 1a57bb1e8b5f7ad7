"""One's own documents for a phone: what was found in them, and bringing more."""

from __future__ import annotations

from typing import Any

from django.utils.timezone import now
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.exceptions import APIException
from rest_framework.mixins import ListModelMixin, RetrieveModelMixin
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from questions.accounts.models import User
from questions.accounts.receipts import digest_of, once
from questions.bank.rules.states import Visibility
from questions.errors import Malformed
from questions.ingest import actions, forms, uploads
from questions.ingest.models import Reading, ReadingQuerySet
from questions.ingest.readers import kinds
from questions.jobs.api import JobSerializer
from questions.web.api import ID, KeyedInput

from .deciding import DecidingMixin

PROBLEM = {"$ref": "#/components/schemas/Problem"}


class TooLarge(APIException):
    """More bytes than one upload may have."""

    status_code = 413
    default_code = "too_large"


class ArticleSerializer(serializers.Serializer[Any]):
    """Teaching prose without a question."""

    line = serializers.IntegerField(help_text="Its first line in the file, from 1.")
    end_line = serializers.IntegerField(help_text="Its last line.")
    title = serializers.CharField(help_text="What it is about.")


class SkippedSerializer(serializers.Serializer[Any]):
    """Lines that were left out."""

    line = serializers.IntegerField(help_text="Their first line in the file, from 1.")
    end_line = serializers.IntegerField(help_text="Their last line.")
    reason = serializers.CharField(help_text="Why they were left out.")


class DocumentSerializer(serializers.ModelSerializer[Reading]):
    """A document of one's own as it was last read."""

    id = serializers.UUIDField(source="document_id", help_text="The document's number.")
    name = serializers.CharField(source="document.name", help_text="The file's name.")
    title = serializers.CharField(source="document.title", help_text="What it calls itself.")
    format = serializers.CharField(source="document.format", help_text="How it is written.")
    visibility = serializers.ChoiceField(
        source="document.visibility",
        choices=[v.value for v in Visibility],
        help_text="Whom it is for; `private` is its owner alone.",
    )
    questions = serializers.IntegerField(
        source="standing", help_text="How many of its questions are in the bank now."
    )
    read = serializers.DateTimeField(help_text="When it was last read.")

    class Meta:
        model = Reading
        fields: tuple[str, ...] = (
            "id",
            "name",
            "title",
            "format",
            "visibility",
            "sha256",
            "questions",
            "created",
            "updated",
            "retired",
            "folded",
            "read",
        )
        read_only_fields = fields
        extra_kwargs = {
            "sha256": {"help_text": "The fingerprint of what was read."},
            "created": {"help_text": "Questions that were new in this reading."},
            "updated": {"help_text": "Questions that this reading changed."},
            "retired": {"help_text": "Questions that had left the document."},
            "folded": {"help_text": "Questions that stand behind the same question elsewhere."},
        }


class DocumentDetailSerializer(DocumentSerializer):
    """A document with its other lines: every line with text is in one range."""

    articles = ArticleSerializer(many=True, help_text="Prose without a question.")
    skipped = SkippedSerializer(many=True, help_text="Lines that were left out, and why.")

    class Meta(DocumentSerializer.Meta):
        fields = (*DocumentSerializer.Meta.fields, "articles", "skipped")
        read_only_fields = fields


class UploadInput(KeyedInput):
    """Documents to be read, as multipart/form-data."""

    files = serializers.ListField(
        child=serializers.FileField(allow_empty_file=True),
        min_length=1,
        max_length=forms.MOST,
        help_text=f"{kinds.FORMATS}; up to 20 MB together. Repeat the field for each file.",
    )


class DocumentViewSet(DecidingMixin, ListModelMixin, RetrieveModelMixin, GenericViewSet[Reading]):
    """One's own documents, the last read first."""

    queryset = Reading.objects.none()
    serializer_class = DocumentSerializer
    lookup_field = "document"
    lookup_url_kwarg = "id"
    lookup_value_regex = ID

    def get_queryset(self) -> ReadingQuerySet:
        return Reading.objects.library_of(self.request.user).counted()

    def get_serializer_class(self) -> type[serializers.BaseSerializer[Any]]:
        return DocumentDetailSerializer if self.action == "retrieve" else DocumentSerializer

    def get_parsers(self) -> list[Any]:
        sends = self.action_map.get("post") == "create" if self.action_map else False
        post = self.request is not None and self.request.method == "POST"
        return [MultiPartParser()] if post and sends else super().get_parsers()

    @extend_schema(
        request={"multipart/form-data": UploadInput},
        responses={202: JobSerializer, (413, "application/problem+json"): PROBLEM},
    )
    def create(self, request: Request) -> Response:
        """Bring documents: answers the job that reads them.

        When it is done, `/api/v1/previews/` has what they would change; accept that, and it is
        written.
        """
        given = UploadInput(data=request.data)
        given.is_valid(raise_exception=True)
        files, key = given.validated_data["files"], given.validated_data["key"]
        if forms.is_too_large(files):
            raise TooLarge(forms.too_large())
        if said := forms.complaints(files):
            raise Malformed(" ".join(said), code="unreadable")
        person = request.user
        assert isinstance(person, User)
        every = [(file.name, file.read()) for file in files]
        at = now()

        def act() -> tuple[int, Any]:
            job = actions.upload(person, every, key=key, at=at)
            return 202, dict(JobSerializer(job).data)

        digest = digest_of(
            request.path, [(name, uploads.name_of(person.pk, data)) for name, data in every]
        )
        status, body = once(person, key, digest, act, at=at)
        return Response(body, status=status)
