"""The API against whatever its own document allows and forbids: `make fuzz-api`.

Starts the site on a database of its own, signs somebody up who has a little of everything, and lets
schemathesis call every operation, alone and one after the other, with all of its checks. Whatever
operation the document gains is called, too.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any
from uuid import uuid4

from tests.journeys import server

LONG = 600
"""Seconds of `make fuzz-api`; the suite spends fewer."""

PASSWORD = "a long enough phrase"
OURS = "^/api/v1/"
CONFIG = Path(__file__).parent / "schemathesis.toml"


def asked(site: str, path: str, body: Any = None, token: str = "") -> Any:
    """The answer to one call, as JSON."""
    headers = {"Content-Type": "application/json", "X-Session-Token": token}
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(site + path, data, {k: v for k, v in headers.items() if v})
    with urllib.request.urlopen(request) as reply:
        return json.load(reply)


def somebody(site: str) -> str:
    """The token of a person who has cards, a quiz and a date to prepare for."""
    person = {"email": f"{uuid4().hex}@example.org", "password": PASSWORD}
    token: str = asked(site, "/api/auth/app/v1/auth/signup", person)["meta"]["session_token"]
    found = asked(site, "/api/v1/questions/?page_size=5", token=token)["results"]
    topics = [topic["slug"] for topic in found[0]["topics"]]
    for path, body in (
        ("cards", {"questions": [one["id"] for one in found]}),
        ("quizzes", {"length": 5}),
        ("targets", {"date": "2026-12-31", "topics": topics, "minutes": 20}),
    ):
        try:
            asked(site, f"/api/v1/{path}/", {"key": str(uuid4()), **body}, token)
        except urllib.error.HTTPError as refused:
            raise SystemExit(refused.read().decode()) from None
    return token


def fuzz(site: str, seconds: int, *words: str) -> subprocess.CompletedProcess[str]:
    """Let schemathesis loose on the started site for so long."""
    command = [
        *(sys.executable, "-m", "schemathesis.cli", "--config-file", str(CONFIG)),
        *("run", f"{site}/api/schema/?format=json", "--max-time", str(seconds)),
        *("--include-path-regex", OURS, "--checks", "all"),
        *words,
    ]
    env = {**os.environ, "TOKEN": somebody(site), "LEAVER": somebody(site)}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=env)


def main() -> int:
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else LONG
    with tempfile.TemporaryDirectory(prefix="fuzz-") as name:
        env = server.surroundings(Path(name), server.free_port())
        server.manage(env, "migrate", "--verbosity", "0")
        server.manage(env, "ingest", "content/aws-lambda")
        with server.serving(env) as site:
            done = fuzz(site, seconds)
        sys.stdout.write(done.stdout + done.stderr)
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
