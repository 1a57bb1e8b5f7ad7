"""What waits to be settled, for a phone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import Http404
from django.utils.timezone import now
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.generics import get_object_or_404
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from questions.accounts.receipts import answer_once
from questions.bank import actions
from questions.bank.models import (
    Disagreement,
    DisagreementQuerySet,
    Suggestion,
    SuggestionQuerySet,
)
from questions.bank.rules.conflicts import Differs
from questions.bank.rules.decisions import Decision, Right, Why
from questions.web.api import ID, KeyedInput, PageQuery, StrictChar

from .about import person_of
from .queries import QueryBoolean


class SettlingQuery(PageQuery):
    """Which of a list is wanted."""

    done = QueryBoolean(required=False, help_text="What was decided, not what waits for it.")


class SideSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField(read_only=True, help_text="The question.")
    title = serializers.CharField(read_only=True, help_text="The prompt on one plain line.")
    opening = serializers.CharField(
        source="preferred.opening",
        default="",
        read_only=True,
        help_text="How its answer opens; may be empty.",
    )
    document_title = serializers.CharField(
        source="document.title", default="", read_only=True, help_text="The document's title."
    )


class SuggestionSerializer(serializers.ModelSerializer[Suggestion]):
    one = SideSerializer(read_only=True, help_text="The elder, which would stand for both.")
    other = SideSerializer(read_only=True, help_text="The younger.")
    why = serializers.ChoiceField(
        choices=[why.value for why in Why],
        read_only=True,
        help_text="`reworded`: the elder left its document when the younger came.",
    )
    decision = serializers.ChoiceField(
        choices=[decision.value for decision in Decision],
        read_only=True,
        help_text="Where it stands.",
    )
    shared = serializers.ListField(
        child=serializers.CharField(),
        read_only=True,
        help_text="Words that both prompts have in some form, the most telling first.",
    )

    class Meta:
        model = Suggestion
        fields = [
            *("id", "one", "other", "why", "likeness", "prompts_alike", "answers_alike"),
            *("shared", "decision", "at"),
        ]
        read_only_fields = fields
        extra_kwargs = {
            "id": {"help_text": "The suggestion."},
            "likeness": {"help_text": "How likely they are one; from 0.77 on it is offered."},
            "prompts_alike": {"help_text": "What the prompts share, 0 to 1."},
            "answers_alike": {"help_text": "What the answers share, 0 to 1."},
            "at": {"help_text": "When it was decided, or null."},
        }


class StatementSerializer(serializers.Serializer[Any]):
    answer = serializers.UUIDField(source="pk", read_only=True, help_text="The answer.")
    question = serializers.UUIDField(
        source="question_id", read_only=True, help_text="The question it answers."
    )
    title = serializers.CharField(
        source="question.title", read_only=True, help_text="That question on one plain line."
    )
    document_title = serializers.CharField(
        source="document.title", default="", read_only=True, help_text="The document's title."
    )
    verified = serializers.BooleanField(read_only=True, help_text="Whether it has been checked.")


class DisagreementSerializer(serializers.ModelSerializer[Disagreement]):
    one = StatementSerializer(read_only=True, help_text="Where the first statement stands.")
    other = StatementSerializer(read_only=True, help_text="Where the second stands.")
    differs = serializers.ChoiceField(
        choices=[differs.value for differs in Differs],
        read_only=True,
        help_text="What they give differently.",
    )
    right = serializers.ChoiceField(
        choices=["", *(right.value for right in Right)],
        read_only=True,
        help_text="Which is right; empty until somebody has said so.",
    )

    class Meta:
        model = Disagreement
        fields = [
            *("id", "one", "one_says", "other", "other_says", "differs", "about"),
            *("right", "reason", "at"),
        ]
        read_only_fields = fields
        extra_kwargs = {
            "id": {"help_text": "The disagreement."},
            "one_says": {"help_text": "The first statement."},
            "other_says": {"help_text": "The second statement."},
            "about": {"help_text": "The dimension they differ in, such as `seconds`."},
            "reason": {"help_text": "Why the one is right and the other wrong."},
            "at": {"help_text": "When it was settled, or null."},
        }


class SettleDisagreementInput(KeyedInput):
    """Which statement is right, and why."""

    right = serializers.ChoiceField(
        choices=[right.value for right in Right], help_text="Which statement is right."
    )
    reason = StrictChar(max_length=1000, help_text="Why: a source, a measurement.")


def as_id(pk: str) -> UUID:
    try:
        return UUID(pk)
    except ValueError:
        raise Http404 from None


def wants_done(request: Request) -> bool:
    query = SettlingQuery(data=request.query_params.dict())
    query.is_valid(raise_exception=True)
    return bool(query.validated_data.get("done"))


class SuggestionViewSet(GenericViewSet[Suggestion]):
    """Questions of yours that are likely one; an editor's are the house's too."""

    queryset = Suggestion.objects.none()
    serializer_class = SuggestionSerializer
    lookup_value_regex = ID

    def get_queryset(self) -> SuggestionQuerySet:
        return Suggestion.objects.to_settle_by(self.request.user).with_sides()

    @extend_schema(parameters=[SettlingQuery], responses=SuggestionSerializer(many=True))
    def list(self, request: Request) -> Response:
        """List what waits for a decision, the likeliest first."""
        mine = self.get_queryset()
        found = mine.decided() if wants_done(request) else mine.waiting().likeliest_first()
        page = self.paginate_queryset(found) or []
        return self.get_paginated_response(SuggestionSerializer(page, many=True).data)

    @extend_schema(request=KeyedInput, responses=SuggestionSerializer)
    @action(methods=["post"], detail=True)
    def accept(self, request: Request, pk: str) -> Response:
        """Let the two be one: the younger folds into the elder, which can be taken back."""
        return self._decide(request, pk, actions.accept)

    @extend_schema(request=KeyedInput, responses=SuggestionSerializer)
    @action(methods=["post"], detail=True)
    def dismiss(self, request: Request, pk: str) -> Response:
        """Let the two be two questions for ever."""
        return self._decide(request, pk, actions.dismiss)

    @extend_schema(request=KeyedInput, responses=SuggestionSerializer)
    @action(methods=["post"], detail=True)
    def reopen(self, request: Request, pk: str) -> Response:
        """Take a decision back."""
        return self._decide(request, pk, actions.reopen)

    def _decide(self, request: Request, pk: str, verb: Callable[..., Suggestion]) -> Response:
        row = get_object_or_404(self.get_queryset(), pk=as_id(pk))
        given = KeyedInput(data=request.data)
        given.is_valid(raise_exception=True)

        def act() -> tuple[int, Any]:
            verb(row, by=person_of(request), at=now())
            fresh = get_object_or_404(self.get_queryset(), pk=row.pk)
            return 200, SuggestionSerializer(fresh).data

        return answer_once(request, given.validated_data["key"], act)


class DisagreementViewSet(GenericViewSet[Disagreement]):
    """Statements of your sources that cannot both be right; an editor's are the house's too."""

    queryset = Disagreement.objects.none()
    serializer_class = DisagreementSerializer
    lookup_value_regex = ID

    def get_queryset(self) -> DisagreementQuerySet:
        return Disagreement.objects.to_settle_by(self.request.user).with_sources()

    @extend_schema(parameters=[SettlingQuery], responses=DisagreementSerializer(many=True))
    def list(self, request: Request) -> Response:
        """List what waits to be settled, the surest first."""
        mine = self.get_queryset().standing()
        done = wants_done(request)
        found = mine.settled().latest_first() if done else mine.open().surest_first()
        page = self.paginate_queryset(found) or []
        return self.get_paginated_response(DisagreementSerializer(page, many=True).data)

    @extend_schema(request=SettleDisagreementInput, responses=DisagreementSerializer)
    @action(methods=["post"], detail=True)
    def settle(self, request: Request, pk: str) -> Response:
        """Record which statement is right and why; a wrong one is no longer learned."""
        row = get_object_or_404(self.get_queryset(), pk=as_id(pk))
        given = SettleDisagreementInput(data=request.data)
        given.is_valid(raise_exception=True)
        right, reason = Right(given.validated_data["right"]), given.validated_data["reason"]

        def act() -> tuple[int, Any]:
            by = person_of(request)
            return self._printed(actions.settle_disagreement(row, right, reason, by=by, at=now()))

        return answer_once(request, given.validated_data["key"], act)

    @extend_schema(request=KeyedInput, responses=DisagreementSerializer)
    @action(methods=["post"], detail=True)
    def reopen(self, request: Request, pk: str) -> Response:
        """Take back what was settled."""
        row = get_object_or_404(self.get_queryset(), pk=as_id(pk))
        given = KeyedInput(data=request.data)
        given.is_valid(raise_exception=True)

        def act() -> tuple[int, Any]:
            return self._printed(actions.reopen_disagreement(row, by=person_of(request), at=now()))

        return answer_once(request, given.validated_data["key"], act)

    def _printed(self, row: Disagreement) -> tuple[int, Any]:
        fresh = get_object_or_404(self.get_queryset(), pk=row.pk)
        return 200, DisagreementSerializer(fresh).data
