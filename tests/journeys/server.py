"""The real server in a process of its own, on a database of its own."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
BANK = (("ingest", "content/aws-lambda"), ("demo",))
"""What brings the starter bank and the demo people into an empty database."""
NOTES = """# Notes on brewing

## What is blooming in pour-over coffee?

Wetting the grounds with a little water first so that gas can escape.

- **Gas leaves first**: carbon dioxide would push water away from the grounds
- **About 30 seconds**: twice the weight of the coffee in water is enough

## Why does a finer grind taste more bitter?

A finer grind has more surface, so more is drawn out in the same time.

- **More surface**: water reaches more of each particle
- **Slower flow**: fine grounds hold the water back for longer
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def surroundings(folder: Path, port: int) -> dict[str, str]:
    """An environment in which nothing of the developer's own is touched."""
    return {
        **os.environ,
        "DEBUG": "1",
        "SECRET_KEY": "only for this journey",
        "DATABASE_URL": f"sqlite:///{folder / 'site.sqlite3'}",
        "VAR": str(folder / "var"),
        "PORT": str(port),
        "LOG_LEVEL": "WARNING",
        "API_RATE_ANON": "1000000/min",
        "API_RATE_USER": "1000000/min",
    }


def manage(env: dict[str, str], *words: str) -> str:
    """Run one management command to its end and return what it printed."""
    done = subprocess.run(
        [sys.executable, "manage.py", *words],
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        timeout=180,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


def answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=2) as reply:
            return bool(reply.status == 200)
    except OSError:
        return False


@contextmanager
def serving(env: dict[str, str], *, kill: bool = False):
    """The started server's address; it is ended, worker and all, on the way out.

    With `kill` it gets no chance to end by itself.
    """
    url = f"http://127.0.0.1:{env['PORT']}"
    log = Path(env["VAR"]).parent / "serve.log"
    with log.open("ab") as out:
        process = subprocess.Popen(
            [sys.executable, "manage.py", "serve"],
            cwd=ROOT,
            env=env,
            stdout=out,
            stderr=out,
            start_new_session=kill,
        )
        try:
            deadline = time.monotonic() + 120
            while not answers(f"{url}/readyz"):
                assert process.poll() is None, log.read_text()[-2000:]
                assert time.monotonic() < deadline, "the server did not come up"
                time.sleep(0.1)
            yield url
        finally:
            if kill:
                os.killpg(process.pid, signal.SIGKILL)
            else:
                process.send_signal(signal.SIGTERM)
            process.wait(timeout=20)
