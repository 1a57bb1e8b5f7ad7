"""Jobs for a phone: how far what it asked for has come."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.mixins import ListModelMixin, RetrieveModelMixin
from rest_framework.viewsets import GenericViewSet

from . import rules
from .models import Job, JobQuerySet


class RowSerializer(serializers.Serializer[Any]):
    """What came of one part of a job."""

    name = serializers.CharField(help_text="What this part was about, such as a file's name.")
    words = serializers.CharField(help_text="What came of it, in plain words.")
    page = serializers.CharField(
        allow_blank=True, help_text="The path of the page that shows it; empty if there is none."
    )
    refused = serializers.BooleanField(help_text="Whether this part could not be done.")


class ResultSerializer(serializers.Serializer[Any]):
    """What came of a job."""

    summary = serializers.CharField(help_text="What came of it in all, in plain words.")
    rows = RowSerializer(many=True, help_text="What came of each part.")


class JobSerializer(serializers.ModelSerializer[Job]):
    """One piece of work in the background."""

    state = serializers.ChoiceField(
        choices=[s.value for s in rules.State],
        read_only=True,
        help_text="`queued`, `running`, `done` or `failed`; the last two are final.",
    )
    result = serializers.SerializerMethodField(
        help_text="What came of it; null until the job is done."
    )

    class Meta:
        model = Job
        fields = (
            "id",
            "title",
            "state",
            "done",
            "total",
            "words",
            "attempts",
            "error",
            "result",
            "created",
            "started",
            "finished",
        )
        read_only_fields = fields
        extra_kwargs = {
            "id": {"help_text": "The job's number."},
            "title": {"help_text": "What is being done."},
            "done": {"help_text": "How much of `total` is done."},
            "total": {"help_text": "How much there is to do; 0 while that is not known."},
            "words": {"help_text": "What is being done at this moment."},
            "attempts": {"help_text": "How often it was begun; it is given up after the third."},
            "error": {"help_text": "Why it failed, in plain words; empty otherwise."},
            "created": {"help_text": "When it was asked for."},
            "started": {"help_text": "When it was first begun; null before that."},
            "finished": {"help_text": "When it ended; null before that."},
        }

    @extend_schema_field(ResultSerializer(allow_null=True))
    def get_result(self, job: Job) -> Any:
        return job.result


class JobViewSet(ListModelMixin, RetrieveModelMixin, GenericViewSet[Job]):
    """One's own jobs, the newest first."""

    queryset = Job.objects.none()
    serializer_class = JobSerializer

    def get_queryset(self) -> JobQuerySet:
        return Job.objects.seen_by(self.request.user).order_by("-created", "id")
