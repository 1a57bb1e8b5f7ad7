"""Cards come from elsewhere with their log, and all of one's own goes along."""

from __future__ import annotations

from .bringing import READ, WRITE, accept, bring, discard, prepare, put_in
from .everything import everything
from .leaving import leave
from .taking import TAKE, TOOK, Gone, Kind, file_of, sweep, take, write

__all__ = [
    "READ",
    "TAKE",
    "TOOK",
    "WRITE",
    "Gone",
    "Kind",
    "accept",
    "bring",
    "discard",
    "everything",
    "file_of",
    "leave",
    "prepare",
    "put_in",
    "sweep",
    "take",
    "write",
]
