"""Where a document waits between its upload and its reading: a file under a name of ours."""

from __future__ import annotations

import hashlib
import re
import time
from pathlib import Path
from uuid import UUID

from django.conf import settings

NAME = re.compile(r"[0-9a-f]{32}-[0-9a-f]{64}")
DAY = 24 * 3600.0


def folder() -> Path:
    """The folder of waiting uploads; nobody else on this machine may look into it."""
    at = Path(settings.MEDIA_ROOT) / "uploads"
    at.mkdir(mode=0o700, parents=True, exist_ok=True)
    return at


def name_of(owner: UUID, data: bytes) -> str:
    """The name under which an owner's bytes wait; the same bytes wait once."""
    return f"{owner.hex}-{hashlib.sha256(data).hexdigest()}"


def keep(name: str, data: bytes) -> None:
    """Store bytes under such a name, whole or not at all."""
    at = path_of(name)
    part = at.with_suffix(".part")
    part.touch(mode=0o600)
    part.write_bytes(data)
    part.replace(at)


def fetch(name: str) -> bytes:
    """The bytes that wait under a name. Raises FileNotFoundError when they are gone."""
    return path_of(name).read_bytes()


def drop(name: str) -> None:
    """Forget what waits under a name, if anything does."""
    path_of(name).unlink(missing_ok=True)


def sweep(older: float = DAY) -> None:
    """Forget what nobody has come for in a day: its job was given up."""
    for at in folder().iterdir():
        try:
            if time.time() - at.stat().st_mtime > older:
                at.unlink()
        except FileNotFoundError:
            continue


def path_of(name: str) -> Path:
    """The path of such a name; ValueError for any other, so that no row leads elsewhere."""
    if not NAME.fullmatch(name):
        raise ValueError(name)
    return folder() / name
