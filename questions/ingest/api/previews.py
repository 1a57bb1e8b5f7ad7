"""What an upload would change, for a phone, and the word on it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils.timezone import now
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.generics import get_object_or_404
from rest_framework.mixins import ListModelMixin, RetrieveModelMixin
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from questions.accounts.models import User
from questions.accounts.receipts import answer_once
from questions.ingest import actions
from questions.ingest.models import Preview, PreviewQuerySet
from questions.ingest.rules.waiting import Decision
from questions.web.api import ID, KeyedInput, StrictChar

COUNTS = {
    "new": "Questions that are new.",
    "updated": "Questions that it changes.",
    "retired": "Questions that have left the document.",
    "unchanged": "Questions that stay as they are.",
    "duplicates": "Questions that are there already, from elsewhere.",
    "looks": "Questions that somebody should look at.",
}


class PreviewSerializer(serializers.ModelSerializer[Preview]):
    """One document that was read and waits to be accepted."""

    job = serializers.UUIDField(source="job_id", allow_null=True, help_text="The job that read it.")
    document = serializers.UUIDField(
        source="document_id",
        allow_null=True,
        help_text="The document that it is; null while it is a new one.",
    )
    state = serializers.ChoiceField(
        choices=[d.value for d in Decision], help_text="What was decided about it."
    )

    class Meta:
        model = Preview
        fields: tuple[str, ...] = (
            "id", "job", "name", "title", "document", "state", "at", "decided", *COUNTS
        )  # fmt: skip
        read_only_fields = fields
        extra_kwargs = {
            "id": {"help_text": "The preview."},
            "name": {"help_text": "The file's name."},
            "title": {"help_text": "What it calls itself."},
            "at": {"help_text": "When this was worked out."},
            "decided": {"help_text": "When it was decided; null before that."},
            **{name: {"help_text": text} for name, text in COUNTS.items()},
        }


class ChangeSerializer(serializers.Serializer[Any]):
    """What happens to one question."""

    key = serializers.CharField(help_text="Names the change when it is to be left out.")
    what = serializers.ChoiceField(
        choices=["new", "updated", "retired"], help_text="What happens to it."
    )
    title = serializers.CharField(help_text="The prompt on one plain line.")
    twin = serializers.CharField(
        allow_blank=True, help_text="The question that it folds into; empty for none."
    )
    looks = serializers.ListField(
        child=serializers.ChoiceField(choices=["no_answer", "no_key", "unclear"]),
        help_text="Why somebody should look at it.",
    )
    returns = serializers.BooleanField(help_text="Whether it had left and is back.")
    before = serializers.DictField(
        child=serializers.CharField(allow_blank=True), help_text="Its parts now; empty if new."
    )
    after = serializers.DictField(
        child=serializers.CharField(allow_blank=True),
        help_text="Its parts afterwards; empty if it is retired.",
    )


class WholePreviewSerializer(PreviewSerializer):
    changes = ChangeSerializer(many=True, help_text="Each change; empty once it was decided.")

    class Meta(PreviewSerializer.Meta):
        fields = (*PreviewSerializer.Meta.fields, "changes")
        read_only_fields = fields


class AcceptInput(KeyedInput):
    leave = serializers.ListField(
        child=StrictChar(max_length=40),
        required=False,
        max_length=10_000,
        help_text="Keys of changes that are not to be made; all are made without it.",
    )


class PreviewViewSet(ListModelMixin, RetrieveModelMixin, GenericViewSet[Preview]):
    """What you have uploaded and not yet accepted or discarded, and what you decided."""

    queryset = Preview.objects.none()
    serializer_class = PreviewSerializer
    lookup_value_regex = ID

    def get_queryset(self) -> PreviewQuerySet:
        found = Preview.objects.seen_by(self.request.user).order_by("-at", "part", "pk")
        return found if self.action != "list" else found.light()

    def get_serializer_class(self) -> type[serializers.BaseSerializer[Any]]:
        return WholePreviewSerializer if self.action == "retrieve" else PreviewSerializer

    @extend_schema(request=AcceptInput, responses=PreviewSerializer)
    @action(methods=["post"], detail=True)
    def accept(self, request: Request, pk: UUID) -> Response:
        """Write what it shows. 409 `changed_since` where parts are to be left out of a preview
        that shows what is no longer so; look at it again then. 409 `decided` the second time.
        """
        given = AcceptInput(data=request.data)
        given.is_valid(raise_exception=True)
        leave = frozenset(given.validated_data.get("leave", ()))
        person = request.user
        assert isinstance(person, User)

        def act() -> tuple[int, Any]:
            found = get_object_or_404(Preview.objects.seen_by(person), pk=pk)
            actions.accept(found, by=person, at=now(), leave=leave)
            return 200, PreviewSerializer(found).data

        return answer_once(request, given.validated_data["key"], act)

    @extend_schema(request=KeyedInput, responses=PreviewSerializer)
    @action(methods=["post"], detail=True)
    def discard(self, request: Request, pk: UUID) -> Response:
        """Forget what was read; nothing is changed."""
        given = KeyedInput(data=request.data)
        given.is_valid(raise_exception=True)
        person = request.user
        assert isinstance(person, User)

        def act() -> tuple[int, Any]:
            found = get_object_or_404(Preview.objects.seen_by(person), pk=pk)
            actions.discard(found, by=person, at=now())
            return 200, PreviewSerializer(found).data

        return answer_once(request, given.validated_data["key"], act)
