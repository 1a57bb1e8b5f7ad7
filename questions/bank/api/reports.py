"""Reports of questions that are wrong or unclear, for a phone."""

from __future__ import annotations

from typing import Any

from django.utils.timezone import now
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from questions.accounts.receipts import answer_once
from questions.bank import actions
from questions.bank.models import Report, ReportQuerySet
from questions.bank.rules.reasons import Reason
from questions.web.api import KeyedInput, StrictChar

from .about import person_of, seen


class ReportInput(KeyedInput):
    reason = serializers.ChoiceField(
        choices=[reason.value for reason in Reason], help_text="What is the matter."
    )
    text = StrictChar(required=False, allow_blank=True, max_length=2000, help_text="More about it.")


class SettleReportInput(KeyedInput):
    reply = StrictChar(
        required=False, allow_blank=True, max_length=2000, help_text="For who reported it."
    )


class ReportSerializer(serializers.ModelSerializer[Report]):
    """A question that somebody says is wrong or unclear."""

    question = serializers.UUIDField(source="question_id", help_text="The question.")
    mine = serializers.SerializerMethodField(help_text="Whether you reported it.")

    class Meta:
        model = Report
        fields = ("id", "question", "reason", "text", "at", "mine", "settled", "reply")
        read_only_fields = fields
        extra_kwargs = {
            "id": {"help_text": "The report."},
            "reason": {"help_text": "What is the matter."},
            "text": {"help_text": "More about it."},
            "at": {"help_text": "When it was reported."},
            "settled": {"help_text": "When it was settled; null before that."},
            "reply": {"help_text": "What became of it."},
        }

    def get_mine(self, report: Report) -> bool:
        return bool(report.by_id == self.context["person"])


class ReportingMixin:
    """What the questions' viewset lets every reader do."""

    @extend_schema(request=ReportInput, responses={201: ReportSerializer})
    @action(methods=["post"], detail=True)
    def report(self, request: Request, pk: str) -> Response:
        """Say that a question is wrong or unclear."""
        given = ReportInput(data=request.data)
        given.is_valid(raise_exception=True)
        data = given.validated_data

        def act() -> tuple[int, Any]:
            question, person = seen(request, pk), person_of(request)
            reason, text = Reason(data["reason"]), data.get("text", "")
            made = actions.report(question, reason, text, by=person, key=data["key"], at=now())
            return 201, ReportSerializer(made, context={"person": person.pk}).data

        return answer_once(request, data["key"], act)


class ReportViewSet(ListModelMixin, GenericViewSet[Report]):
    """Your reports, and those of the questions that you keep; what is open comes first."""

    queryset = Report.objects.none()
    serializer_class = ReportSerializer

    def get_queryset(self) -> ReportQuerySet:
        return Report.objects.seen_by(self.request.user).open_first()

    def get_serializer_context(self) -> dict[str, Any]:
        return {**super().get_serializer_context(), "person": self.request.user.pk}

    @extend_schema(request=SettleReportInput, responses=ReportSerializer)
    @action(methods=["post"], detail=True)
    def settle(self, request: Request, pk: str) -> Response:
        """Say what became of a report. 403 unless the question is yours to change."""
        given = SettleReportInput(data=request.data)
        given.is_valid(raise_exception=True)
        data = given.validated_data

        def act() -> tuple[int, Any]:
            person = person_of(request)
            reply = data.get("reply", "")
            made = actions.settle_report(self.get_object(), reply, by=person, at=now())
            return 200, ReportSerializer(made, context={"person": person.pk}).data

        return answer_once(request, data["key"], act)
