"""The streams: who is let in, what is said, and when it ends. No server and no database."""

from __future__ import annotations

import asyncio
import sqlite3
from uuid import UUID, uuid4

from questions.interviews.access import Admitted
from questions.interviews.live import Streams, asked
from questions.interviews.watching import Place, place_of, read

ROOM = UUID(int=7)
SCOPE = {"type": "http", "method": "GET", "path": f"/live/interviews/{ROOM}/", "headers": []}


class Still:
    """A watcher whose rooms move when the test says so."""

    def __init__(self):
        self.moved = None

    async def run(self, moved, watched):
        self.moved = moved
        await asyncio.Event().wait()


async def listened(streams, *, until, then=None, scope=SCOPE):
    """The status and all that was said, until the text holds `until`; then the client goes."""
    said, gone, statuses = [], asyncio.Event(), []

    async def send(message):
        statuses.append(message.get("status"))
        said.append(message.get("body", b"").decode())
        if then and len(said) == 3:
            then()
        if until and until in "".join(said):
            gone.set()

    async def receive():
        await gone.wait()
        return {"type": "http.disconnect"}

    await asyncio.wait_for(streams(scope, receive, send), 20)
    return statuses[0], "".join(said)


def admits(role, *answers):
    """An `ask` that gives these places one after the other, and nobody at the end."""
    left = [(Admitted(ROOM, role, role != "candidate"), place) for place in answers]

    async def ask(scope):
        return left.pop(0) if left else (None, None)

    return ask


def test_whoever_may_not_know_of_a_room_gets_404_before_the_first_byte():
    streams = Streams(admits("candidate"), Still())
    assert asyncio.run(listened(streams, until="")) == (404, "")


def test_other_addresses_lead_nowhere():
    for path in ("/live/", "/live/interviews/", "/live/interviews/x/", f"/live/cards/{ROOM}/"):
        assert asyncio.run(asked({**SCOPE, "path": path})) == (None, None)


def test_a_stream_begins_with_where_the_room_is_and_follows_it():
    still = Still()
    streams = Streams(admits("candidate", Place(ROOM, 9, 4, 2)), still)
    moved = [Place(ROOM, 12, 5, 2), Place(uuid4(), 1, 1, 1)]
    status, said = asyncio.run(listened(streams, until='"at": 5', then=lambda: still.moved(moved)))
    assert status == 200
    assert [line for line in said.splitlines() if line.startswith("data")] == [
        'data: {"at": 4, "pad": 2}',
        'data: {"at": 5, "pad": 2}',
    ]


def test_the_mentor_counts_everything_and_hears_who_is_there():
    streams = Streams(admits("mentor", Place(ROOM, 9, 4, 2)), Still())
    _, said = asyncio.run(listened(streams, until="event: there"))
    assert 'data: {"at": 9, "pad": 2}' in said
    assert "event: there\ndata: mentor\n" in said


def test_who_loses_their_place_is_heard_no_more_at_the_next_asking():
    streams = Streams(admits("mentor", Place(ROOM, 1, 1, 0)), Still(), again=0.0)
    status, said = asyncio.run(listened(streams, until="never"))
    assert (status, '"at"' in said) == (200, False)
    assert streams.rooms.rooms == {}
    assert streams.rooms.watching is None


def test_rooms_are_read_by_id_however_many_there_are():
    file = sqlite3.connect(":memory:")
    columns = "id, version, shared_version, pad_version"
    file.execute(f"CREATE TABLE interviews_interview ({columns})")
    rooms = [UUID(int=n) for n in range(1200)]
    rows = [(room.hex, n, n // 2, 0) for n, room in enumerate(rooms)]
    file.executemany("INSERT INTO interviews_interview VALUES (?, ?, ?, ?)", rows)
    assert {place.version for place in read(file, rooms[:1100])} == set(range(1100))


def test_a_notification_says_where_a_room_is():
    assert place_of(f"{ROOM} 3 2 1") == Place(ROOM, 3, 2, 1)
