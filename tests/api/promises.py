"""What v1 of the API promises, one fact a line, so that a change of it is a line in a diff."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.fuzz.api import OURS

CHOICES = ("ItemKind", "QuestionKind", "Verdict", "TickedWhere", "TimeZone", "State")
"""Types of nothing but values, besides those that are called so."""

MOST_VALUES = 50
"""A field that has more is not written out: the names of time zones come from elsewhere."""

SNAPSHOT = Path(__file__).parent / "promises.txt"
Schema = dict[str, Any]


def promises(document: Schema) -> set[str]:
    """All facts of our operations, and of the components that they name."""
    ours = {path: found for path, found in document["paths"].items() if path.startswith(OURS[1:])}
    facts: set[str] = set()
    for path, operations in ours.items():
        for method, operation in operations.items():
            facts |= set(of_operation(f"{method.upper()} {path}", operation))
    schemas = document["components"]["schemas"]
    for name, schema in schemas.items():
        if not name.startswith("Auth") and "enum" not in schema:
            facts |= set(of_component(name, schema, schemas))
    return facts


def of_operation(door: str, operation: Schema) -> Iterator[str]:
    yield f"{door} is {operation['operationId']}"
    for parameter in operation.get("parameters", []):
        needed = " required" if parameter.get("required") else ""
        yield f"{door} ? {parameter['name']} {kind(parameter['schema'])}{needed}"
    for media, body in operation.get("requestBody", {}).get("content", {}).items():
        if media == "application/json":
            yield f"{door} <- {kind(body['schema'])}"
    for status, answer in operation["responses"].items():
        found = {kind(body["schema"]) for body in answer.get("content", {}).values()}
        yield f"{door} -> {status} {' | '.join(sorted(found)) or 'nothing'}"


def of_component(name: str, schema: Schema, schemas: Schema) -> Iterator[str]:
    for one in schema.get("oneOf", []):
        yield f"{name} = {kind(one)}"
    needed = schema.get("required", [])
    for field, found in schema.get("properties", {}).items():
        yield f"{name}.{field} {kind(found)}{' required' if field in needed else ''}"
        values = choices(found, schemas)
        for value in values if len(values) <= MOST_VALUES else ():
            yield f"{name}.{field} = {value!r}"


def choices(schema: Schema, schemas: Schema) -> list[Any]:
    """The values that there are; what their type is called may change, they may only grow."""
    if "$ref" in schema:
        named: Schema = schemas.get(str(schema["$ref"].rpartition("/")[2]), {})
        return list(named.get("enum", []))
    if several := schema.get("allOf") or schema.get("oneOf") or schema.get("items"):
        every = several if isinstance(several, list) else [several]
        return [value for one in every for value in choices(one, schemas)]
    return list(schema.get("enum", []))


def kind(schema: Schema) -> str:
    """The type of a value in few words."""
    if "$ref" in schema:
        name = str(schema["$ref"].rpartition("/")[2])
        return "choice" if name.endswith(("Enum", *CHOICES)) else name
    for several in ("allOf", "oneOf", "anyOf"):
        if several in schema:
            return " | ".join(sorted(map(kind, schema[several])))
    if "array" in (found := types(schema)):
        return f"[{kind(schema.get('items', {}))}]"
    return " | ".join(sorted(found)) + (f" {schema['format']}" if "format" in schema else "")


def types(schema: Schema) -> list[str]:
    said = schema.get("type", "anything")
    return said if isinstance(said, list) else [said]


def broken(before: set[str], now: set[str]) -> set[str]:
    """Promises that are kept no more, and demands on what was asked for before without them."""
    subjects = {subject(fact) for fact in before}
    demands = {
        fact
        for fact in now - before
        if fact.endswith(" required") and subject(fact) in subjects and asks(fact)
    }
    return (before - now) | demands


def subject(fact: str) -> str:
    """The operation or component that a fact is about."""
    first = fact.split(" ? ")[0] if " ? " in fact else fact
    return first.partition(".")[0]


def asks(fact: str) -> bool:
    return " ? " in fact or fact.partition(".")[0].endswith("Request")


def read() -> set[str]:
    return set(SNAPSHOT.read_text().splitlines())


def write(document: Schema) -> None:
    SNAPSHOT.write_text("\n".join(sorted(promises(document))) + "\n")
