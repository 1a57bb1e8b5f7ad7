"""A worker that is killed in the middle of an import: what was asked for happens once."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests import databases, effort

ROOT = Path(__file__).parent.parent.parent
PATIENCE = 300
DOCUMENTS, QUESTIONS = 4, 25
PREPARE = """
from pathlib import Path
from uuid import uuid4
from django.utils.timezone import now
from questions.accounts.models import User
from questions.ingest import actions
from questions.ingest.models import Preview
from questions.jobs import runner
owner = User.objects.create_user("lena@example.org", "a long enough phrase")
files = [(path.name, path.read_bytes()) for path in sorted(Path(FOLDER).glob("*.md"))]
actions.upload(owner, files, key=uuid4(), at=now())
runner.work_once()
actions.accept_later(Preview.objects.all(), by=owner, key=uuid4(), at=now())
"""


def text(number):
    asked = (
        f"## What is the use of part {number}-{each}?\n\n"
        f"It holds piece {each} of machine {number} in its place.\n\n"
        f"- **Holding**: piece {each} cannot move\n- **Cheap**: it costs {each} pence\n"
        for each in range(QUESTIONS)
    )
    return f"# Machine {number}\n\n" + "\n".join(asked)


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    """A database of its own in which four documents were read and wait to be written."""
    at = tmp_path_factory.mktemp("prepared")
    for number in range(DOCUMENTS):
        (at / f"machine-{number}.md").write_text(text(number))
    databases.fill(surroundings(at))
    manage(at, "shell", "-c", PREPARE.replace("FOLDER", repr(str(at)))).wait(PATIENCE)
    assert count(at, "ingest_preview") == DOCUMENTS
    assert not list((at / "media" / "uploads").iterdir())
    return at


def surroundings(at):
    return {
        **os.environ,
        "DEBUG": "1",
        "DATABASE_URL": f"sqlite:///{at / 'db.sqlite3'}",
        "MEDIA_ROOT": str(at / "media"),
    }


def manage(at, *arguments):
    return subprocess.Popen(
        [sys.executable, str(ROOT / "manage.py"), *arguments],
        env=surroundings(at),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def ask(at, statement):
    with closing(sqlite3.connect(at / "db.sqlite3", timeout=PATIENCE)) as database, database:
        return database.execute(statement).fetchall()


def count(at, table, where="1"):
    return ask(at, f"SELECT count(*) FROM {table} WHERE {where}")[0][0]


@pytest.mark.parametrize("point", range(int(os.environ.get("KILLS", effort.times(2, 30)))))
def test_a_killed_import_finishes_once(prepared, tmp_path, point):
    at = tmp_path / "site"
    shutil.copytree(prepared, at)
    first = manage(at, "work", "--once")
    end = time.monotonic() + PATIENCE
    while count(at, "jobs_job", "state = 'queued'") and time.monotonic() < end:
        time.sleep(0.01)
    time.sleep(random.Random(point).uniform(0, 1.5))
    first.send_signal(signal.SIGKILL)
    first.wait(PATIENCE)
    # Half a minute of silence, without waiting for it.
    ask(at, "UPDATE jobs_job SET heartbeat = '2020-01-01' WHERE state = 'running'")
    assert manage(at, "work", "--once").wait(PATIENCE) == 0
    ((state, result),) = ask(at, "SELECT state, result FROM jobs_job WHERE verb LIKE '%put_in'")
    whole = DOCUMENTS * QUESTIONS
    assert state == "done"
    assert json.loads(result)["summary"] == f"Questions: {whole} new, 0 updated, 0 retired."
    assert count(at, "bank_question") == count(at, "bank_answer") == whole
    assert count(at, "bank_document") == count(at, "ingest_reading") == DOCUMENTS
