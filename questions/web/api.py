"""What every API view stands on: pages of results and serializers that parse strictly."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from rest_framework import serializers
from rest_framework.exceptions import ParseError
from rest_framework.pagination import PageNumberPagination
from rest_framework.parsers import JSONParser
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.utils.urls import replace_query_param

from . import cursors

CURSOR = "cursor"
ID = "[0-9a-fA-F-]{36}"
"""What may stand for an id in an address; where it is none, there is nothing behind it."""


class Pages(PageNumberPagination):
    """25 rows a page unless `page_size` asks for another number, at most 100.

    By number, or with `cursor`, empty at first, by what comes after the rows one has: so none comes
    twice or not at all because others came in between.
    """

    page_size_query_param = "page_size"
    max_page_size = 100
    further: str | None = None

    def paginate_queryset(self, queryset: Any, request: Request, view: Any = None) -> Any:
        """The rows of the page that was asked for."""
        self.cursor = request.query_params.get(CURSOR)
        if self.cursor is None:
            return super().paginate_queryset(queryset, request, view)
        self.request, size = request, self.get_page_size(request)
        listed = queryset if hasattr(queryset, "after") else Ordered(queryset)
        rows = listed.after(self.cursor, size + 1)
        self.count = len(listed)
        self.further = listed.cursor_of(rows[size - 1]) if len(rows) > size else None
        return rows[:size]

    def get_paginated_response(self, data: Any) -> Response:
        """The rows with how many there are, and where the next ones are."""
        if self.cursor is None:
            return super().get_paginated_response(data)
        here = self.request.build_absolute_uri() if self.request else ""
        following = self.further and replace_query_param(here, CURSOR, self.further)
        body = {"count": self.count, "next": following, "previous": None}
        return Response({**body, "cursor": self.further, "results": data})

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        """The shape of a page, whichever way it was asked for."""
        link = {"type": ["string", "null"], "format": "uri"}
        said = {
            "count": {"type": "integer", "description": "How many rows there are on all pages."},
            "next": {**link, "description": "The next page; null: this is the last."},
            "previous": {**link, "description": "The page before, where pages have numbers."},
            CURSOR: {
                "type": ["string", "null"],
                "description": "Where `cursor` was sent: what to send next; null: these are all.",
            },
            "results": {**schema, "description": "The rows."},
        }
        needed = [name for name in said if name != CURSOR]
        return {"type": "object", "required": needed, "properties": said}

    def get_page_size(self, request: Request) -> int:
        """The size that was asked for; what is no number from 1 to 100 is an error."""
        asked = request.query_params.get(self.page_size_query_param, str(self.page_size))
        if not (asked.isascii() and asked.isdigit() and 1 <= int(asked[:4]) <= self.max_page_size):
            raise serializers.ValidationError({"page_size": ["A whole number from 1 to 100."]})
        return int(asked)

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        """Both parameters with their bounds."""
        found: list[dict[str, Any]] = super().get_schema_operation_parameters(view)
        for one in found:
            one["schema"]["minimum"] = 1
            if one["name"] == self.page_size_query_param:
                one["schema"]["maximum"] = self.max_page_size
        return [*found, CURSOR_PARAMETER]


CURSOR_PARAMETER = {
    "name": CURSOR,
    "in": "query",
    "required": False,
    "description": "Instead of `page`: empty at first, then the `cursor` of the page before. "
    "422 `not_a_cursor` for any other.",
    "schema": {"type": "string"},
}


class Ordered:
    """Rows of the database in their order, to be gone through by a cursor."""

    def __init__(self, rows: QuerySet[Any]) -> None:
        self.rows = rows

    def __len__(self) -> int:
        return self.rows.count()

    def after(self, cursor: str, size: int) -> list[Any]:
        return list(cursors.after(self.rows, cursor)[:size])

    def cursor_of(self, last: Any) -> str:
        return cursors.cursor_of(self.rows, last.pk)


class JSON(JSONParser):
    """JSON, of which more nesting than Python can follow is only one more way to be wrong."""

    def parse(self, *args: Any, **kwargs: Any) -> Any:
        try:
            return super().parse(*args, **kwargs)
        except RecursionError:
            raise ParseError("This is nested too deeply.") from None


class StrictChar(serializers.CharField):
    """A string that must have come as one: no number or boolean is taken for text."""

    def to_internal_value(self, data: Any) -> str:
        if not isinstance(data, str):
            self.fail("invalid")
        value: str = super().to_internal_value(data)
        return value


class StrictInteger(serializers.IntegerField):
    """An integer that must have come as one: no string, boolean or fraction."""

    def to_internal_value(self, data: Any) -> int:
        whole = isinstance(data, float) and data.is_integer()  # 16.0 is an integer in JSON Schema
        if isinstance(data, bool) or not (whole or isinstance(data, int)):
            self.fail("invalid")
        return super().to_internal_value(int(data))


class StrictBoolean(serializers.BooleanField):
    """A boolean that must have come as one: no word or number."""

    def to_internal_value(self, data: Any) -> bool:
        if not isinstance(data, bool):
            self.fail("invalid", input=data)
        return data


class StrictUUID(serializers.UUIDField):
    """A UUID in the form that has hyphens: no number, no bare digits, no urn."""

    def to_internal_value(self, data: Any) -> UUID:
        if not isinstance(data, str) or len(data) != 36:
            self.fail("invalid", value=data)
        return super().to_internal_value(data)


class StrictDateTime(serializers.DateTimeField):
    """A moment as RFC 3339 writes it, with its offset: no bare date, no time without a zone."""

    FORM = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)", re.ASCII)

    def to_internal_value(self, value: Any) -> datetime:
        if not isinstance(value, str) or not self.FORM.fullmatch(value):
            self.fail("invalid", format="YYYY-MM-DDThh:mm:ss+hh:mm")
        return super().to_internal_value(value)


class Input(serializers.Serializer[Any]):
    """What a phone may send; a field that is not known is an error, so that no typo is lost."""

    def to_internal_value(self, data: Any) -> Any:
        if isinstance(data, dict) and (unknown := set(data) - set(self.fields)):
            raise serializers.ValidationError(
                {name: ["There is no such field."] for name in sorted(map(str, unknown))}
            )
        return super().to_internal_value(data)


class PageQuery(Input):
    """Which part of a list is wanted."""

    page = serializers.IntegerField(required=False, min_value=1, help_text="The page, from 1.")
    page_size = serializers.IntegerField(
        required=False, min_value=1, max_value=100, help_text="Rows a page; 25 unless said."
    )
    cursor = serializers.CharField(
        required=False,
        allow_blank=True,
        help_text="Instead of `page`: empty, or of the page before.",
    )


class KeyedInput(Input):
    """The body of every creating or acting call."""

    key = StrictUUID(
        help_text="Made by the client. The same call again with this key changes nothing and "
        "answers the same; another body under this key is refused with 409 `key_reused`."
    )
