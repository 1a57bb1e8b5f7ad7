"""The rubric of a script for a phone: its dimensions, each with an example for each band."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from questions.interviews import actions
from questions.interviews.models import Interview
from questions.interviews.rules import BANDS, dimensions_from
from questions.interviews.rules.rubric import MOST_DIMENSIONS
from questions.web.api import Input, KeyedInput, StrictChar

from .base import OfInterviews


class DimensionInput(Input):
    dimension = StrictChar(
        required=False,
        allow_blank=True,
        default="",
        max_length=60,
        help_text="Its key, by which scores that were given stay with it; empty: a new one.",
    )
    name = StrictChar(max_length=60, help_text="What it is called; no two alike.")
    examples = serializers.ListField(
        child=StrictChar(max_length=300, allow_blank=True),
        min_length=len(BANDS),
        max_length=len(BANDS),
        help_text="What an answer sounds like in bands 1 to 4.",
    )


class RubricInput(KeyedInput):
    dimensions = serializers.ListField(
        child=DimensionInput(),
        min_length=1,
        max_length=MOST_DIMENSIONS,
        help_text="All of them, in order; what is left out is looked at no longer.",
    )


class DimensionSerializer(serializers.Serializer[Any]):
    dimension = serializers.CharField(source="key", help_text="What to send with a score.")
    name = serializers.CharField(help_text="What it is called.")
    examples = serializers.ListField(
        child=serializers.CharField(), help_text=f"Of bands 1 to 4: {', '.join(BANDS)}."
    )


class RubricOperations(OfInterviews):
    """What is scored besides the key points."""

    @extend_schema(responses=DimensionSerializer(many=True))
    @action(methods=["get"], detail=True, pagination_class=None)
    def rubric(self, request: Request, pk: str) -> Response:
        """The dimensions that the mentor scores in, for the mentor alone."""
        return Response(self.rubric_of(self.led()))

    @extend_schema(request=RubricInput, responses=DimensionSerializer(many=True))
    @rubric.mapping.post
    def change_rubric(self, request: Request, pk: str) -> Response:
        """Score in these dimensions; 422 `no_such_rubric` where two are called alike."""
        data, shown = self.given(RubricInput), self.led()
        dimensions = dimensions_from(
            {"key": one["dimension"], "name": one["name"], "examples": one["examples"]}
            for one in data["dimensions"]
        )

        def act() -> Any:
            actions.score_by(shown, dimensions, by=self.me)
            shown.refresh_from_db(fields=["dimensions"])
            return self.rubric_of(shown)

        return self.once(data, act)

    def rubric_of(self, shown: Interview) -> Any:
        return DimensionSerializer(shown.rubric, many=True).data
