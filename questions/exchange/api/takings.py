"""Taking one's own along, for a phone."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import FileResponse
from django.utils.timezone import now
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.generics import get_object_or_404
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from questions.accounts.receipts import answer_once
from questions.exchange import actions, download
from questions.jobs.api import JobSerializer
from questions.jobs.models import Job, JobQuerySet
from questions.web.api import ID, KeyedInput

from .bringings import known


class TakeInput(KeyedInput):
    kind = serializers.ChoiceField(
        choices=[kind.value for kind in actions.Kind],
        help_text="`apkg`: your cards with schedule and log, for Anki. `json`: all that is yours.",
    )


class TakingViewSet(GenericViewSet[Job]):
    """Files of your own, written for you to keep elsewhere."""

    queryset = Job.objects.none()
    serializer_class = JobSerializer
    lookup_value_regex = ID
    also_by_action = {"file": ("409",)}

    def get_queryset(self) -> JobQuerySet:
        return Job.objects.seen_by(self.request.user).filter(verb=actions.TAKE)

    @extend_schema(request=TakeInput, responses={202: JobSerializer})
    def create(self, request: Request) -> Response:
        """Ask for a file: answers the job that writes it; then fetch it under the job's id."""
        given = TakeInput(data=request.data)
        given.is_valid(raise_exception=True)
        person, key = known(request), given.validated_data["key"]

        def act() -> tuple[int, Any]:
            kind = actions.Kind(given.validated_data["kind"])
            job = actions.take(person, kind, key=key, at=now())
            return 202, dict(JobSerializer(job).data)

        return answer_once(request, key, act)

    @extend_schema(
        responses={
            (200, "application/octet-stream"): OpenApiResponse(OpenApiTypes.BINARY, "The file.")
        }
    )
    @action(detail=True)
    def file(self, request: Request, pk: UUID) -> FileResponse:
        """The file that the job has written. 409 `gone` where it is not there (any more)."""
        return download.answer(get_object_or_404(self.get_queryset(), pk=pk))
