"""What a mentor can give away or ask on, made from a checklist."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

OWN = re.compile(
    r"^\**follow[- ]?up(?: questions?)?\**\s*:\**\s*(\S.*)$", re.IGNORECASE | re.MULTILINE
)
"""How an answer says what to ask on, as the house's grammar has it and others write it too."""

ASKED_ON = 2
"""So many follow-ups stand beside a question; more would not be asked."""

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


def follow_ups(answers: Iterable[str], place: int) -> list[str]:
    """Two questions to ask on: what the answers' own texts (Markdown) name, then the house's.

    Which of the house's come first is another for each place in a script.
    """
    own = [found.strip().strip("*").strip() for text in answers for found in OWN.findall(text)]
    house = [FOLLOW_UPS[(place + step) % len(FOLLOW_UPS)] for step in range(ASKED_ON)]
    return list(dict.fromkeys([*own, *house]))[:ASKED_ON]
