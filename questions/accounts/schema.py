"""How the OpenAPI document describes signing in: allauth's own description, in our document."""

from __future__ import annotations

import json
import re
from typing import Any

from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.openapi import AutoSchema

NOT_OFFERED = re.compile(r"/(phone|phone/verify.*|code/confirm|tokens/refresh)$")
COMPONENT = re.compile(r'"#/components/(\w+)/(\w+)"')


class TokenScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    target_class = "questions.accounts.tokens.TokenAuthentication"
    name = "token"

    def get_security_definition(self, auto_schema: AutoSchema) -> dict[str, str]:
        return {
            "type": "apiKey",
            "in": "header",
            "name": "X-Session-Token",
            "description": "The `session_token` in `meta` that signing in or up answers.",
        }


def add_sign_in(result: dict[str, Any], **_: Any) -> dict[str, Any]:
    """Postprocessing hook: add allauth's operations for apps, their components named `Auth…`."""
    from allauth.headless.spec.internal.schema import get_schema

    found = json.loads(COMPONENT.sub(r'"#/components/\1/Auth\2"', json.dumps(get_schema())))
    for path, operations in found["paths"].items():
        if not NOT_OFFERED.search(path):
            result["paths"][path] = {m: ours(o, path, m) for m, o in operations.items()}
    for kind, parts in found["components"].items():
        ours_too = result["components"].setdefault(kind, {})
        ours_too.update({f"Auth{name}": part for name, part in parts.items()})
    return result


def ours(operation: dict[str, Any], path: str, method: str) -> dict[str, Any]:
    """One of allauth's operations as ours are written: one tag, our scheme, a name of its own."""
    token = {"$ref": "#/components/parameters/AuthSessionToken"}
    parameters = [p for p in operation.get("parameters", []) if p != token]
    signed = token in operation.get("parameters", [])
    name = re.sub(r"\W+", "_", path.split("/v1/")[1])
    return {
        **{k: v for k, v in operation.items() if k != "parameters"},
        **({"parameters": parameters} if parameters else {}),
        "tags": ["sign-in"],
        "operationId": f"auth_{name}_{method}",
        "security": [{"token": []}] if signed else [{}],
    }
