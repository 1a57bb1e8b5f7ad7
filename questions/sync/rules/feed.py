"""The feed of one person: what differs from what was said, and places in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from uuid import UUID

from questions.errors import Malformed, Refusal


class What(Enum):
    """The kinds of row that a phone keeps."""

    QUESTION = "question"
    CARD = "card"
    TARGET = "target"


Name = tuple[str, UUID]
"""A kind and an id."""


class NotACursor(Malformed):
    """What came as a cursor was never given out."""

    code = "not_a_cursor"


class CursorGone(Refusal):
    """A cursor of a feed that is no more: the phone has to begin anew."""

    code = "cursor_gone"


@dataclass(frozen=True, slots=True)
class Said:
    """What the feed said of a row: by which sign it is known, or that it is gone."""

    sign: str
    gone: bool = False


GONE = Said("", gone=True)


def differing(now: Mapping[Name, str], said: Mapping[Name, Said]) -> Iterator[tuple[Name, Said]]:
    """What the feed has to say: rows that are new or changed or back, then rows that are gone."""
    for name, sign in now.items():
        if said.get(name) != Said(sign):
            yield name, Said(sign)
    for name, last in said.items():
        if name not in now and not last.gone:
            yield name, GONE


def cursor(begun: UUID, number: int) -> str:
    """A place in the feed, as a phone keeps it."""
    return f"{begun.hex[:12]}-{number}"


def place(text: str, begun: UUID, last: int) -> int:
    """The number that a cursor stands for, 0 where there is none.

    Raises NotACursor for what was never given out and CursorGone for one of an earlier feed.
    """
    if not text:
        return 0
    feed, _, digits = text.partition("-")
    if len(feed) != 12 or not (digits.isascii() and digits.isdigit() and len(digits) < 19):
        raise NotACursor("This is no cursor. Leave it out to begin anew.")
    if feed != begun.hex[:12] or int(digits) > last:
        raise CursorGone("This cursor is no longer good. Leave it out to begin anew.")
    return int(digits)
