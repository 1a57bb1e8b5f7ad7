"""The process that renders: reads a JSON list of texts, prints one line of JSON for each."""

from __future__ import annotations

import json
import resource
import signal
import sys

from .html import html_of
from .refusals import READY

MEMORY = 512 * 1024 * 1024
SECONDS = 1.0
"""Processor seconds for one text; honest ones of the longest kind take a twentieth of it."""


def main() -> None:
    """Answer each text in order, null for one that the libraries choke on.

    A text that takes too long kills the process: the timer's signal has no handler, so that it
    works inside a regular expression too.
    """
    for kind, most in LIMITS.items():
        resource.setrlimit(kind, (most, most))
    texts: list[str] = json.loads(sys.stdin.buffer.read())
    html_of("# first\n\n```python\npass\n```")  # what is loaded late is not the first text's fault
    answer(READY)
    for text in texts:
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
        answer(json.dumps(attempt(text)).encode() + b"\n")
        signal.setitimer(signal.ITIMER_PROF, 0)


LIMITS = {
    resource.RLIMIT_AS: MEMORY,
    resource.RLIMIT_CORE: 0,
    resource.RLIMIT_CPU: 60,
    resource.RLIMIT_FSIZE: 0,
}


def attempt(text: str) -> str | None:
    """The HTML; None for too deep, too large, or a fault of a library that only this text finds."""
    try:
        return html_of(text)
    except Exception:
        return None


def answer(line: bytes) -> None:
    sys.stdout.buffer.write(line)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
