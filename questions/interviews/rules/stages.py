"""The stages that an interview goes through."""

from __future__ import annotations

from enum import Enum


class Stage(Enum):
    """Where an interview is; a question of the script belongs to one of the asking stages."""

    PLANNED = "planned"
    WARM_UP = "warm-up"
    CORE = "core"
    DEEP_DIVE = "deep dive"
    WRAP_UP = "wrap-up"
    OVER = "over"
    CANCELLED = "cancelled"


ASKING = (Stage.WARM_UP, Stage.CORE, Stage.DEEP_DIVE)
"""Stages that have questions, in order."""

RUNNING = (*ASKING, Stage.WRAP_UP)
"""Stages in which the clock may run."""
