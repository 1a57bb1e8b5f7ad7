"""Documents into the bank and out of it: uploads, previews, readings, and taking them back."""

from __future__ import annotations

from .again import unchanged
from .previews import AT_ONCE, Decided, accept, accept_later, discard, prepare
from .reading import Outcome, Task, grow_house, ingest, remove, undo
from .uploading import PUT_IN, READ, forget, upload

__all__ = [
    "AT_ONCE",
    "PUT_IN",
    "READ",
    "Decided",
    "Outcome",
    "Task",
    "accept",
    "accept_later",
    "discard",
    "forget",
    "grow_house",
    "ingest",
    "prepare",
    "remove",
    "unchanged",
    "undo",
    "upload",
]
