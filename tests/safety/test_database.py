"""What was acknowledged is kept: killed servers, many writers, and tables made from nothing."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from uuid import uuid4

import pytest
from django.db import connections

from tests.journeys import server

from . import started

ON_POSTGRES = os.environ.get("DATABASE_URL", "").startswith("postgres")
KILLS = int(os.environ.get("SAFETY_KILLS", "3"))
WRITERS = 8 if KILLS > 20 else 4
WRITES = int(os.environ.get("SAFETY_WRITES", "320"))
sqlite_only = pytest.mark.skipif(ON_POSTGRES, reason="about SQLite's own way of writing")


# Settings of every connection ---------------------------------------------------------------------
@sqlite_only
def test_every_connection_to_sqlite_waits_writes_through_and_keeps_its_keys(tmp_path):
    code = (
        "import django, threading, json; django.setup()\n"
        "from django.db import connection\n"
        "names = ['journal_mode', 'synchronous', 'foreign_keys', 'busy_timeout']\n"
        "def read():\n"
        "    with connection.cursor() as c:\n"
        "        seen.append([c.execute('PRAGMA ' + n).fetchone()[0] for n in names])\n"
        "    connection.close()\n"
        "seen = []\n"
        "for _ in range(3):\n"
        "    read()\n"
        "    t = threading.Thread(target=read); t.start(); t.join()\n"
        "print(json.dumps(seen), connection.settings_dict['OPTIONS']['transaction_mode'])"
    )
    env = started.surroundings(tmp_path, f"sqlite:///{tmp_path / 'x.sqlite3'}")
    env["DJANGO_SETTINGS_MODULE"] = "quizsite.settings"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=server.ROOT, env=env, capture_output=True, text=True
    )
    row = '["wal", 2, 1, 20000]'
    assert done.stdout.strip() == f"[{', '.join([row] * 6)}] IMMEDIATE", done.stderr


@pytest.mark.skipif(not ON_POSTGRES, reason="about PostgreSQL's own way of writing")
def test_postgresql_writes_through_before_it_answers(db):
    with connections["default"].cursor() as cursor:
        cursor.execute("SHOW synchronous_commit")
        assert cursor.fetchone()[0] == "on"


# Killed servers -----------------------------------------------------------------------------------
class Writer:
    """Grades its own cards one after the other and remembers what was acknowledged."""

    def __init__(self, url: str) -> None:
        self.url, self.token = url, started.sign_up(url)
        found = started.ask(f"{url}/api/v1/questions/?page_size=10", token=self.token)[1]
        body = {"key": str(uuid4()), "questions": [one["id"] for one in found["results"]]}
        started.ask(f"{url}/api/v1/cards/", body, token=self.token)
        cards = started.ask(f"{url}/api/v1/cards/", token=self.token)[1]["results"]
        self.cards = [card["id"] for card in cards]
        self.acknowledged: list[str] = []
        self.refused: list[object] = []

    def write(self, over: threading.Event) -> None:
        key, number = str(uuid4()), 0
        while not over.is_set():
            card = self.cards[number % len(self.cards)]
            body = {"key": key, "grade": 3, "seconds": 1}
            try:
                status, answer = started.ask(
                    f"{self.url}/api/v1/cards/{card}/grade/", body, token=self.token
                )
            except (OSError, ValueError, HTTPException):
                time.sleep(0.05)  # the server is gone; the same call again when it is back
                continue
            if status == 200:
                self.acknowledged.append(key)
            else:
                self.refused.append((status, answer))
            key, number = str(uuid4()), number + 1


def kept(address: str) -> set[str]:
    """The keys of all reviews in the database."""
    if address.startswith("sqlite"):
        with sqlite3.connect(address.removeprefix("sqlite:///")) as reader:
            assert reader.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            rows = reader.execute("SELECT key FROM flashcards_event").fetchall()
    else:
        import psycopg

        with psycopg.connect(address) as reader:
            rows = reader.execute("SELECT key FROM flashcards_event").fetchall()
    return {str(key).replace("-", "") for (key,) in rows}


def test_no_review_that_was_acknowledged_is_lost_when_the_server_is_killed(tmp_path):
    """Three kills under four writers; SAFETY_KILLS=200 takes eight writers and some minutes."""
    with started.database(tmp_path) as address:
        env = started.surroundings(tmp_path, address)
        started.fill(env)
        with started.started(env, "--no-worker") as site:
            writers = [Writer(site.url) for _ in range(WRITERS)]
            over = threading.Event()
            with ThreadPoolExecutor(WRITERS) as pool:
                running = [pool.submit(one.write, over) for one in writers]
                try:
                    for _ in range(KILLS):
                        before = sum(len(one.acknowledged) for one in writers)
                        while sum(len(one.acknowledged) for one in writers) < before + 20:
                            assert not any(task.done() for task in running)
                            time.sleep(0.02)
                        site.end(signal.SIGKILL)
                        site.start()
                finally:
                    over.set()
                for task in running:
                    task.result(timeout=30)
            site.end()
        acknowledged = {key.replace("-", "") for one in writers for key in one.acknowledged}
        assert [answer for one in writers for answer in one.refused] == []
        assert len(acknowledged) >= KILLS * 20
        assert acknowledged - kept(address) == set()


# Many writers -------------------------------------------------------------------------------------
GRADE = """
import os, sys, django
django.setup()
from datetime import UTC, datetime
from uuid import uuid4
from django.db import OperationalError, connections
from questions.accounts.models import User
from questions.bank.models import Question
from questions.flashcards import actions
from questions.flashcards.models import Card
from questions.flashcards.rules import Grade
questions = list(Question.objects.values_list("pk", flat=True)[:10])
people = [User.objects.create_user(f"w{n}@example.org") for n in range(8)]
for person in people:
    actions.add(person, questions, key=uuid4(), at=datetime.now(UTC))
connections.close_all()
children = []
for person in people:
    child = os.fork()
    if child:
        children.append(child)
        continue
    locked = 0
    cards = list(Card.objects.filter(learner=person).values_list("pk", flat=True))
    for number in range(int(sys.argv[1]) // 8):
        at = datetime.now(UTC)
        try:
            actions.grade(person, cards[number % 10], Grade.GOOD, key=uuid4(), at=at)
        except OperationalError:
            locked += 1
    os._exit(min(locked, 255))
print([os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children])
from questions.flashcards.models import Event
print(Event.objects.count())
"""


def test_eight_processes_that_write_at_once_are_never_told_that_it_is_locked(tmp_path):
    """320 writes; SAFETY_WRITES=10000 is the goal's own number."""
    with started.database(tmp_path) as address:
        env = started.surroundings(tmp_path, address)
        env["DJANGO_SETTINGS_MODULE"] = "quizsite.settings"
        started.fill(env)
        done = subprocess.run(
            [sys.executable, "-c", GRADE, str(WRITES)],
            cwd=server.ROOT,
            env=env,
            capture_output=True,
            text=True,
        )
    assert done.stdout.split("\n")[:2] == [str([0] * 8), str(WRITES // 8 * 8)], done.stderr


# From nothing -------------------------------------------------------------------------------------
def test_the_tables_are_made_from_nothing_and_nothing_is_left_to_make(tmp_path):
    with started.database(tmp_path) as address:
        env = started.surroundings(tmp_path, address)
        started.fill(env)
        assert "No planned migration operations." in server.manage(env, "migrate", "--plan")
