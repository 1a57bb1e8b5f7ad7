"""The OpenAPI document itself. It says the same to everybody, so a process writes it once."""

from __future__ import annotations

from threading import Lock
from typing import Any

from django.http import HttpResponse
from drf_spectacular.views import SpectacularAPIView
from rest_framework.request import Request
from rest_framework.response import Response

WRITTEN: dict[str, tuple[bytes, str]] = {}
"""By media type: the document's bytes, and the name that a browser saves them under."""

WRITING = Lock()
"""Writing takes seconds; whoever asks meanwhile waits for the first."""


class DocumentView(SpectacularAPIView):
    """The API's own description, as YAML or JSON, the same bytes for every caller."""

    def _get_schema_response(self, request: Request) -> HttpResponse:
        renderer: Any = request.accepted_renderer
        with WRITING:
            if renderer.media_type not in WRITTEN:
                drawn: Response = super()._get_schema_response(request)  # type: ignore[no-untyped-call]
                name = drawn.headers["Content-Disposition"]
                WRITTEN[renderer.media_type] = renderer.render(drawn.data), name
        text, name = WRITTEN[renderer.media_type]
        kind = f"{renderer.media_type}; charset=utf-8"
        return HttpResponse(text, content_type=kind, headers={"Content-Disposition": name})
