"""How often, how much and how many: every operation of the API has a limit."""

from __future__ import annotations

from itertools import count, product
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import get_resolver, reverse
from rest_framework.test import APIClient
from rest_framework.throttling import SimpleRateThrottle

from tests import doors, make
from tests.test_doors import filled, path_of, walk
from tests.test_doors import world as world  # the learner's things, as the table has them

OPERATIONS = [(door, method) for door, method, _ in doors.rows(doors.API)]
LISTS = [d for d, m, _ in doors.rows(doors.API) if m == "GET" and "{" not in d]
AUTH = "/api/auth/app/v1"
addresses = count(1)


@pytest.fixture
def _two_a_minute(monkeypatch):
    monkeypatch.setattr(SimpleRateThrottle, "THROTTLE_RATES", {"anon": "2/min", "user": "2/min"})


def spoofed() -> dict[str, str]:
    """Headers with which a client claims to come from yet another address."""
    one = f"203.0.{next(addresses) % 250}.{next(addresses) % 250}"
    return {"X-Forwarded-For": f"{one}, 10.0.0.1", "X-Real-IP": one, "Forwarded": f"for={one}"}


@pytest.mark.usefixtures("_two_a_minute")
@pytest.mark.parametrize("role", ["nobody", "learner"])
def test_every_operation_has_a_rate_and_no_header_gets_around_it(world, role):
    unlimited = []
    # Whoever has left calls nothing any more: that comes last.
    every = sorted([*OPERATIONS, ("/api/schema/", "GET")], key=lambda one: "/leave/" in one[0])
    for door, method in every:
        cache.clear()
        phone = APIClient()
        if world["people"][role]:
            phone.force_authenticate(world["people"][role])
        address = door if "schema" in door else path_of(door, world)
        for _ in range(3):
            body = {"key": str(uuid4()), **filled(doors.BODIES.get(door, {}), world)}
            call = getattr(phone, method.lower())
            last = call(address, body if method == "POST" else None, headers=spoofed())
        if last.status_code != 429 or not last.get("Retry-After"):
            unlimited.append((door, method, last.status_code))
    assert unlimited == []


def test_every_view_of_the_framework_is_under_the_rate():
    seen = set()
    for pattern in patterns(get_resolver().url_patterns):
        view = getattr(pattern.callback, "cls", None)
        if view is not None:
            seen.add(view)
            assert view.throttle_classes, view
    assert len(seen) >= 9
    assert list(walk(get_resolver().url_patterns))


def patterns(found):
    for one in found:
        if hasattr(one, "url_patterns"):
            yield from patterns(one.url_patterns)
        else:
            yield one


@pytest.mark.parametrize(
    ("path", "body", "most"),
    [
        ("auth/signup", {"email": "a@b.example", "password": "short"}, 20),
        ("auth/login", {"email": "a@b.example", "password": "wrong and long"}, 10),
        ("auth/password/request", {"email": "a@b.example"}, 20),
        ("auth/password/reset", {"key": "x-y", "password": "a long enough one"}, 20),
    ],
)
def test_the_doors_of_a_phones_sign_in_close_after_a_while(path, body, most, db):
    for _ in range(most):
        APIClient().post(f"{AUTH}/{path}", body, headers=spoofed())
    assert APIClient().post(f"{AUTH}/{path}", body, headers=spoofed()).status_code in {400, 429}
    answers = [APIClient().post(f"{AUTH}/{path}", body, headers=spoofed()) for _ in range(3)]
    said = {a.status_code for a in answers} | {e.get("code") for a in answers for e in errors(a)}
    assert said & {429, "too_many_login_attempts"}, said


def errors(answer):
    return answer.json().get("errors", []) if answer["Content-Type"].endswith("json") else []


def test_no_list_has_more_than_a_hundred_rows_a_page(world, learner, phone):
    topic = make.topic("Many")
    paper = make.document()
    for number in range(3):
        make.question(f"What is {number}?", document=paper, topics=[topic])
    wrong = {}
    for door, size in product(LISTS, ("101", "1000000", "-1", "0", "1e9", "9" * 400, "x")):
        answer = phone(learner).get(path_of(door, world), {"page_size": size})
        shown = answer.json() if answer.status_code == 200 else {}
        rows = len(shown.get("results", [])) if isinstance(shown, dict) else 0
        if answer.status_code not in {200, 400} or rows > 100:
            wrong[door, size] = (answer.status_code, rows)
    assert wrong == {}
    assert len(LISTS) > 30


def big(megabytes: int) -> SimpleUploadedFile:
    return SimpleUploadedFile("big.md", b"a b c\n" * (megabytes * 1024 * 1024 // 6 + 6))


def test_an_upload_of_more_than_twenty_megabytes_is_413_at_both_doors(
    browser, phone, learner, settings, tmp_path
):
    settings.MEDIA_ROOT = tmp_path
    body = {"key": str(uuid4()), "files": [big(20)]}
    told = phone(learner).post("/api/v1/documents/", body, format="multipart")
    assert (told.status_code, told.json()["code"]) == (413, "too_large")
    page = browser.post(reverse("ingest:upload"), {"key": str(uuid4()), "documents": [big(20)]})
    assert page.status_code == 413
    assert "20 MB" in page.content.decode()
    assert not any(p for p in tmp_path.rglob("*") if p.is_file())


@pytest.mark.parametrize("path", ["/api/v1/ticks/", "/api/v1/cards/", f"{AUTH}/auth/login"])
def test_a_body_that_no_call_needs_is_refused_and_not_read(path, learner, phone):
    body = '{"key": "' + "x" * (3 * 1024 * 1024) + '"}'
    answer = phone(learner).generic("POST", path, body, content_type="application/json")
    assert answer.status_code in {400, 413}
    if path.startswith("/api/v1/"):
        assert answer["Content-Type"] == "application/problem+json"
        assert answer.status_code == 413


def test_a_body_that_is_nested_without_end_is_only_a_wrong_body(learner, phone):
    for text in ("[" * 100_000, '{"a":' * 50_000, "9" * 100_000, "[1e999999]", '"\\ud800"'):
        answer = phone(learner).generic(
            "POST", "/api/v1/cards/", text, content_type="application/json"
        )
        assert answer.status_code == 400, text[:20]
