"""Reading in a process that may be lost: little memory, little time, no file that it may write."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from . import found, readers

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 20
"""How long one document may take; the five of a long evening take a quarter of a second each."""

MEMORY = 768 * 1024 * 1024
"""Bytes of address space; a document of 20 MB needs about half of it."""

REFUSED = 3
ENVIRONMENT = {"PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}
TOO_LONG = (
    f"Reading this took longer than {SECONDS} seconds, so it was given up. Try it in smaller parts."
)
TOO_MUCH = "This cannot be read: it makes the reader stumble. Try it in smaller parts."


def read(name: str, data: bytes) -> found.Found:
    """What a document holds, told by a process of its own. Raises Unreadable, never anything else,
    whatever the bytes are.
    """
    try:
        run = subprocess.run(
            [sys.executable, "-m", __name__, name],
            input=data,
            capture_output=True,
            timeout=SECONDS,
            cwd=ROOT,
            env=ENVIRONMENT,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise found.Unreadable(TOO_LONG) from None
    if run.returncode == REFUSED:
        raise found.Unreadable(run.stdout.decode(errors="replace"))
    if run.returncode:
        raise found.Unreadable(TOO_MUCH)
    return found.loaded(run.stdout)


def carefully(name: str, data: bytes) -> found.Found:
    """What a document holds: formats that other people's code unpacks in a process of their own,
    plain text in this one. Raises Unreadable.
    """
    if readers.kind_of(name, data) in readers.UNPACKED:
        return read(name, data)
    return found.read(name, data)


def limit() -> None:
    """Give this process little of everything; what it asks for beyond that ends it."""
    import resource

    for what, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, 32),
    ):
        resource.setrlimit(what, (most, most))


def main(name: str) -> int:
    """Read standard input as the document of that name and print what it holds."""
    limit()
    try:
        printed = found.dumped(found.read(name, sys.stdin.buffer.read()))
    except found.Unreadable as error:
        sys.stdout.write(str(error))
        return REFUSED
    sys.stdout.buffer.write(printed)
    return os.EX_OK


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
