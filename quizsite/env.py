"""Read the environment, and fail loudly where it says something that cannot be meant."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Any

import environ

BASE = Path(__file__).resolve().parent.parent
env = environ.Env()


def secret(name: str) -> str:
    """The named secret, or a random one for this process, so that no known key ever serves."""
    return env.str(name, default="") or secrets.token_urlsafe(50)


def database(url: str) -> dict[str, Any]:
    """Django's settings for one database address, with what each kind needs to be safe."""
    found: dict[str, Any] = env.db_url_config(url)
    if found["ENGINE"].endswith("sqlite3"):
        found["ENGINE"] = "quizsite.sqlite3"
        found["TEST"] = {"NAME": ":memory:"}  # said, for some know this only of Django's own engine
        # IMMEDIATE: a transaction that begins by reading cannot be refused half-way for a lock.
        # FULL: what was acknowledged is on the disk.
        found["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
            ),
        }
    elif not found["ENGINE"].endswith("postgresql"):
        raise ValueError("DATABASE_URL must name sqlite or postgres.")
    # Opening SQLite anew, with its schema and every statement to be read again, costs a request
    # as much as everything else that it does.
    found["CONN_MAX_AGE"] = env.int("DATABASE_CONN_MAX_AGE", default=60)
    found["CONN_HEALTH_CHECKS"] = True
    return found
