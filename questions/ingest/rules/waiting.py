"""What becomes of a document that has been read and waits for its owner's word."""

from __future__ import annotations

from enum import Enum


class Decision(Enum):
    """What was decided about it."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    DISCARDED = "discarded"
