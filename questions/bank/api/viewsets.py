"""Questions and topics for a phone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db.models import F, QuerySet
from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from questions.accounts.models import User
from questions.bank.models import Listing, Question, Topic, facets, sheet, sheets
from questions.bank.rules.wanted import Wanted
from questions.web.api import ID

from .editing import EditingMixin
from .queries import QuestionsQuery
from .reports import ReportingMixin
from .serializers import LineSerializer, QuestionSerializer, TopicSerializer


class QuestionViewSet(EditingMixin, ReportingMixin, GenericViewSet[Question]):
    """The questions that you may study: the public ones and your own."""

    queryset = Question.objects.none()
    serializer_class = QuestionSerializer
    lookup_value_regex = ID

    @extend_schema(parameters=[QuestionsQuery], responses=LineSerializer(many=True))
    def list(self, request: Request) -> Response:
        """List questions, newest first, or search them."""
        wanted, more = self._asked(request)
        listing: Any = Listing(request.user, wanted)
        page: Any = self.paginate_queryset(listing) or []
        printed: Any = LineSerializer(page, many=True).data
        if more:
            printed = expanded(request.user, [dict(row) for row in printed], more)
        return self.get_paginated_response(printed)

    def _asked(self, request: Request) -> tuple[Wanted, Sequence[str]]:
        """Which questions are wanted and what of them besides; an empty query needs no reading."""
        if not request.query_params:
            return Wanted(), ()
        asked = QuestionsQuery(data=request.query_params)
        asked.is_valid(raise_exception=True)
        return asked.wanted(), asked.validated_data.get("expand", ())

    @extend_schema(responses=QuestionSerializer)
    def retrieve(self, request: Request, pk: str) -> Response:
        """One question with its key points, options and answers.

        One that was folded into another names that in `folded_into`.
        """
        try:
            found = sheet(request.user, UUID(pk))
        except ValueError:
            found = None
        if found is None:
            raise Http404
        return Response(QuestionSerializer(found).data)


def expanded(person: User | AnonymousUser, lines: list[Any], wanted: Sequence[str]) -> list[Any]:
    """The lines with more of their questions; one statement for them all."""
    whole = sheets(person, [line["id"] for line in lines]) if wanted else []
    by_id = {line["id"]: line for line in lines}
    for found, printed in zip(whole, QuestionSerializer(whole, many=True).data, strict=True):
        by_id[found.question.pk].update({name: printed[name] for name in (*wanted, "sealed")})
    return lines


class TopicViewSet(GenericViewSet[Topic]):
    """The tree of topics with the number of questions on each; your own come last."""

    queryset = Topic.objects.none()
    serializer_class = TopicSerializer

    def get_queryset(self) -> QuerySet[Topic]:
        seen = Topic.objects.seen_by(self.request.user).select_related("parent")
        return seen.order_by(F("owner").asc(nulls_first=True), "position", "name", "pk")

    @extend_schema(responses=TopicSerializer(many=True))
    def list(self, request: Request) -> Response:
        """List topics with how many questions you may see on each."""
        page = self.paginate_queryset(self.get_queryset())
        shares = facets(request.user, Wanted()).topics
        counts = {"counts": {share.key: share.count for share in shares}}
        printed = TopicSerializer(page or [], many=True, context=counts).data
        return self.get_paginated_response(printed)
