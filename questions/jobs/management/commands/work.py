"""`manage.py work`: run jobs in the background until told to stop."""

from __future__ import annotations

import os
import signal
from types import FrameType
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from questions.jobs import runner


class Command(BaseCommand):
    help = "Runs what was put into the queue. SIGTERM puts the job in hand back and ends."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="do what is due and end")
        parser.add_argument(
            "--parent", type=int, help="end when the process of this number no longer is our parent"
        )

    def handle(self, *args: Any, once: bool, parent: int | None, **options: Any) -> None:
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, stop)
        try:
            if once:
                runner.do_chores()
                while runner.work_once():
                    pass
            else:
                runner.work(lambda: parent in {None, os.getppid()})
        except runner.Stopped:
            self.stderr.write("The worker has stopped.")


def stop(number: int, frame: FrameType | None) -> None:
    """Break off whatever is being done; a second signal cannot break the tidying up."""
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, signal.SIG_IGN)
    raise runner.Stopped
