"""The site as an ASGI application.

Pages and API are synchronous Django, which costs four times the processor time under Django's own
ASGI handler; so they run as WSGI, in a few threads, behind a buffer that keeps slow clients away
from those threads.
"""

from __future__ import annotations

from typing import Any, cast

from a2wsgi import WSGIMiddleware

from questions.web.bodies import BodyBuffer

from .env import env
from .wsgi import application as pages

THREADS = env.int("THREADS", default=8)
application = BodyBuffer(cast(Any, WSGIMiddleware(cast(Any, pages), workers=THREADS)))
