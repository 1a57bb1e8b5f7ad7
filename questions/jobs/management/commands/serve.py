"""`manage.py serve`: the whole site in one command, pages, API and worker."""

from __future__ import annotations

import errno
import signal
import socket
from typing import Any

import uvicorn
from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management.base import BaseCommand, CommandError, CommandParser

from questions.jobs.supervisor import Supervisor

GRACE = 10
"""Seconds that open requests have to end; without it an open stream would hold the process."""


NOT_GATHERED = "No page can be drawn before its files are gathered: manage.py collectstatic"


class Command(BaseCommand):
    help = "Serves the site and keeps a worker beside it. HOST and PORT come from the environment."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default=settings.HOST)
        parser.add_argument("--port", type=int, default=settings.PORT)
        parser.add_argument("--no-worker", action="store_true", help="work runs elsewhere")

    def handle(self, *args: Any, host: str, port: int, no_worker: bool, **options: Any) -> None:
        if getattr(staticfiles_storage, "hashed_files", None) == {}:
            self.stderr.write(NOT_GATHERED)
        # uvicorn raises the signal that ended it once more when it is done; the worker has still
        # to be ended then.
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: None)
        listening = listen(host, port)
        self.stdout.write(f"Serving {address(listening)}  (Control-C ends it)")
        self.stdout.flush()
        supervisor = None if no_worker else Supervisor()
        if supervisor:
            supervisor.start()
        try:
            server().run(sockets=[listening])
        finally:
            if supervisor:
                supervisor.stop()


def server() -> uvicorn.Server:
    """uvicorn with our application. Nothing is believed of a proxy here: PROXIES says how many."""
    return uvicorn.Server(
        uvicorn.Config(
            "quizsite.asgi:application",
            lifespan="off",
            access_log=False,
            log_config=None,
            proxy_headers=False,
            server_header=False,
            timeout_graceful_shutdown=GRACE,
        )
    )


def listen(host: str, port: int) -> socket.socket:
    """A socket at that address. Raises CommandError, in plain words, where there can be none."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen(1024)
    except OSError as error:
        listening.close()
        if error.errno == errno.EADDRINUSE:
            raise CommandError(
                f"Port {port} of {host} is taken. End what uses it, or choose another: PORT=8001."
            ) from None
        raise CommandError(f"Cannot serve at {host}:{port}: {error.strerror or error}.") from None
    except OverflowError:
        listening.close()
        raise CommandError(f"There is no port {port}: choose one from 1 to 65535.") from None
    return listening


def address(listening: socket.socket) -> str:
    """The address to open in a browser."""
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
