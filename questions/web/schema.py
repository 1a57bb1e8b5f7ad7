"""How the OpenAPI document describes our operations: every status that may be answered."""

from __future__ import annotations

from typing import Any

from drf_spectacular.extensions import OpenApiSerializerExtension
from drf_spectacular.openapi import AutoSchema

from .codes import told

PROBLEM_SCHEMA: dict[str, Any] = {
    "type": "object",
    "description": "An RFC 9457 problem. `code` is permanent; `detail` is for people.",
    "required": ["type", "title", "status", "code", "detail", "request_id"],
    "properties": {
        "type": {"type": "string", "description": "`about:blank`: see `code`."},
        "title": {"type": "string", "description": "The status in words."},
        "status": {"type": "integer", "description": "The status of the answer."},
        "code": {"type": "string"},
        "detail": {"type": "string", "description": "What is wrong, in a sentence for people."},
        "request_id": {"type": "string", "description": "The call's name in our log."},
        "fields": {"description": "What is wrong, by field; with code `invalid` only."},
    },
}
STATUSES = {
    "400": "The body or a parameter is not valid (`invalid`, `parse_error`).",
    "401": "No token, or one that is no longer good (`not_authenticated`).",
    "403": "Seen, but not allowed (`permission_denied`, `not_allowed`).",
    "404": "Not there, or not this person's (`not_found`).",
    "409": "Not as things stand; `key_reused` when a key came with another body.",
    "413": "Larger than any call needs, or an upload beyond its limit (`too_large`).",
    "415": "Only application/json is read (`unsupported_media_type`).",
    "422": "Well-formed, but it cannot be meant (`malformed`).",
    "429": "Too many requests (`throttled`); see Retry-After.",
    "503": "The database is away (`database_away`); see Retry-After.",
}


class Operation(AutoSchema):
    """Adds the problems that an operation may answer to its description."""

    def get_operation(self, *args: Any, **kwargs: Any) -> dict[str, Any] | None:
        operation: dict[str, Any] | None = super().get_operation(*args, **kwargs)
        if operation is not None:
            cursor = any(one["name"] == "cursor" for one in operation.get("parameters", ()))
            for status in [*self.problems(), *(["422"] if cursor else [])]:
                operation["responses"].setdefault(status, self.described(status))
        return operation

    def _resolve_path_parameters(self, variables: list[str]) -> list[dict[str, Any]]:
        """Ids that leave the house are UUIDs, also where an address takes any text for one."""
        found: list[dict[str, Any]] = super()._resolve_path_parameters(  # type: ignore[no-untyped-call]
            variables
        )
        for one in found:
            if one["name"] in {"id", "link"} and one["schema"].get("type") == "string":
                one["schema"] = {"type": "string", "format": "uuid"}
        return found

    def problems(self) -> list[str]:
        always = ["400", "401", "403", "429", "503"]
        if "{" in self.path:
            always.append("404")
        if self.method in {"POST", "PUT", "PATCH", "DELETE"}:
            always += ["404", "409", "413", "415", "422"]
        else:
            always.append("404")
        always += getattr(self.view, "also_answers", ())
        always += getattr(self.view, "also_by_action", {}).get(getattr(self.view, "action", ""), ())
        return sorted(set(always))

    def described(self, status: str) -> dict[str, Any]:
        return {
            "description": STATUSES[status],
            "content": {
                "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}
            },
        }


class InputSchema(OpenApiSerializerExtension):  # type: ignore[no-untyped-call]
    """What a phone may send has the fields that are named and no others."""

    target_class = "questions.web.api.Input"
    match_subclasses = True

    def map_serializer(self, auto_schema: AutoSchema, direction: Any) -> dict[str, Any]:
        mapped: Any = auto_schema
        return {
            **mapped._map_basic_serializer(self.target, direction),
            "additionalProperties": False,
        }


def add_problem(result: dict[str, Any], **_: Any) -> dict[str, Any]:
    """Postprocessing hook: name the problem's schema once, with every code there is."""
    code = {**PROBLEM_SCHEMA["properties"]["code"], "description": told()}
    properties = {**PROBLEM_SCHEMA["properties"], "code": code}
    schemas = result.setdefault("components", {}).setdefault("schemas", {})
    schemas["Problem"] = {**PROBLEM_SCHEMA, "properties": properties}
    return result
