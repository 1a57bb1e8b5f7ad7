"""Crams for a phone: cards gone through without touching their schedule."""

from __future__ import annotations

from typing import Any

from django.utils.timezone import now
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.generics import get_object_or_404
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from questions.accounts.receipts import answer_once
from questions.flashcards import actions, rules
from questions.flashcards.models import Cram, CramQuerySet
from questions.flashcards.rules import cram
from questions.marks.api import VerdictInput
from questions.marks.rules import Verdict
from questions.web.api import ID, KeyedInput, StrictBoolean, StrictChar, StrictInteger, StrictUUID

from .printing import as_id, person


class CramInput(KeyedInput):
    topic = StrictChar(
        default="", allow_blank=True, max_length=80, help_text="A topic's slug; empty for all."
    )
    which = serializers.ChoiceField(
        choices=[which.value for which in rules.Which],
        required=False,
        help_text="Only cards of this set; left out, the weakest of all.",
    )
    count = StrictInteger(
        default=20, min_value=1, max_value=cram.MOST, help_text="How many cards at most."
    )


class CrammedInput(KeyedInput):
    card = StrictUUID(help_text="The card that was asked; another one changes nothing.")
    known = StrictBoolean(help_text="Whether it was known; if not, it comes again soon.")
    verdicts = serializers.ListField(
        child=VerdictInput(),
        required=False,
        max_length=20,
        help_text="What was said of its key points; left out, nothing is ticked.",
    )


class CramSerializer(serializers.ModelSerializer[Cram]):
    """Cards that you go through until each was known once."""

    next = serializers.UUIDField(
        read_only=True, allow_null=True, help_text="The card to ask now; null when it is over."
    )
    known = serializers.IntegerField(read_only=True, help_text="Cards known by now.")
    missed = serializers.ListField(
        child=serializers.UUIDField(), read_only=True, help_text="Cards missed at least once."
    )

    class Meta:
        model = Cram
        fields = ["id", "name", "total", "known", "next", "missed", "made", "finished"]
        read_only_fields = fields
        extra_kwargs = {
            "id": {"help_text": "The going-through."},
            "name": {"help_text": "What it is about."},
            "total": {"help_text": "How many cards it has."},
            "made": {"help_text": "When it was begun."},
            "finished": {"help_text": "When the last card was known; null before."},
        }


class CramViewSet(GenericViewSet[Cram]):
    """Go through cards, whatever is due: what you miss comes again, no schedule changes."""

    queryset = Cram.objects.none()
    serializer_class = CramSerializer
    lookup_value_regex = ID

    def get_queryset(self) -> CramQuerySet:
        return Cram.objects.seen_by(self.request.user)

    @extend_schema(responses=CramSerializer(many=True))
    def list(self, request: Request) -> Response:
        """What you went through, the newest first."""
        page = self.paginate_queryset(self.get_queryset()) or []
        return self.get_paginated_response(CramSerializer(page, many=True).data)

    @extend_schema(responses=CramSerializer)
    def retrieve(self, request: Request, pk: str) -> Response:
        """How far it has come, and which card is next; that card is at `/cards/{id}/`."""
        return Response(CramSerializer(get_object_or_404(self.get_queryset(), pk=as_id(pk))).data)

    @extend_schema(request=CramInput, responses={201: CramSerializer})
    def create(self, request: Request) -> Response:
        """Begin to go through cards, the weakest first."""
        given = CramInput(data=request.data)
        given.is_valid(raise_exception=True)
        asked, learner = given.validated_data, person(request)
        which = rules.Which(asked["which"]) if "which" in asked else None

        def act() -> tuple[int, Any]:
            wanted = {"topic": asked["topic"], "which": which, "count": asked["count"]}
            return 201, CramSerializer(actions.start_cram(learner, **wanted, at=now())).data

        return answer_once(request, asked["key"], act)

    @extend_schema(request=CrammedInput, responses=CramSerializer)
    @action(detail=True, methods=["post"])
    def answer(self, request: Request, pk: str) -> Response:
        """Say whether the card that was asked is known."""
        given = CrammedInput(data=request.data)
        given.is_valid(raise_exception=True)
        asked, learner = given.validated_data, person(request)
        verdicts = {row["key_point"]: Verdict(row["verdict"]) for row in asked.get("verdicts", [])}

        def act() -> tuple[int, Any]:
            found = actions.answer_cram(
                learner,
                as_id(pk),
                asked["card"],
                known=asked["known"],
                key=asked["key"],
                at=now(),
                verdicts=verdicts,
            )
            return 200, CramSerializer(found).data

        return answer_once(request, asked["key"], act)
