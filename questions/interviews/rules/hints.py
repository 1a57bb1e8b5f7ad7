"""What a mentor can give away or ask on, made from a checklist."""

from __future__ import annotations

from collections.abc import Sequence

FOLLOW_UPS = (
    "How would you notice in production that this goes wrong?",
    "What would you do differently at ten times the load?",
    "Which other way did you think of, and when would it win?",
    "What does it cost, and what would you measure first?",
)


def hint(point: str) -> str:
    """The beginning of a key point: enough to put somebody on the way, not to answer for them."""
    lead, colon, _ = point.partition(":")
    if colon and len(lead.split()) <= 5:
        return f"Think about: {lead.strip()}"
    return f"Think about: {' '.join(point.split()[:3])} …"


def hints(points: Sequence[tuple[str, bool]]) -> list[str]:
    """One hint for each core point."""
    return [hint(text) for text, core in points if core]


def follow_ups(points: Sequence[tuple[str, bool]], place: int) -> list[str]:
    """Two questions to ask on: one of the house, another for each script's place."""
    return [FOLLOW_UPS[place % 4], FOLLOW_UPS[(place + 1) % 4]]
