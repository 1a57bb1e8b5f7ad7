"""Exports for a phone."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.timezone import now
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework import serializers
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.request import Request
from rest_framework.viewsets import GenericViewSet

from questions.bank.exports import Format
from questions.bank.exports.download import answer
from questions.bank.exports.gather import MOST
from questions.bank.models import Question

from .queries import SelectionQuery

FILES: dict[Any, Any] = {
    (200, "application/json"): OpenApiTypes.OBJECT,
    (200, "text/markdown; charset=utf-8"): OpenApiTypes.STR,
    (200, "text/csv; charset=utf-8"): OpenApiTypes.STR,
    (200, "text/plain; charset=utf-8"): OpenApiTypes.STR,
    (200, "application/octet-stream"): OpenApiTypes.BINARY,
    (409, "application/problem+json"): OpenApiResponse(
        OpenApiTypes.OBJECT, description="There is nothing to export (`nothing_to_export`)."
    ),
}


class ExportQuery(SelectionQuery):
    """What to export: the filters of the list, and the format."""

    into = serializers.ChoiceField(
        choices=[form.value for form in Format],
        help_text="The format of the file: `json` holds everything, `markdown` is a document "
        "that can be read again, `csv` a table, `gift` is for Moodle, `anki` a deck.",
    )


class WhateverIsAskedFor(BaseContentNegotiation):
    """The address says which format is wanted, so no header needs to."""

    def select_parser(self, request: Request, parsers: Any) -> Any:
        return parsers[0]

    def select_renderer(self, request: Request, renderers: Any, format_suffix: Any = None) -> Any:
        return renderers[0], renderers[0].media_type


class ExportViewSet(GenericViewSet[Question]):
    """Questions as a file to keep."""

    queryset = Question.objects.none()
    content_negotiation_class = WhateverIsAskedFor
    pagination_class = None

    @extend_schema(
        operation_id="questions_export",
        parameters=[ExportQuery],
        responses=FILES,
        description=f"The first {MOST:,} questions that the list would show, as a file; JSON says "
        "with `cut` whether there are more. A selection without questions is refused with 409 "
        "`nothing_to_export`.",
    )
    def list(self, request: Request) -> HttpResponse:
        """Export questions."""
        asked = ExportQuery(data=request.query_params)
        asked.is_valid(raise_exception=True)
        form = Format(asked.validated_data["into"])
        return answer(request.user, asked.wanted(), form, at=now())
