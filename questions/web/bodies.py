"""What a client sends is taken in whole, within limits, before a thread is spent on it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterator, MutableMapping
from tempfile import SpooledTemporaryFile
from typing import Any

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

LIMIT = 25 * 1024 * 1024
"""Bytes of one body; the largest upload is 20 MB, the rest is room for its wrapping."""

SECONDS = 60.0
"""How long a body may take to arrive."""

TOGETHER = 256 * 1024 * 1024
"""Bytes of all bodies that are held at one moment."""

IN_MEMORY = 1024 * 1024
PIECE = 256 * 1024
PATIENCE = 4
"""So many times the limit is read and dropped, so that the client lives to hear the refusal."""

REASONS = {
    408: ("too_slow", "Too slow", "What you sent took more than a minute to arrive."),
    413: ("too_large", "Too large", "What you sent is too large: 25 MB is the most we take."),
    503: ("busy", "Back in a moment", "Many uploads arrive just now. Please try again."),
}


TAKEN, GONE = 0, -1
"""What else can become of a body: it is here, or its client hung up."""


class Body:
    """One body: small ones in memory, large ones in a file without a name."""

    def __init__(self) -> None:
        self.file = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115
        self.size = 0

    def add(self, piece: bytes) -> None:
        self.file.write(piece)
        self.size += len(piece)

    def messages(self) -> Iterator[Message]:
        """The body once more, as the messages of a client that is never late."""
        self.file.seek(0)
        left = self.size
        while True:
            piece = self.file.read(PIECE)
            left -= len(piece)
            yield {"type": "http.request", "body": piece, "more_body": left > 0}
            if left <= 0:
                return


class BodyBuffer:
    """An ASGI application in front of another, which then finds the whole body waiting."""

    def __init__(
        self, app: App, *, limit: int = LIMIT, seconds: float = SECONDS, together: int = TOGETHER
    ) -> None:
        self.app, self.limit, self.seconds, self.together = app, limit, seconds, together
        self.held = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        body = Body()
        try:
            status = await self.outcome(receive, body)
            if status == TAKEN:
                await self.app({**scope, "headers": plain(scope)}, replay(body, receive), send)
            elif status != GONE:
                await refuse(scope, status, send)
        finally:
            self.held -= body.size
            body.file.close()

    async def outcome(self, receive: Receive, body: Body) -> int:
        """TAKEN, GONE, or the status to answer."""
        try:
            return await asyncio.wait_for(self.take(receive, body), self.seconds)
        except TimeoutError:
            return 408

    async def take(self, receive: Receive, body: Body) -> int:
        """Read a body to its end; what is over a limit is read on for a while and dropped."""
        status, dropped, more = TAKEN, 0, True
        while more and dropped <= PATIENCE * self.limit:
            message = await receive()
            if message["type"] == "http.disconnect":
                return GONE
            piece = message.get("body", b"")
            more = message.get("more_body", False)
            status = status or self.room_for(piece, body)
            if status == TAKEN:
                body.add(piece)
                self.held += len(piece)
            else:
                dropped += len(piece)
        return status

    def room_for(self, piece: bytes, body: Body) -> int:
        """TAKEN, or why one more piece is too many: for this body, or for all together."""
        if body.size + len(piece) > self.limit:
            return 413
        return 503 if self.held + len(piece) > self.together else TAKEN


def plain(scope: Scope) -> list[tuple[bytes, bytes]]:
    """The headers without those that have an underscore.

    WSGI cannot tell `X_Forwarded_For` from the header that a proxy sets.
    """
    return [(name, value) for name, value in scope["headers"] if b"_" not in name]


def replay(body: Body, receive: Receive) -> Receive:
    """A `receive` that gives the body first and then waits for the client to go."""
    messages = body.messages()

    async def again() -> Message:
        return next(messages, None) or await receive()

    return again


async def refuse(scope: Scope, status: int, send: Send) -> None:
    """Answer for both doors without the application: it has seen nothing of this request."""
    code, title, detail = REASONS[status]
    if scope["path"].startswith("/api/"):
        problem = {"type": "about:blank", "title": title, "status": status, "code": code}
        text = json.dumps({**problem, "detail": detail, "request_id": ""})
        kind = b"application/problem+json"
    else:
        text = (
            f'<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>{title}</title>'
            f"<h1>{title}</h1><p>{detail} Nothing was changed.</p></html>"
        )
        kind = b"text/html; charset=utf-8"
    headers = [
        (b"content-type", kind),
        (b"content-length", str(len(text.encode())).encode()),
        (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'"),
        (b"x-content-type-options", b"nosniff"),
        (b"cache-control", b"no-store"),
        (b"connection", b"close"),
    ]
    if status == 503:
        headers.append((b"retry-after", b"5"))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": text.encode()})
