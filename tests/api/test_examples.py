"""The document shows what is sent and answered: an example of everything, each of them right."""

from __future__ import annotations

import pytest
from jsonschema import Draft202012Validator, FormatChecker  # type: ignore[import-untyped]

from questions.web.codes import GENERAL, codes
from questions.web.examples import tables

JSON = ("application/json", "application/problem+json")


@pytest.fixture(scope="module")
def document():
    from drf_spectacular.generators import SchemaGenerator

    return SchemaGenerator().get_schema(request=None, public=True)


def bodies(document):
    """(where, what it holds) of every JSON body of our operations."""
    for path, operations in document["paths"].items():
        for method, operation in operations.items() if path.startswith("/api/v1/") else ():
            said = {"request": operation.get("requestBody", {}), **operation["responses"]}
            for status, body in said.items():
                for media, content in body.get("content", {}).items():
                    if media in JSON:
                        yield f"{method} {path} {status}", content


def wrong(document, where, content):
    """What the schema of a body holds against its example."""
    schemas = document["components"]["schemas"]
    schema = {"components": {"schemas": schemas}, **content["schema"]}
    name = content["examples"]["usual"]["$ref"].rpartition("/")[2]
    value = document["components"]["examples"][name]["value"]
    found = Draft202012Validator(schema, format_checker=FormatChecker()).iter_errors(value)
    return [f"{where} {name}.{error.json_path}: {error.message[:200]}" for error in found]


def test_every_body_has_an_example_that_its_schema_allows(document):
    seen, said = set(), []
    for where, content in bodies(document):
        kind = str(content)
        if kind not in seen:
            said += wrong(document, where, content)
        seen.add(kind)
    assert said == []
    assert len(seen) > 100


def test_every_status_is_described(document):
    bare = [
        f"{method} {path} {status}"
        for path, operations in document["paths"].items()
        for method, operation in operations.items()
        for status, answer in operation["responses"].items()
        if not answer.get("description") and "$ref" not in answer
    ]
    assert bare == []


def test_every_code_is_described(document):
    said = document["components"]["schemas"]["Problem"]["properties"]["code"]["description"]
    assert set(GENERAL) < set(codes())
    assert [code for code, (_, means) in codes().items() if not means] == []
    assert [code for code in codes() if f"- `{code}` (" not in said] == []


def test_no_table_speaks_of_a_field_that_is_not_there(document):
    fields = {
        f"{name}.{field}"
        for name, schema in document["components"]["schemas"].items()
        for field in schema.get("properties", {})
    }
    known = fields | {name.partition(".")[2] for name in fields}
    assert set(tables()) - known == set()
