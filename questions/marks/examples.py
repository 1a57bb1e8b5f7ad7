"""How ticks look in examples."""

from __future__ import annotations

from typing import Any

EXAMPLES: dict[str, Any] = {
    "verdict": "hit",
    "where": "rehearsal",
    "TicksInputRequest.where": "rehearsal",
}
