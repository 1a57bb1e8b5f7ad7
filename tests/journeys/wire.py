"""A wire between browser and server that can be cut, also between a request and its answer."""

from __future__ import annotations

import asyncio
import threading
from contextlib import contextmanager, suppress

from .server import free_port


class Wire:
    """Carries bytes to and fro. Cut, it refuses everybody; with `deaf` answers are dropped."""

    def __init__(self, port: int) -> None:
        self.port, self.here = port, free_port()
        self.cut = False
        self.deaf = b""  # the path whose next answer gets lost
        self.lost = 0
        self.loop = asyncio.new_event_loop()
        self.over = asyncio.Event()
        self.writers: set[asyncio.StreamWriter] = set()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.here}"

    async def carry(self, reader, writer) -> None:
        """One connection, until either end or the wire is done with it."""
        self.writers.add(writer)
        with suppress(OSError):
            if not self.cut:
                there, back = await asyncio.open_connection("127.0.0.1", self.port)
                self.writers.add(back)
                lost = asyncio.Event()
                await asyncio.gather(self.out(reader, back, lost), self.home(there, writer, lost))
        writer.close()

    async def out(self, reader, back, lost) -> None:
        with suppress(OSError):
            while data := await reader.read(65536):
                if self.cut:
                    break
                if self.deaf and self.deaf in data:
                    self.deaf = b""
                    lost.set()
                back.write(data)
                await back.drain()
        back.close()

    async def home(self, there, writer, lost) -> None:
        with suppress(OSError):
            while data := await there.read(65536):
                if self.cut or lost.is_set():
                    self.lost += lost.is_set()
                    break
                writer.write(data)
                await writer.drain()
        writer.close()

    def run(self, ready: threading.Event) -> None:
        async def serve() -> None:
            server = await asyncio.start_server(self.carry, "127.0.0.1", self.here)
            ready.set()
            await self.over.wait()
            server.close()
            for writer in self.writers:
                writer.close()
            for writer in self.writers:
                with suppress(OSError):
                    await writer.wait_closed()
            others = asyncio.all_tasks() - {asyncio.current_task()}
            await asyncio.gather(*others, return_exceptions=True)

        self.loop.run_until_complete(serve())
        self.loop.close()


@contextmanager
def wired(url: str):
    """A wire to the server at this address."""
    wire, ready = Wire(int(url.rsplit(":", 1)[1])), threading.Event()
    thread = threading.Thread(target=wire.run, args=(ready,), daemon=True)
    thread.start()
    assert ready.wait(10)
    yield wire
    wire.loop.call_soon_threadsafe(wire.over.set)
    thread.join(10)
