"""Reading a package's log in a process that may be lost, as its questions are read."""

from __future__ import annotations

import json
import os
import subprocess
import sys

from questions.ingest.isolation import (
    ENVIRONMENT,
    REFUSED,
    ROOT,
    SECONDS,
    TOO_LONG,
    TOO_MUCH,
    limit,
)
from questions.ingest.readers.unreadable import Unreadable

from . import readers
from .rules.history import Histories


def histories(data: bytes) -> Histories:
    """How the cards of a package were studied. Raises Unreadable, whatever the bytes are."""
    try:
        run = subprocess.run(
            [sys.executable, "-m", __name__],
            input=data,
            capture_output=True,
            timeout=SECONDS,
            cwd=ROOT,
            env=ENVIRONMENT,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise Unreadable(TOO_LONG) from None
    if run.returncode == REFUSED:
        raise Unreadable(run.stdout.decode(errors="replace"))
    if run.returncode:
        raise Unreadable(TOO_MUCH)
    return Histories.read(json.loads(run.stdout))


def main() -> int:
    """Read standard input as a package and print what its log says."""
    limit()
    try:
        told = readers.read(sys.stdin.buffer.read()).told()
    except Unreadable as error:
        sys.stdout.write(str(error))
        return REFUSED
    sys.stdout.write(json.dumps(told))
    return os.EX_OK


if __name__ == "__main__":
    sys.exit(main())
