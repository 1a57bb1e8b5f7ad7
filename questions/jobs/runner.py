"""The worker's loop: take a job, run its verb, write what came of it; between jobs, chores.

A job's row with its lease already is the queue, so nothing else is needed between the one who
asks and the one who works: a task library would keep a second row about the same thing, and the
ones we tried either lose a task whose worker is killed or leave it running for ever.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.db import (
    DatabaseError,
    IntegrityError,
    OperationalError,
    close_old_connections,
    connection,
)
from django.utils.timezone import now

from questions.errors import Refusal

from . import actions, registry, rules
from .models import Job

log = logging.getLogger(__name__)

ROUND = 5.0
"""Seconds between two looks at which chores are due; none needs to be more punctual."""

QUIET = 0.25
"""Seconds between two notes of progress; more would only cost writes."""

OURS = "An error of ours. It was logged under this job's number; nothing was left half done."


class Stopped(BaseException):
    """The worker was asked to go. No verb catches it, and its transaction is rolled back."""


def work_once() -> bool:
    """Take back what dead workers left, run one job; False when there was none."""
    actions.requeue_stale(at=now())
    job = actions.claim(at=now())
    if job is None:
        return False
    run(job)
    return True


def work(wanted: Callable[[], bool], *, idle: float = 0.5) -> None:
    """Run jobs and chores while wanted; a database that is away is waited for."""
    looked = 0.0
    while wanted():
        close_old_connections()
        try:
            if time.monotonic() - looked >= ROUND:
                do_chores()
                looked = time.monotonic()
            if work_once():
                continue
        except DatabaseError:
            log.exception("the database does not answer")
            time.sleep(idle * 4)
        time.sleep(idle)


def do_chores() -> None:
    """Do every chore whose turn has come; one that fails is logged and tried at its next turn."""
    for path, each in registry.CHORES.items():
        if not actions.take_turn(path, at=now()):
            continue
        try:
            each.act(now())
        except DatabaseError:
            raise
        except Exception:
            log.exception("the chore %s failed", path)


def run(job: Job) -> None:
    """Run a claimed job to its end; every way out leaves the row in a state that says so."""
    try:
        with heartbeat(job):
            result = registry.find(job.verb)(job, teller(job))
        actions.finish(job, result, at=now())
    except Stopped:
        actions.release(job, at=now())
        raise
    except actions.LeaseLost:
        log.warning("job %s was taken over by another worker", job.pk)
    except Refusal as refusal:
        actions.fail(job, refusal.message, at=now())
    except (OperationalError, IntegrityError):
        # Away, or another wrote the same at the same moment: both look different next time.
        log.exception("job %s was turned away by the database", job.pk)
        actions.lose(job, at=now())
    except Exception:
        log.exception("job %s failed", job.pk)
        actions.fail(job, OURS, at=now())


def teller(job: Job) -> registry.Tell:
    """Writes progress to the row, at most four times a second but always a change of words."""
    last, said = 0.0, ""

    def tell(done: int, total: int, words: str) -> None:
        nonlocal last, said
        if words == said and time.monotonic() - last < QUIET:
            return
        actions.progress(job, done, total, words, at=now())
        last, said = time.monotonic(), words

    return tell


@contextmanager
def heartbeat(job: Job) -> Iterator[None]:
    """While this lasts, a thread says every five seconds that the worker lives."""
    over = threading.Event()

    def beats() -> None:
        while not over.wait(rules.BEAT.total_seconds()):
            try:
                actions.beat(job, at=now())
            except DatabaseError:
                # The next beat tries again; five in a row may fail before the job is given away.
                log.warning("job %s: a heartbeat was not written", job.pk)
            finally:
                connection.close()

    thread = threading.Thread(target=beats, name="heartbeat", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join(timeout=1)
