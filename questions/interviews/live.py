"""The stream of a room: a bare coroutine that says "interview X is at N", and nothing else.

It holds no thread and no connection to the database. One watcher for the whole process notices
that rooms moved on and tells those who listen; what moved is read through the pages, which know
who may see what. Each stream begins with where its room is, so a lost hint costs nothing.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from .access import Admitted, admitted, close
from .watching import Place, Watcher, watcher

log = logging.getLogger(__name__)

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

Ask = Callable[[Scope], Awaitable[tuple[Admitted | None, Place | None]]]

AGAIN = 60.0
"""Seconds after which a stream asks anew whether it may go on."""

BREATH = 15.0
"""Seconds without news after which a comment keeps the line open."""

HEADERS = [
    (b"content-type", b"text/event-stream"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
    (b"x-content-type-options", b"nosniff"),
    (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'"),
]
THREADS = ThreadPoolExecutor(max_workers=2, thread_name_prefix="live")
"""Where the database is asked who may listen: two are plenty, each asks once a minute."""


@dataclass(eq=False)
class Listener:
    """One open stream, and what it has to be told next; older news of a kind is overwritten."""

    who: Admitted
    news: dict[str, str] = field(default_factory=dict)
    woken: asyncio.Event = field(default_factory=asyncio.Event)

    def tell(self, event: str, data: str) -> None:
        self.news[event] = data
        self.woken.set()

    def at(self, place: Place) -> None:
        """Say where the room is, as this side counts."""
        version = place.version if self.who.told_all else place.shared
        self.tell("at", json.dumps({"at": version, "pad": place.pad}))


class Rooms:
    """Who listens in which room of this process."""

    def __init__(self, watched_by: Watcher) -> None:
        self.rooms: dict[UUID, set[Listener]] = {}
        self.watching: asyncio.Task[None] | None = None
        self.watcher = watched_by

    def enter(self, listener: Listener) -> None:
        self.rooms.setdefault(listener.who.interview, set()).add(listener)
        if self.watching is None or self.watching.done():
            self.watching = asyncio.create_task(self.watcher.run(self.moved, self.rooms.keys))
        self._say_who_is_there(listener.who.interview)

    def leave(self, listener: Listener) -> None:
        room = self.rooms.get(listener.who.interview, set())
        room.discard(listener)
        if not room:
            self.rooms.pop(listener.who.interview, None)
        if not self.rooms and self.watching is not None:
            self.watching.cancel()
            self.watching = None
        self._say_who_is_there(listener.who.interview)

    def moved(self, places: Iterable[Place]) -> None:
        for place in places:
            for listener in self.rooms.get(place.interview, ()):
                listener.at(place)

    def _say_who_is_there(self, interview: UUID) -> None:
        """Mentors see whether the candidate has the room open."""
        room = self.rooms.get(interview, set())
        roles = " ".join(sorted({one.who.role for one in room}))
        for listener in room:
            if listener.who.told_all:
                listener.tell("there", roles)


class Streams:
    """The ASGI application below /live/."""

    def __init__(self, ask: Ask, watched_by: Watcher, again: float = AGAIN) -> None:
        self.ask, self.again = ask, again
        self.rooms = Rooms(watched_by)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        who, place = await self.ask(scope)
        if who is None or place is None:
            await refuse(send, 404)
            return
        if scope["method"] != "GET":
            await refuse(send, 405)
            return
        listener = Listener(who)
        await send({"type": "http.response.start", "status": 200, "headers": HEADERS})
        listener.at(place)
        self.rooms.enter(listener)
        gone = asyncio.create_task(hung_up(receive))
        try:
            await self.stream(scope, listener, gone, send)
        finally:
            gone.cancel()
            self.rooms.leave(listener)
        with suppress(Exception):
            await send({"type": "http.response.body", "body": b"", "more_body": False})

    async def stream(
        self, scope: Scope, listener: Listener, gone: asyncio.Task[None], send: Send
    ) -> None:
        """Send what there is to tell until the client goes or may no longer listen."""
        clock = asyncio.get_running_loop().time
        until = clock() + self.again
        await send(body(b"retry: 1000\n\n"))
        while not gone.done():
            if clock() >= until:
                who, place = await self.ask(scope)
                if who is None or place is None:
                    return
                listener.at(place)
                until = clock() + self.again
            wake = asyncio.create_task(listener.woken.wait())
            waits = max(0.0, min(BREATH, until - clock()))
            await asyncio.wait({wake, gone}, timeout=waits, return_when=asyncio.FIRST_COMPLETED)
            wake.cancel()
            await send(body(told(listener)))


def told(listener: Listener) -> bytes:
    """The news as events; a comment where there is none."""
    listener.woken.clear()
    news, listener.news = listener.news, {}
    said = "".join(f"event: {event}\ndata: {data}\n\n" for event, data in news.items())
    return (said or ": still here\n\n").encode()


async def asked(scope: Scope) -> tuple[Admitted | None, Place | None]:
    """Who listens and where their room is; nobody where they may not know that it is there."""
    parts = scope["path"].strip("/").split("/")
    if len(parts) != 3 or parts[:2] != ["live", "interviews"]:
        return None, None
    try:
        interview = UUID(parts[2])
    except ValueError:
        return None, None
    loop = asyncio.get_running_loop()
    try:
        return await loop.run_in_executor(THREADS, known, scope["headers"], interview)
    except Exception:
        log.warning("nobody could be asked who may listen", exc_info=True)
        return None, None


def known(
    headers: list[tuple[bytes, bytes]], interview: UUID
) -> tuple[Admitted | None, Place | None]:
    try:
        return admitted(headers, interview)
    finally:
        close()


async def hung_up(receive: Receive) -> None:
    """Come back when the client has gone."""
    while (await receive())["type"] != "http.disconnect":
        pass


def body(text: bytes) -> Message:
    return {"type": "http.response.body", "body": text, "more_body": True}


async def refuse(send: Send, status: int) -> None:
    headers = [(b"content-length", b"0"), (b"cache-control", b"no-store")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": b""})


application = Streams(asked, watcher())
