"""Ticks for a phone: one's own, and new ones."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404
from django.utils import timezone
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework import serializers
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from questions.accounts.models import User
from questions.accounts.receipts import answer_once
from questions.bank.models import KeyPoint, Question
from questions.web.api import Input, KeyedInput

from . import actions
from .models import Tick, TickQuerySet
from .rules import Verdict, Where

VERDICTS = [verdict.value for verdict in Verdict]
BY_HAND = [Where.CARD.value, Where.REHEARSAL.value]


class TickSerializer(serializers.ModelSerializer[Tick]):
    key_point = serializers.UUIDField(
        source="key_point_id", read_only=True, help_text="The key point."
    )
    question = serializers.UUIDField(
        source="key_point.question_id", read_only=True, help_text="The question of the point."
    )
    verdict = serializers.ChoiceField(
        choices=VERDICTS, read_only=True, help_text="How well the point was said."
    )
    where = serializers.ChoiceField(
        choices=[where.value for where in Where],
        read_only=True,
        help_text="The occasion: a quiz, a card, a mock interview or a rehearsal.",
    )

    class Meta:
        model = Tick
        fields = ["id", "key_point", "question", "verdict", "where", "at", "key"]
        read_only_fields = fields
        extra_kwargs = {
            "id": {"help_text": "The tick."},
            "at": {"help_text": "When it was ticked."},
            "key": {"help_text": "The key of the call that ticked it."},
        }


class VerdictInput(Input):
    key_point = serializers.UUIDField(help_text="A key point of a question that you may see.")
    verdict = serializers.ChoiceField(choices=VERDICTS, help_text="How well you said it.")


class TicksInput(KeyedInput):
    where = serializers.ChoiceField(
        choices=BY_HAND,
        help_text="The occasion. Quizzes and mock interviews tick by themselves.",
    )
    verdicts = serializers.ListField(
        child=VerdictInput(),
        min_length=1,
        max_length=50,
        help_text="One verdict for each key point; of two for the same point the last one counts.",
    )


class TickViewSet(ListModelMixin, GenericViewSet[Tick]):
    """What you hit and missed, newest first."""

    queryset = Tick.objects.none()
    serializer_class = TickSerializer

    def get_queryset(self) -> TickQuerySet:
        mine = Tick.objects.of(self.request.user)
        return mine.select_related("key_point").order_by("-at", "id")

    @extend_schema(
        request=TicksInput,
        responses={201: OpenApiResponse(TickSerializer(many=True), "All ticks under this key.")},
    )
    def create(self, request: Request) -> Response:
        """Tick key points of questions that you may see."""
        given = TicksInput(data=request.data)
        given.is_valid(raise_exception=True)
        learner, data = request.user, given.validated_data
        assert isinstance(learner, User)
        verdicts = {row["key_point"]: Verdict(row["verdict"]) for row in data["verdicts"]}

        def act() -> tuple[int, Any]:
            self.require_seen(verdicts.keys())
            made = actions.tick(
                learner,
                verdicts,
                where=Where(data["where"]),
                key=data["key"],
                at=timezone.now(),
            )
            return 201, self.get_serializer(made, many=True).data

        return answer_once(request, data["key"], act)

    def require_seen(self, points: Any) -> None:
        """404 where one of the points is not there for this person."""
        wanted: set[UUID] = set(points)
        seen = Question.objects.seen_by(self.request.user)
        if KeyPoint.objects.filter(pk__in=wanted, question__in=seen).count() < len(wanted):
            raise Http404
