"""A started server as an installation has it, on a throw-away database of the suite's own kind."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from uuid import uuid4

from tests import databases
from tests.journeys import server

PASSWORD = "a long enough phrase"
NOTES = "# Notes on things\n\n" + "".join(
    f"## What is thing {n}?\n\nThing {n} is a named place for objects of kind {n}.\n\n"
    for n in range(1, 21)
)


@contextmanager
def database(folder: Path) -> Iterator[str]:
    """The address of an empty database: PostgreSQL where the suite runs on it, else SQLite."""
    if not os.environ.get("DATABASE_URL", "").startswith("postgres"):
        yield f"sqlite:///{folder / 'site.sqlite3'}"
        return
    address = databases.named(f"safety_{uuid4().hex[:12]}")
    databases.copy("", address)
    try:
        yield address
    finally:
        databases.drop(address)


def surroundings(folder: Path, address: str, **more: str) -> dict[str, str]:
    """What an installation behind a proxy would say, but for HTTPS and the mail."""
    return {
        **os.environ,
        "DEBUG": "0",
        "HTTPS": "0",
        "SECRET_KEY": "only for this test, and long enough to be taken for one",
        "DATABASE_URL": address,
        "VAR": str(folder / "var"),
        "MEDIA_ROOT": str(folder / "media"),
        "STATIC_ROOT": str(folder / "static"),
        "EMAIL_URL": "dummymail://",
        "SECOND_FACTOR_FOR": "",
        "PORT": str(server.free_port()),
        "LOG_LEVEL": "INFO",
        "API_RATE_USER": "1000000/min",
        "API_RATE_ANON": "1000000/min",
        **more,
    }


class Started:
    """One server process that may be killed and started again."""

    def __init__(self, env: dict[str, str], *words: str) -> None:
        self.env, self.words = env, words
        self.url = f"http://127.0.0.1:{env['PORT']}"
        self.log = Path(env["VAR"]).parent / "serve.log"
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        with self.log.open("ab") as out:
            self.process = subprocess.Popen(
                [sys.executable, "manage.py", "serve", *self.words],
                cwd=server.ROOT,
                env=self.env,
                stdout=out,
                stderr=out,
            )
        end = time.monotonic() + 120
        while not server.answers(f"{self.url}/readyz"):
            assert self.process.poll() is None, self.log.read_text()[-2000:]
            assert time.monotonic() < end, "the server did not come up"
            time.sleep(0.05)

    def end(self, how: int = signal.SIGTERM) -> None:
        if self.process is not None:
            self.process.send_signal(how)
            self.process.wait(timeout=20)
            self.process = None


@contextmanager
def started(env: dict[str, str], *words: str) -> Iterator[Started]:
    one = Started(env, *words)
    try:
        one.start()
        yield one
    finally:
        with suppress(subprocess.TimeoutExpired):
            one.end()


def fill(env: dict[str, str]) -> None:
    """The tables, made from nothing, and one document of the house."""
    paper = Path(os.environ[databases.HERE]) / "things.md"
    mine = paper.with_suffix(f".{os.getpid()}")
    mine.write_text(NOTES)
    mine.replace(paper)  # at once, for another worker may be reading it
    databases.fill(env, ("ingest", str(paper)))


def ask(
    url: str, body: Any = None, method: str = "", token: str = "", **headers: str
) -> tuple[int, Any]:
    """(status, answer) of one call; the answer is JSON where it is some."""
    data = body if isinstance(body, bytes) or body is None else json.dumps(body).encode()
    kind = {} if data is None else {"Content-Type": "application/json"}
    said = {name.replace("_", "-"): value for name, value in headers.items()}
    signed = {"X-Session-Token": token} if token else {}
    request = urllib.request.Request(
        url, data, {**kind, **signed, **said}, method=method or ("POST" if data else "GET")
    )
    try:
        with OPENER.open(request, timeout=60) as reply:
            status, text = reply.status, reply.read()
    except urllib.error.HTTPError as error:
        status, text = error.code, error.read()
    with suppress(ValueError):
        return status, json.loads(text)
    return status, text.decode(errors="replace")


class Still(urllib.request.HTTPRedirectHandler):
    """A redirect is an answer, not a reason to ask again."""

    def redirect_request(self, *_: Any) -> None:
        return None


OPENER = urllib.request.build_opener(Still)


def sign_up(url: str) -> str:
    """The token of a new person."""
    body = {"email": f"{uuid4().hex}@example.org", "password": PASSWORD}
    status, answer = ask(f"{url}/api/auth/app/v1/auth/signup", body)
    assert status == 200, answer
    token: str = answer["meta"]["session_token"]
    return token
