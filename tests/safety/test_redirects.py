"""Wherever one says where to go next, one stays on the site."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import now

from tests import make

BASES = [
    "https://evil.example",
    "http://evil.example/today/",
    "//evil.example",
    "///evil.example",
    "////evil.example/%2f..",
    "/\\evil.example",
    "\\\\evil.example",
    "\\/evil.example",
    "/\\/evil.example",
    "https:evil.example",
    "https:/evil.example",
    "https:///evil.example",
    "http:\\\\evil.example",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "//evil.example@testserver",
    "https://testserver@evil.example",
    "https://testserver.evil.example",
    "//testserver:80@evil.example/",
    "ftp://evil.example",
    "//[2001:db8::1]/",
    "https://evil%E3%80%82example",
    "//evil。example",
    "/%09/evil.example",
    "/\t/evil.example",
    "\t//evil.example",
    "\n//evil.example",
    " //evil.example",
]
NEXT = BASES + [variant for b in BASES for variant in (f"\x00{b}", f"{b}\r\nSet-Cookie: a=b")]
assert len(NEXT) >= 60


def stays(location: str) -> bool:
    """Whether a browser that follows it is still here; it takes a backslash for a slash."""
    seen = "".join(c for c in location if c not in "\t\r\n").strip().replace("\\", "/")
    parts = urlsplit(seen)
    here = parts.netloc == "" or parts.netloc == "testserver"
    return here and parts.scheme in {"", "http", "https"} and not seen.startswith("//")


@pytest.mark.parametrize("target", NEXT)
def test_signing_in_leads_to_a_page_of_ours(target, learner):
    client = Client()
    body = {"login": learner.email, "password": make.PASSWORD, "next": target}
    for answer in (
        client.post(reverse("account_login"), body),
        client.get(reverse("account_login"), {"next": target}),
        client.post(reverse("account_logout"), {"next": target}),
    ):
        assert stays(answer.get("Location", "")), answer.get("Location")
        assert "Set-Cookie: a=b" not in answer.get("Location", "")


@pytest.mark.parametrize("target", NEXT)
def test_acting_on_a_card_leads_to_a_page_of_ours(target, learner, browser):
    card = make.card(learner, due=now().date())
    body = {"key": "00000000-0000-0000-0000-00000000000a", "next": target}
    answer = browser.post(reverse("flashcards:suspend", args=[card.pk]), body)
    assert answer.status_code == 302
    assert stays(answer["Location"]), answer["Location"]


def test_a_page_of_ours_is_gone_to(learner):
    body = {"login": learner.email, "password": make.PASSWORD, "next": "/bank/?q=x"}
    assert Client().post(reverse("account_login"), body)["Location"] == "/bank/?q=x"
