"""The buffer in front of the pages: whole bodies, within limits."""

from __future__ import annotations

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.web.bodies import BodyBuffer

SCOPE = {"type": "http", "path": "/library/upload/", "headers": []}


def ask(pieces, *, scope=SCOPE, gone=False, **limits):
    """What the client hears and what the application was given, for a body in pieces."""
    heard, taken, held = [], [], []

    async def app(scope, receive, send):
        body, more = b"", True
        while more:
            message = await receive()
            body, more = body + message["body"], message["more_body"]
        taken.append((body, scope["headers"]))
        await send({"type": "http.response.start", "status": 200, "headers": []})

    async def talk():
        buffer = BodyBuffer(app, **limits)
        last = len(pieces) - 1
        messages = [
            {"type": "http.request", "body": piece, "more_body": gone or number < last}
            for number, piece in enumerate(pieces)
        ]
        if gone:
            messages.append({"type": "http.disconnect"})
        queue = iter(messages)

        async def receive():
            return next(queue, None) or await asyncio.sleep(60)

        async def send(message):
            heard.append(message)

        await buffer(scope, receive, send)
        held.append(buffer.held)

    asyncio.run(talk())
    assert held == [0]
    return heard, taken


@given(st.lists(st.binary(max_size=2000), min_size=1, max_size=20))
def test_a_body_arrives_as_it_was_sent(pieces):
    heard, taken = ask(pieces)
    assert heard[0]["status"] == 200
    assert taken[0][0] == b"".join(pieces)


def test_a_large_body_comes_through_a_file():
    pieces = [bytes([n]) * 700_000 for n in range(5)]
    assert ask(pieces)[1][0][0] == b"".join(pieces)


@pytest.mark.parametrize(
    ("path", "kind"), [("/x/", b"text/html"), ("/api/v1/documents/", b"application/problem+json")]
)
def test_what_is_too_large_is_refused_at_both_doors(path, kind):
    heard, taken = ask([b"x" * 60, b"y" * 60, b"z"], scope={**SCOPE, "path": path}, limit=100)
    assert heard[0]["status"] == 413
    assert dict(heard[0]["headers"])[b"content-type"].startswith(kind)
    assert b"25 MB" in heard[1]["body"]
    assert taken == []


def test_endless_bodies_are_not_read_for_ever():
    heard, _ = ask([b"x" * 100] * 20, limit=100)
    assert heard[0]["status"] == 413


def test_too_many_bodies_at_once_are_told_to_come_again():
    heard, _ = ask([b"x" * 60, b"y" * 60], together=100)
    assert heard[0]["status"] == 503
    assert dict(heard[0]["headers"])[b"retry-after"] == b"5"


def test_a_body_that_does_not_come_is_given_up():
    heard, taken = ask([], seconds=0.05)
    assert heard[0]["status"] == 408
    assert taken == []


def test_a_client_that_hung_up_costs_nothing():
    assert ask([b"half"], gone=True) == ([], [])


def test_nobody_forges_what_a_proxy_sets():
    scope = {**SCOPE, "headers": [(b"x_forwarded_for", b"1.2.3.4"), (b"host", b"here")]}
    assert ask([b""], scope=scope)[1][0][1] == [(b"host", b"here")]
