"""Which of a question's answers speaks for it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol


class Candidate(Protocol):
    """What the choice looks at; the bank's rows have all of it."""

    @property
    def chosen(self) -> bool: ...  # by an editor
    @property
    def verified(self) -> bool: ...
    @property
    def text(self) -> str: ...
    @property
    def at(self) -> datetime: ...  # when it was last read or written


def fullness(text: str) -> int:
    """How much an answer says: its words, line breaks and blanks not counted."""
    return len(text.split())


def choose(candidates: Sequence[Candidate]) -> int | None:
    """The place of the preferred answer, None where there is no answer.

    The editor's choice, else a verified one, else the fullest, else the newest, else the first.
    """
    if not candidates:
        return None
    return max(
        range(len(candidates)),
        key=lambda place: (
            candidates[place].chosen,
            candidates[place].verified,
            fullness(candidates[place].text),
            candidates[place].at,
            -place,
        ),
    )
