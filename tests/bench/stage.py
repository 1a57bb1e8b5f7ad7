"""A database of its own for the measurements, with people, questions and cards in it."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

FOLDER = Path(tempfile.mkdtemp(prefix="bench-"))


def raise_stage() -> None:
    """Start Django on an empty SQLite database as an installation would have it."""
    os.environ["DATABASE_URL"] = f"sqlite:///{FOLDER / 'bench.sqlite3'}"
    os.environ.update(DJANGO_SETTINGS_MODULE="quizsite.settings", SECRET_KEY="bench", HTTPS="0")
    os.environ.update(LOG_LEVEL="ERROR", VAR=str(FOLDER / "var"), API_RATE_USER="1000000/min")
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    settings.STORAGES["staticfiles"]["BACKEND"] = (
        "django.contrib.staticfiles.storage.StaticFilesStorage"
    )
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    call_command("migrate", verbosity=0)


def fill(rows: int, email: str) -> Any:
    """A person with `rows` questions of their own on a topic, and a due card for each."""
    from tests import make

    learner = make.person(email)
    topic = make.topic(f"Topic of {email}", owner=learner)
    paper = make.document(learner, name=email)
    due = datetime.now(UTC).date() - timedelta(days=1)
    for number in range(rows):
        question = make.question(
            f"What is thing {number} of {email}?",
            f"Thing {number} is a named place for objects. It belongs to one region of {email}.",
            document=paper,
            topics=[topic],
        )
        make.card(learner, question, due=due)
    return learner


def remember_plainly(key: str) -> None:
    """Keep a session under its bare key as well, for bare Django looks for it there."""
    from django.contrib.sessions.models import Session

    from questions.accounts.kept import kept

    row = Session.objects.get(pk=kept(key))
    Session.objects.create(pk=key, session_data=row.session_data, expire_date=row.expire_date)


class Visitor:
    """Calls the application as a server would, signed in, and reads what it cost."""

    def __init__(self, person: Any, application: Callable[..., Any]) -> None:
        from django.test import Client

        client = Client()
        client.force_login(person)
        name = next(iter(client.cookies))
        remember_plainly(client.cookies[name].value)
        self.token = "b" * 32
        self.application = application
        self.cookies = f"{name}={client.cookies[name].value}; csrf={self.token}"

    def call(
        self,
        method: str,
        path: str,
        body: bytes = b"",
        *,
        kind: str = "application/x-www-form-urlencoded",
        **headers: str,
    ) -> bytes:
        """The body of the answer; anything but 200 ends the run."""
        import io

        path, _, query = path.partition("?")
        environ = {
            "REQUEST_METHOD": method,
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "REMOTE_ADDR": "127.0.0.1",
            "HTTP_HOST": "localhost",
            "HTTP_COOKIE": self.cookies,
            "HTTP_X_CSRFTOKEN": self.token,
            "CONTENT_TYPE": kind,
            "CONTENT_LENGTH": str(len(body)),
            "wsgi.input": io.BytesIO(body),
            "wsgi.errors": sys.stderr,
            "wsgi.url_scheme": "http",
            "wsgi.version": (1, 0),
            "wsgi.multithread": False,
            "wsgi.multiprocess": False,
            "wsgi.run_once": False,
            **{f"HTTP_{name.upper()}": value for name, value in headers.items()},
        }
        status: list[str] = []
        answer = self.application(environ, lambda s, h, e=None: status.append(s))
        content = b"".join(answer)
        answer.close()
        if not status[0].startswith("200"):
            raise SystemExit(f"{method} {path} answered {status[0]}: {content[:300]!r}")
        return content


def application(middleware: list[str] | None = None) -> Callable[..., Any]:
    """The WSGI application with our middlewares, or with these alone."""
    from django.conf import settings
    from django.core.handlers.wsgi import WSGIHandler

    kept = settings.MIDDLEWARE
    if middleware is not None:
        settings.MIDDLEWARE = middleware
    handler = WSGIHandler()
    settings.MIDDLEWARE = kept
    return handler
