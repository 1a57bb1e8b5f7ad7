"""How the OpenAPI document describes signing in: allauth's own description, in our document."""

from __future__ import annotations

import json
import re
from typing import Any

from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.openapi import AutoSchema

NOT_OFFERED = r"(account/phone|auth/phone/verify.*|auth/code/confirm|tokens/refresh)$"
"""Operations of allauth that nothing here uses: telephone numbers, codes by letter, JWTs."""

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


class DeviceScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    target_class = "questions.accounts.tokens.DeviceAuthentication"
    name = "device"

    def get_security_definition(self, auto_schema: AutoSchema) -> dict[str, str]:
        return {
            "type": "http",
            "scheme": "bearer",
            "description": "The `access_token` that `devices/` and `devices/refresh/` answer.",
        }


class BrowserScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    target_class = "questions.accounts.tokens.BrowserAuthentication"
    name = "browser"

    def get_security_definition(self, auto_schema: AutoSchema) -> dict[str, str]:
        return {
            "type": "apiKey",
            "in": "cookie",
            "name": "session",
            "description": "A browser that has signed in; it sends `X-CSRFToken`, too. "
            "Over HTTPS the cookie is named `__Host-session`.",
        }


def add_sign_in(result: dict[str, Any], **_: Any) -> dict[str, Any]:
    """Postprocessing hook: add allauth's operations for apps, their components named `Auth…`."""
    from allauth.headless.spec.internal.schema import get_schema

    found = json.loads(COMPONENT.sub(r'"#/components/\1/Auth\2"', json.dumps(get_schema())))
    for path, operations in found["paths"].items():
        if not re.search(f"/v1/{NOT_OFFERED}", path):
            result["paths"][path] = {m: ours(o, path, m) for m, o in operations.items()}
    components = found["components"]
    for kind, name in named_in(result["paths"], components):
        result["components"].setdefault(kind, {})[name] = components[kind][name[len("Auth") :]]
    return result


def named_in(paths: dict[str, Any], components: dict[str, Any]) -> set[tuple[str, str]]:
    """Which of allauth's components the operations need, directly or through one another."""
    needed: set[tuple[str, str]] = set()
    text = json.dumps(paths)
    while (
        new := {
            (kind, name)
            for kind, name in COMPONENT.findall(text)
            if name[len("Auth") :] in components.get(kind, {}) and name.startswith("Auth")
        }
        - needed
    ):
        needed |= new
        text = json.dumps([components[kind][name[len("Auth") :]] for kind, name in new])
    return needed


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
        "security": [{"token": []}] if signed else [],
    }
