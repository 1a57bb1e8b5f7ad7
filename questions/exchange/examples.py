"""How what is brought and taken looks in examples."""

from __future__ import annotations

from typing import Any

EXAMPLES: dict[str, Any] = {
    "Bringing.name": "deck.apkg",
    "left": [],
    "studied": 40,
    "sure": True,
    "TakeInputRequest.kind": "json",
}
