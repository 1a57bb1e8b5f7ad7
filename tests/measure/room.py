"""How soon the other side of a room sees an act, and what open rooms cost: `make measure-room`.

A started server, and in each room two people: the mentor acts, the candidate listens to the stream
and fetches what it announces, as the page does. The time runs from before the act is sent to when
the candidate has read the new state. The machine that measures is the one that serves.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import mkdtemp
from uuid import uuid4

from tests.journeys import server
from tests.safety.started import Started, database, surroundings

ROOMS = (1, 20, 100)
"""The rows; 0 as an argument is the one of streams that only listen."""
IDLE = 1000
SECONDS = 12.0
PAUSE = 5.0
"""A mentor acts about so often: a tick, a hint, a note, the next question."""
GOALS = {"SQLite": 1000, "PostgreSQL": 300}
PEOPLE = """
import json, sys
from uuid import uuid4
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.utils.timezone import now
from importlib import import_module
from django.conf import settings
from questions.accounts.models import User
from questions.interviews import actions
from questions.interviews.models import Pairing
from questions.interviews.rules import Act, Verb
from questions.interviews.rules.setup import Setup
store = import_module(settings.SESSION_ENGINE).SessionStore
def cookie(person):
    session = store()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.create()
    return session.session_key
rooms = []
for n in range({number}):
    mentor = User.objects.create_user(f"m{{n}}@example.org", is_mentor=True)
    candidate = User.objects.create_user(f"c{{n}}@example.org")
    pairing = Pairing.objects.create(mentor=mentor, candidate=candidate, accepted=now())
    planned = actions.Planned(Setup(number=3), pairing)
    mock = actions.plan(mentor, planned, key=uuid4(), at=now(), site="https://rehearsal.example/")
    actions.act(mock, Act(Verb.BEGIN), by=mentor, key=uuid4(), at=now())
    rooms.append([str(mock.pk), cookie(mentor), cookie(candidate)])
print("ROOMS" + json.dumps(rooms))
"""


@dataclass
class Room:
    """One room: who is in it, and how long each act took to be seen."""

    id: str
    mentor: str
    candidate: str
    version: int = 1
    sent: dict[int, float] = field(default_factory=dict)
    took: list[float] = field(default_factory=list)


async def call(port: int, cookie: str, path: str, body: str = "") -> tuple[int, str]:
    """One request on a connection of its own, as HTTP/1.1 has it; (status, text)."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    token = "a" * 32
    head = [
        f"{'POST' if body else 'GET'} {path} HTTP/1.1",
        f"Host: 127.0.0.1:{port}",
        f"Cookie: session={cookie}; csrf={token}",
        f"X-CSRFToken: {token}",
        "HX-Request: true",
        "Connection: close",
    ]
    if body:
        kind = "application/x-www-form-urlencoded"
        head += [f"Content-Type: {kind}", f"Content-Length: {len(body)}"]
    writer.write(("\r\n".join(head) + "\r\n\r\n" + body).encode())
    answer = (await reader.read()).decode(errors="replace")
    writer.close()
    return int(answer.split(" ", 2)[1]), answer


async def lead(port: int, room: Room, until: float) -> None:
    """Act now and then: the next question each time, which both sides see."""
    rng = random.Random(room.id)
    await asyncio.sleep(rng.random() * PAUSE)
    position = 1
    while time.perf_counter() < until:
        position = position % 3 + 1
        room.version += 1
        room.sent[room.version] = time.perf_counter()
        status, text = await call(
            port, room.mentor, f"/interviews/{room.id}/room/act/",
            f"verb=move&position={position}&key={uuid4()}",
        )  # fmt: skip
        assert status == 200, text[:300]
        await asyncio.sleep(PAUSE * (0.6 + 0.8 * rng.random()))


async def follow(port: int, room: Room) -> None:
    """Listen, and fetch what is new, as the candidate's page does."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    head = f"GET /live/interviews/{room.id}/ HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n"
    writer.write(f"{head}Cookie: session={room.candidate}\r\n\r\n".encode())
    seen = 1
    try:
        while line := (await reader.readline()).decode():
            if not line.startswith('data: {"at"'):
                continue
            at = json.loads(line.removeprefix("data: "))["at"]
            if at <= seen:
                continue
            path = f"/interviews/{room.id}/room/?seen={seen}"
            status, _ = await call(port, room.candidate, path)
            assert status == 200
            now = time.perf_counter()
            room.took += [now - room.sent[n] for n in range(seen + 1, at + 1) if n in room.sent]
            seen = at
    finally:
        writer.close()


async def busy(port: int, rooms: list[Room]) -> None:
    followers = [asyncio.create_task(follow(port, room)) for room in rooms]
    await asyncio.sleep(1.0)
    until = time.perf_counter() + SECONDS
    await asyncio.gather(*(lead(port, room, until) for room in rooms))
    await asyncio.sleep(1.0)
    for task in followers:
        task.cancel()
    await asyncio.gather(*followers, return_exceptions=True)


async def listen(port: int, room: Room, cookie: str) -> asyncio.StreamWriter:
    """One stream that stays open, once it has said where its room is."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    head = f"GET /live/interviews/{room.id}/ HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n"
    writer.write(f"{head}Cookie: session={cookie}\r\n\r\n".encode())
    while not (await reader.readline()).startswith(b'data: {"at"'):
        assert not reader.at_eof(), "a stream was not opened"
    return writer


async def pages(port: int, room: Room, number: int = 100) -> list[float]:
    """How long each of so many pages took, one after the other."""
    took = []
    for _ in range(number):
        began = time.perf_counter()
        status, _ = await call(port, room.mentor, f"/interviews/{room.id}/room/")
        took.append(time.perf_counter() - began)
        assert status == 200
    return sorted(took)


async def crowd(port: int, rooms: list[Room], process: int) -> str:
    """What so many streams that only listen cost, and how others are served meanwhile."""
    await pages(port, rooms[0])
    alone, memory, threads = await pages(port, rooms[0]), resident(process), working(process)
    held: list[asyncio.StreamWriter] = []
    for step in range(IDLE // 2):
        room = rooms[step % len(rooms)]
        for cookie in (room.mentor, room.candidate):
            held.append(await listen(port, room, cookie))
    beside = await pages(port, rooms[0])
    more, also = resident(process) - memory, working(process) - threads
    for writer in held:
        writer.close()
    return (
        f"{len(held)} idle streams: +{more:.1f} MB, +{also} threads; a page p95 "
        f"{percentile(beside, 0.95):.0f} ms beside them, {percentile(alone, 0.95):.0f} ms without  "
        f"{'met' if more <= 40 and also <= 10 else 'NOT met'} (40 MB, 10 threads)"
    )


def told(process: int, name: str) -> int:
    """A number that the system tells of a process."""
    status = Path(f"/proc/{process}/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith(f"{name}:"))
    return int(line.split()[1])


def resident(process: int) -> float:
    """MB of memory that a process holds by itself."""
    return told(process, "VmRSS") / 1024


def working(process: int) -> int:
    return told(process, "Threads")


def percentile(sorted_: list[float], share: float) -> float:
    return 1000 * sorted_[min(len(sorted_) - 1, int(share * len(sorted_)))]


@contextmanager
def opened(address: str, folder: Path, number: int) -> Iterator[tuple[int, int, list[Room]]]:
    """A started server with so many rooms: its port and process, and the rooms."""
    env = surroundings(folder, address, LOG_LEVEL="ERROR", DEBUG="1")
    server.manage(env, "migrate", "--verbosity", "0")
    server.manage(env, "ingest", "content/aws-lambda/concurrency-and-scaling.md")
    made = subprocess.run(
        [sys.executable, "manage.py", "shell", "-c", PEOPLE.format(number=number)],
        cwd=server.ROOT, env=env, capture_output=True, text=True, check=True,
    )  # fmt: skip
    rooms = [Room(*each) for each in json.loads(made.stdout.partition("ROOMS")[2])]
    one = Started(env, "--no-worker")
    one.start()
    try:
        assert one.process is not None
        yield int(env["PORT"]), one.process.pid, rooms
    finally:
        one.end()


def idle(address: str, folder: Path) -> None:
    """Print one row: what streams cost that only listen."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))  # the server inherits it
    with opened(address, folder, 10) as (port, process, rooms):
        print(f"{kind_of(address):10} {asyncio.run(crowd(port, rooms, process))}")


def kind_of(address: str) -> str:
    return "PostgreSQL" if address.startswith("postgres") else "SQLite"


def measure(address: str, folder: Path, number: int) -> None:
    """Print one row: how long acts take to be seen in so many rooms, and what they cost."""
    with opened(address, folder, number) as (port, process, rooms):
        before = resident(process)
        asyncio.run(busy(port, rooms))
        after = resident(process)
    took = sorted(each for room in rooms for each in room.took)
    acts = sum(len(room.sent) for room in rooms)
    kind = kind_of(address)
    at50, at95, at99 = (percentile(took, share) for share in (0.5, 0.95, 0.99))
    print(
        f"{kind:10} {number:4} rooms  {acts:4} acts, {acts - len(took)} unseen  "
        f"p50 {at50:5.0f} ms  p95 {at95:5.0f} ms  p99 {at99:5.0f} ms  "
        f"{after:4.0f} MB (+{after - before:.1f})  "
        f"{'met' if at95 <= GOALS[kind] else 'NOT met'} ({GOALS[kind]} ms)"
    )


def main() -> None:
    wanted = [int(word) for word in sys.argv[1:]] or [*ROOMS, 0]
    kinds = ["", os.environ.get("DATABASE_URL", "")]
    for given in dict.fromkeys(kind for kind in kinds if not kind.startswith("sqlite")):
        for number in wanted:
            folder = Path(mkdtemp(prefix="rooms-"))
            os.environ["DATABASE_URL"] = given
            try:
                with database(folder) as address:
                    if number:
                        measure(address, folder, number)
                    else:
                        idle(address, folder)
            finally:
                shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
