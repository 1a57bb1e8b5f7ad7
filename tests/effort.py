"""How much a test tries: little in every run of the suite, a lot with LONG set (`make fuzz`)."""

from __future__ import annotations

import os

LONG = bool(os.environ.get("LONG"))


def times(few: int, many: int) -> int:
    """How often to try: a few times, or many where time is no matter."""
    return many if LONG else few
