"""Keeps a worker alive beside the server: starts it, starts it again, and ends it."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import threading
import time

from django.conf import settings

from . import rules

log = logging.getLogger(__name__)

SETTLED = 60.0
"""Seconds after which a worker that dies counts as one that had been well."""

GRACE = 10.0
"""Seconds that a worker has to put its job back."""


class Supervisor:
    """One worker process, watched by a thread of the server."""

    def __init__(self) -> None:
        self.over = threading.Event()
        self.process: subprocess.Popen[bytes] | None = None
        self.thread = threading.Thread(target=self.watch, name="supervisor", daemon=True)

    def start(self) -> None:
        self.thread.start()

    def watch(self) -> None:
        """Start the worker; when it dies, wait a little, longer each time, and start another."""
        deaths = 0
        while not self.over.is_set():
            began = time.monotonic()
            self.process = begin_worker()
            while self.process.poll() is None:
                if self.over.wait(0.2):
                    return
            deaths = 1 if time.monotonic() - began > SETTLED else deaths + 1
            log.warning("the worker ended with status %s", self.process.returncode)
            self.over.wait(rules.pause(deaths))

    def stop(self) -> None:
        """End the worker, kindly at first, and come back when it has gone."""
        self.over.set()
        self.thread.join(timeout=GRACE)
        if self.process is None or self.process.poll() is not None:
            return
        self.process.terminate()
        try:
            self.process.wait(timeout=GRACE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def begin_worker() -> subprocess.Popen[bytes]:
    """Start `manage.py work` with our secret, in a session of its own.

    Control-C at a terminal then reaches the server alone, which ends its worker in order.
    """
    return subprocess.Popen(
        [sys.executable, str(settings.BASE / "manage.py"), "work", f"--parent={os.getpid()}"],
        env={**os.environ, "SECRET_KEY": settings.SECRET_KEY},
        stdin=subprocess.DEVNULL,
        start_new_session=True,
    )
