"""ZIP archives opened with care: counted before anything is unpacked, nothing written to disk."""

from __future__ import annotations

import io
import zipfile
import zlib

from .unreadable import Unreadable

ENTRIES = 10_000
UNPACKED = 64 * 1024 * 1024
"""Bytes of one part of an archive."""

TIMES = 200
"""How many times its packed size a large part may be; text packs ten times, a bomb a thousand."""

SMALL = 4 * 1024 * 1024
LONG_NAME = 400
DAMAGED = "The file is damaged: it cannot be unpacked."
LOCKED = "The file is locked with a password. Save it without one."
BOMB = "The file unpacks to far more than a document holds, so it is not opened."
STRAY = "The archive holds a part whose name leads out of it, so it is not opened."


class Archive:
    """The parts of a ZIP archive by name. Raises Unreadable for one that is not sound."""

    def __init__(self, data: bytes) -> None:
        if data.count(b"PK\x01\x02") > 4 * ENTRIES:
            raise Unreadable(BOMB)
        try:
            self.zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError):
            raise Unreadable(DAMAGED) from None
        every = self.zip.infolist()
        if len(every) > ENTRIES:
            raise Unreadable(BOMB)
        for part in every:
            _check(part)
        self.parts = {part.filename: part for part in every}

    def read(self, name: str, most: int = UNPACKED) -> bytes:
        """One part unpacked; empty where there is none of that name."""
        part = self.parts.get(name)
        if part is None:
            return b""
        if part.flag_bits & 1:
            raise Unreadable(LOCKED)
        if part.file_size > most:
            raise Unreadable(BOMB)
        if part.file_size > max(SMALL, TIMES * part.compress_size):
            raise Unreadable(BOMB)
        try:
            with self.zip.open(part) as stream:
                data = stream.read(part.file_size + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError):
            raise Unreadable(DAMAGED) from None
        if len(data) > part.file_size:
            raise Unreadable(DAMAGED)
        return data


def _check(part: zipfile.ZipInfo) -> None:
    """Refuse names that lead elsewhere. Nothing is ever unpacked by name; this says it early."""
    name = part.filename
    steps = name.replace("\\", "/").split("/")
    odd = ".." in steps or name[:1] in {"/", "\\"} or name[1:2] == ":"
    if odd or len(name) > LONG_NAME or "\0" in part.orig_filename:
        raise Unreadable(STRAY)
    if (part.external_attr >> 16) & 0o170000 == 0o120000:
        raise Unreadable(STRAY)
