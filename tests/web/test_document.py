"""The OpenAPI document as it is served."""

from __future__ import annotations

import pytest
from django.test import Client

from questions.web import document

SCHEMA = "/api/schema/"


@pytest.fixture
def unwritten(monkeypatch):
    """A process that nobody has asked yet, and how often the document was written in it."""
    written = []
    drawn = document.SpectacularAPIView._get_schema_response

    def draw(self, request):
        written.append(request.accepted_media_type)
        return drawn(self, request)

    monkeypatch.setattr(document, "WRITTEN", {})
    monkeypatch.setattr(document.SpectacularAPIView, "_get_schema_response", draw)
    return written


def test_a_process_writes_the_document_once(unwritten, phone, learner):
    first = Client().get(SCHEMA, {"format": "json"})
    again = phone(learner).get(SCHEMA, {"format": "json"})
    assert first.json()["openapi"] == "3.1.0"
    assert first.content == again.content
    assert len(unwritten) == 1
    tagged = Client().get(SCHEMA, {"format": "json"}, headers={"If-None-Match": first["ETag"]})
    assert (tagged.status_code, tagged.content) == (304, b"")


def test_yaml_and_json_are_not_taken_for_each_other():
    asked = {kind: Client().get(SCHEMA, {"format": kind}) for kind in ("yaml", "json")}
    assert asked["yaml"].content.startswith(b"openapi: 3.1.0")
    assert asked["json"].content.startswith(b"{")
    assert asked["yaml"]["Content-Type"].startswith("application/vnd.oai.openapi")
