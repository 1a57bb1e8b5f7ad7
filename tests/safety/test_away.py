"""A database that is away is said to be, at both doors, and is found again without a restart."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from pathlib import Path
from urllib.error import HTTPError
from uuid import uuid4

import pytest

from tests.journeys import server

from . import started

FOUND = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
TOOLS = FOUND[-1] if FOUND else Path(shutil.which("initdb") or "/nonexistent/initdb").parent
WANTED = os.environ.get("DATABASE_URL", "").startswith("postgres") or "SAFETY_CLUSTER" in os.environ


def answers(site, token) -> dict[str, int]:
    """The status of pages and calls, of nobody and of somebody, that all need the database."""
    form = "t" * 32
    cookie = {"Cookie": f"session={token}; csrf={form}"}
    post = {**cookie, "X_CSRFToken": form, "Content_Type": "application/x-www-form-urlencoded"}
    key = {"key": str(uuid4())}
    asked = {
        "front": started.ask(f"{site.url}/"),
        "bank": started.ask(f"{site.url}/bank/?q=thing"),
        "today": started.ask(f"{site.url}/today/", **cookie),
        "settings": started.ask(f"{site.url}/settings/", **cookie),
        "cards": started.ask(f"{site.url}/flashcards/", **cookie),
        "add": started.ask(f"{site.url}/flashcards/add/", b"key=1&q=thing", **post),
        "api questions": started.ask(f"{site.url}/api/v1/questions/", token=token),
        "api me": started.ask(f"{site.url}/api/v1/me/", token=token),
        "api quizzes": started.ask(f"{site.url}/api/v1/quizzes/", key, token=token),
        "api sign-in": started.ask(
            f"{site.url}/api/auth/app/v1/auth/login", {"email": "a@b.example", "password": "x" * 12}
        ),
        "ready": started.ask(f"{site.url}/readyz"),
    }
    for name, (_, answer) in asked.items():
        assert "Traceback" not in str(answer), name
        assert "OperationalError" not in str(answer), name
    return {name: status for name, (status, _) in asked.items()}


def waits(site, path) -> str:
    """The seconds after which an answer says that it is worth asking again."""
    try:
        with started.OPENER.open(f"{site.url}{path}", timeout=30) as reply:
            return str(reply.headers.get("Retry-After", ""))
    except HTTPError as error:
        return str(error.headers.get("Retry-After", ""))


def meets_an_absence(site, token, away, back) -> None:
    """Before, during and after: all well, all 503, all well again within five seconds."""
    well = answers(site, token)
    assert set(well.values()) <= {200, 201, 302, 400, 422}, well
    away()
    found = answers(site, token)
    assert {name: status for name, status in found.items() if status != 503} == {}
    assert {waits(site, path) for path in ("/", "/bank/", "/readyz")} == {"5"}
    assert started.ask(f"{site.url}/healthz")[0] == 200
    back()
    end = time.monotonic() + 5
    while (again := answers(site, token)) != well and time.monotonic() < end:
        time.sleep(0.2)
    assert again == well


def dress(env) -> None:
    server.manage(env, "collectstatic", "--noinput", "--verbosity", "0")


@pytest.mark.skipif(
    os.environ.get("DATABASE_URL", "").startswith("postgres"), reason="the suite is on PostgreSQL"
)
def test_a_file_that_is_gone_for_a_while(tmp_path):
    file = tmp_path / "site.sqlite3"
    env = started.surroundings(tmp_path, f"sqlite:///{file}", DATABASE_CONN_MAX_AGE="0")
    started.fill(env)
    dress(env)
    with started.started(env, "--no-worker") as site:
        kept = tmp_path / "kept"

        def away():
            file.rename(kept)
            file.mkdir()

        def back():
            file.rmdir()
            kept.rename(file)

        meets_an_absence(site, started.sign_up(site.url), away, back)


@pytest.fixture
def cluster(tmp_path):
    """(address, run): a PostgreSQL of its own, and what starts and stops it."""
    if not WANTED:
        pytest.skip("set SAFETY_CLUSTER=1, or run the suite on PostgreSQL")
    if not (TOOLS / "initdb").exists():
        pytest.skip("no PostgreSQL is installed here")
    folder = Path(subprocess.check_output(["mktemp", "-d"], text=True).strip())
    root = os.geteuid() == 0
    if root:
        shutil.chown(folder, "postgres")
    port = server.free_port()

    def run(tool, *words):
        prefix = ["runuser", "-u", "postgres", "--"] if root else []
        subprocess.run(
            [*prefix, str(TOOLS / tool), "-D", str(folder / "db"), *words],
            cwd=folder,
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=90,
        )

    def start():
        options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off"
        run("pg_ctl", "-w", "-t", "60", "-l", str(folder / "log"), "-o", options, "start")

    def stop():
        run("pg_ctl", "-m", "immediate", "stop")

    run("initdb", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale")
    start()
    yield f"postgres://postgres@127.0.0.1:{port}/postgres", start, stop
    stop()
    shutil.rmtree(folder, ignore_errors=True)


def test_a_cluster_that_is_stopped_for_a_while(tmp_path, cluster):
    address, start, stop = cluster
    env = started.surroundings(tmp_path, address)
    started.fill(env)
    dress(env)
    with started.started(env, "--no-worker") as site:
        meets_an_absence(site, started.sign_up(site.url), stop, start)
