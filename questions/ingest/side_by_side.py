"""Several files read at once: by this process, and by one more for each further processor."""

from __future__ import annotations

import marshal
import os
from collections.abc import Callable, Sequence
from typing import Any, NoReturn

WORTH = 64 * 1024
"""Bytes in all of the files below which another process costs more time than it saves."""
MOST = 4

Read = Callable[[str], Any]


class Readings:
    """What a function makes of files, each read once and as soon as a processor is free for it.

    What it makes must be plain data. A process that is lost takes nothing along: what it has not
    told is read by this one.
    """

    def __init__(self, paths: Sequence[str], read: Read) -> None:
        self._read = read
        self._told: dict[str, Any] = {}
        self._mine, *theirs = _shares(paths)
        self._helpers = [_begin(share, read) for share in theirs]

    def of(self, path: str) -> Any:
        """What the function made of one of the files; its error where it raised one."""
        if self._helpers and path not in self._mine:
            self._finish()
        found = self._told.pop(path) if path in self._told else self._read(path)
        if isinstance(found, Exception):
            raise found
        return found

    def _finish(self) -> None:
        """Read one's own share while the others read theirs, then hear what they found."""
        for path in self._mine:
            try:
                self._told[path] = self._read(path)
            except Exception as error:
                self._told[path] = error
        for process, pipe in self._helpers:
            self._told |= _heard(process, pipe)
        self._helpers = []


def _shares(paths: Sequence[str]) -> list[list[str]]:
    """The paths in shares of about the same size, one for each processor, the largest first."""
    sizes = {path: os.path.getsize(path) if os.path.exists(path) else 0 for path in paths}
    if sum(sizes.values()) < WORTH or not hasattr(os, "fork"):
        return [list(paths)]
    free = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    shares: list[list[str]] = [[] for _ in range(min(free, MOST))]
    for path in sorted(sizes, key=lambda path: -sizes[path]):
        min(shares, key=lambda share: sum(map(sizes.__getitem__, share))).append(path)
    return [share for share in shares if share]


def _begin(share: Sequence[str], read: Read) -> tuple[int, int]:
    """Another process that reads these files: its number, and the pipe on which it tells."""
    hear, tell = os.pipe()
    process = os.fork()
    if not process:
        _help(share, read, tell)
    os.close(tell)
    return process, hear


def _help(share: Sequence[str], read: Read, pipe: int) -> NoReturn:
    """Read the files and tell of those that could be read; then be gone without a trace."""
    try:
        found = {}
        for path in share:
            try:
                found[path] = read(path)
            except Exception:  # the other process meets it again and says so
                continue
        with open(pipe, "wb") as told:
            told.write(marshal.dumps(found))
    finally:
        os._exit(os.EX_OK)


def _heard(process: int, pipe: int) -> dict[str, Any]:
    """What another process found; nothing where it was lost on the way."""
    with open(pipe, "rb") as told:
        data = told.read()
    os.waitpid(process, 0)
    try:
        found: dict[str, Any] = marshal.loads(data)  # nosec B302: from a process that we forked
    except (EOFError, ValueError, TypeError):
        return {}
    return found
