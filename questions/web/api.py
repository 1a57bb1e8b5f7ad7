"""What every API view stands on: pages of results and serializers that parse strictly."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any
from uuid import UUID

from rest_framework import serializers
from rest_framework.exceptions import ParseError
from rest_framework.pagination import PageNumberPagination
from rest_framework.parsers import JSONParser
from rest_framework.request import Request


class Pages(PageNumberPagination):
    """25 rows a page unless `page_size` asks for another number, at most 100."""

    page_size_query_param = "page_size"
    max_page_size = 100

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
        return found


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


class KeyedInput(Input):
    """The body of every creating or acting call."""

    key = StrictUUID(
        help_text="Made by the client. The same call again with this key changes nothing and "
        "answers the same; another body under this key is refused with 409 `key_reused`."
    )
