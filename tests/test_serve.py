"""The started server: pages and worker in one command, and in order to the end."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests import databases

ROOT = Path(__file__).parent.parent
PATIENCE = 120


def until(true):
    """What `true` answers, asked again and again until it is something."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if found := true():
            return found
        time.sleep(0.05)
    raise AssertionError("it did not happen in time")


def free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
        return port


def parents() -> dict[int, int]:
    """Every process that is alive, and its parent."""
    found = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, parent = stat.read_text().rpartition(")")[2].split()[:2]
        except OSError:
            continue
        if state != "Z":
            found[int(stat.parent.name)] = int(parent)
    return found


def children_of(process: int) -> list[int]:
    return [child for child, parent in parents().items() if parent == process]


@pytest.fixture
def environment(tmp_path):
    port = free_port()
    given = {
        **os.environ,
        "DEBUG": "1",
        "PORT": str(port),
        "DATABASE_URL": f"sqlite:///{tmp_path / 'db.sqlite3'}",
    }
    databases.fill(given)
    return given


def manage(environment, *arguments):
    return subprocess.Popen(
        [sys.executable, str(ROOT / "manage.py"), *arguments],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.fixture
def server(environment):
    process = manage(environment, "serve")
    base = f"http://127.0.0.1:{environment['PORT']}"
    until(lambda: answers(base))
    yield process, base
    process.kill()
    process.communicate(timeout=PATIENCE)


def answers(base):
    try:
        return urllib.request.urlopen(base + "/healthz", timeout=5).status == 200
    except OSError:
        return False


def status_of(url, body=None):
    try:
        return urllib.request.urlopen(url, data=body, timeout=PATIENCE).status
    except urllib.error.HTTPError as error:
        return error.code


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="reads /proc to find the worker")
def test_the_site_runs_in_one_command_and_ends_in_order(server):
    process, base = server
    assert process.stdout.readline().startswith(f"Serving {base}")
    assert status_of(base + "/static/icon.svg") == 200
    assert status_of(base + "/healthz", b"x" * (26 * 1024 * 1024)) == 413
    (worker,) = until(lambda: children_of(process.pid))
    os.kill(worker, signal.SIGKILL)
    (other,) = until(lambda: set(children_of(process.pid)) - {worker})
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=PATIENCE) == 0
    until(lambda: other not in parents())


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="reads /proc to find the worker")
def test_a_worker_does_not_outlive_its_server(server):
    process, _ = server
    (worker,) = until(lambda: children_of(process.pid))
    process.kill()
    process.wait()
    until(lambda: worker not in parents())


@pytest.fixture
def taken(environment):
    """The environment of a port at which somebody else listens."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", int(environment["PORT"])))
        listening.listen()
        yield environment


def test_a_port_that_is_taken_is_said_plainly(taken):
    process = manage(taken, "serve")
    _, said = process.communicate(timeout=PATIENCE)
    assert process.returncode == 1
    assert "is taken" in said
    assert "Traceback" not in said
    assert "collectstatic" not in said


def test_files_of_pages_that_were_not_gathered_are_missed_at_once(taken, tmp_path):
    production = {"DEBUG": "0", "SECRET_KEY": "x" * 50, "STATIC_ROOT": str(tmp_path / "none")}
    process = manage(taken | production, "serve")
    _, said = process.communicate(timeout=PATIENCE)
    assert "collectstatic" in said
