"""The site as an ASGI application.

Pages and API are synchronous Django, which costs four times the processor time under Django's own
ASGI handler; so they run as WSGI, in a few threads, behind a buffer that keeps slow clients away
from those threads. Streams below /live/ stand beside them: a thousand that wait cost no thread.
"""

from __future__ import annotations

from typing import Any, cast

from a2wsgi import WSGIMiddleware

from questions.web.bodies import App, BodyBuffer, Receive, Scope, Send

from .env import env
from .wsgi import application as pages

THREADS = env.int("THREADS", default=8)
site = BodyBuffer(cast(Any, WSGIMiddleware(cast(Any, pages), workers=THREADS)))


def streams() -> App:
    """Imported only now: its models want Django set up, which `.wsgi` does."""
    from questions.interviews.live import application

    return application


live = streams()


async def application(scope: Scope, receive: Receive, send: Send) -> None:
    """A stream, or anything else."""
    streaming = scope["type"] == "http" and scope["path"].startswith("/live/")
    await (live if streaming else site)(scope, receive, send)
