"""Examples in the OpenAPI document: one of each component, made of its schema and a few tables.

A slice says in its `examples.py` how its fields look, as `"field"` or `"Component.field"`; what
no table knows is filled in by its type. So an example cannot be forgotten, and none grows stale.
"""

from __future__ import annotations

from functools import cached_property
from importlib import import_module
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.conf import settings

from .codes import GENERAL
from .errors import PROBLEM, problem

Schema = dict[str, Any]
FORMATS = {
    "date-time": "2026-11-10T12:00:00Z",
    "date": "2026-11-10",
    "email": "lena@example.org",
    "uri": "https://rehearsal.example/api/v1/",
}
KINDS: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "array": (list,),
    "object": (dict,),
}
"""What JSON Schema calls the types; a field's name may mean another one elsewhere."""

ANY = object()


def tables() -> dict[str, Any]:
    """What the slices say of their fields."""
    found: dict[str, Any] = {}
    for path in settings.API_EXAMPLES:
        found |= import_module(path).EXAMPLES
    return found


def id_of(name: str) -> str:
    """The UUID that stands for a thing of this name: what a card is called by, and its `id`."""
    return str(uuid5(NAMESPACE_URL, f"https://rehearsal.example/{name.lower()}"))


class Examples:
    """Makes an example of each component, once."""

    def __init__(self, schemas: dict[str, Schema]) -> None:
        self.schemas = schemas
        self.made: dict[str, Any] = {}

    @cached_property
    def said(self) -> dict[str, Any]:
        return tables()

    def of(self, name: str) -> Any:
        """The example of a component."""
        if name not in self.made:
            self.made[name] = self.value(self.schemas[name], name, name)
        return self.made[name]

    def value(self, schema: Schema, owner: str, field: str) -> Any:
        """The example of a field, or of what stands in its list."""
        told = self.said.get(f"{owner}.{field}", self.said.get(field, ANY))
        if "$ref" in schema:
            name = str(schema["$ref"].rpartition("/")[2])
            plain = "enum" in self.schemas[name]
            return self.value(self.schemas[name], owner, field) if plain else self.of(name)
        if "enum" in schema:
            return told if told is not ANY and told in schema["enum"] else schema["enum"][0]
        for several in ("allOf", "oneOf", "anyOf"):
            if several in schema:
                return self.one_of(schema[several], owner, field, told)
        return self.typed(schema, owner, field, told)

    def one_of(self, schemas: list[Schema], owner: str, field: str, told: Any) -> Any:
        if told is None and {"type": "null"} in schemas:
            return None
        chosen = next((one for one in schemas if one.get("type") != "null"), schemas[0])
        if told is not ANY and "$ref" not in chosen and "enum" not in chosen:
            return told
        return self.value(chosen, owner, field)

    def typed(self, schema: Schema, owner: str, field: str, told: Any) -> Any:
        kinds = schema.get("type", "object")
        kind = next(k for k in ([kinds] if isinstance(kinds, str) else kinds) if k != "null")
        if kind == "object" and "properties" in schema:
            return self.whole(schema, owner if field == owner else field)
        if self.fits(told, kind, schema) or (told is None and kind != kinds):
            return told
        if kind == "array":
            return [self.value(schema["items"], owner, field)]
        return self.plain(schema, kind, owner if field == "id" else field)

    def fits(self, told: Any, kind: str, schema: Schema) -> bool:
        """Whether the table means a field of this type; another of the name may be of another."""
        if kind != "array" or not told or not isinstance(told, list):
            return type(told) in KINDS[kind]
        named = str(schema["items"].get("$ref", "")).rpartition("/")[2]
        return isinstance(told[0], dict) or not named or "enum" in self.schemas[named]

    def plain(self, schema: Schema, kind: str, field: str) -> Any:
        """What a field is that nobody says anything of."""
        match kind:
            case "string" if schema.get("format") == "uuid":
                return id_of(field)
            case "string":
                return FORMATS.get(schema.get("format", ""), "")
            case "boolean":
                return bool(schema.get("default", False))
            case "integer" | "number":
                return schema.get("default", max(1, schema.get("minimum", 1)))
        return {}

    def whole(self, schema: Schema, name: str) -> Schema:
        """An object; of what may be sent, what has to be, and what the table names for it."""
        fields = schema["properties"]
        if name.endswith("Request"):
            needed = set(schema.get("required", ()))
            needed |= {field for field in fields if f"{name}.{field}" in self.said}
            fields = {field: fields[field] for field in fields if field in needed} or fields
        return {field: self.value(found, name, field) for field, found in fields.items()}


DONE = {"get": "As it is now.", "delete": "It is gone."}


def add_examples(result: Schema, **_: Any) -> Schema:
    """Postprocessing hook: an example for whatever is sent and answered as JSON, by name."""
    made = Examples(result["components"]["schemas"])
    kept: Schema = result["components"].setdefault("examples", {})
    for operations in result["paths"].values():
        for method, operation in operations.items():
            show(operation.get("requestBody", {}), kept, made)
            for status, answer in operation["responses"].items():
                answer["description"] = answer["description"] or DONE.get(method, "As it is then.")
                show(answer, kept, made, status)
    return result


def show(body: Schema, kept: Schema, made: Examples, status: str = "") -> None:
    """Name the example of a body, and keep it among those of the document."""
    for media, content in body.get("content", {}).items():
        name, value = named(content["schema"], made)
        if media == PROBLEM:
            name, value = f"{name}{status}", {**value, **wrong(int(status), made.of("Problem"))}
            value.pop("fields", None) if status != "400" else None
        if media in {PROBLEM, "application/json"}:
            kept[name] = {"value": value}
            content["examples"] = {"usual": {"$ref": f"#/components/examples/{name}"}}


def named(schema: Schema, made: Examples) -> tuple[str, Any]:
    """The example of a component, of a list of them, or of anything at all."""
    if "$ref" in schema:
        name = str(schema["$ref"].rpartition("/")[2])
        return name, made.of(name)
    if schema.get("type") == "array":
        name, value = named(schema["items"], made)
        return f"{name}List", [value]
    return "Anything", {}


def wrong(status: int, usual: Any) -> Any:
    """What a problem of this status looks like: the first code that comes with it."""
    code, (_, means) = next(found for found in GENERAL.items() if found[1][0] == status)
    more = {} if status != 400 else {"fields": {"key": ["This field is required."]}}
    return {**problem(status, code, means), "request_id": usual["request_id"], **more}
