"""How a phone's changes look in examples."""

from __future__ import annotations

from typing import Any

EXAMPLES: dict[str, Any] = {
    "code": None,
    "detail": None,
    "EventResult.status": "accepted",
    "gone": [],
    "folded": [],
    "more": False,
    "plans": [],
    "Problem.code": "not_found",
    "ReviewEventInputRequest.card": "acf736f2-744f-5908-969f-be143426dd2c",
    "ReviewEventInputRequest.seconds": 12,
    "Undone.gone": False,
}
