"""What differs between two texts, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum

_PIECES = re.compile(r"\s+|\w+|[^\w\s]")
MOST = 6000
"""Pieces of both texts together that are compared word by word; beyond it, line by line."""


AROUND = 3
"""Lines of what did not change that are shown next to a change."""


class Mark(Enum):
    """Whether a piece is in both texts, or in one."""

    SAME = "same"
    GONE = "gone"
    CAME = "came"


@dataclass(frozen=True)
class Piece:
    """A run of text."""

    mark: Mark
    text: str


def words(before: str, after: str) -> tuple[Piece, ...]:
    """The later text with what went and what came; joined without GONE or CAME it is either."""
    old, new = _PIECES.findall(before), _PIECES.findall(after)
    if len(old) + len(new) > MOST:
        old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    return tuple(_joined(_compared(old, new)))


def near(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces for reading: of a long run that did not change, the lines next to a change.

    Where nothing or everything changed, all of it is what somebody wants to read.
    """
    if not any(piece.mark is Mark.SAME for piece in pieces) or len(pieces) == 1:
        return pieces
    last = len(pieces) - 1
    return tuple(
        Piece(piece.mark, _shortened(piece.text, head=at > 0, tail=at < last))
        if piece.mark is Mark.SAME
        else piece
        for at, piece in enumerate(pieces)
    )


def _shortened(text: str, *, head: bool, tail: bool) -> str:
    """A run of lines without its middle, or without the end that no change is near."""
    lines = text.split("\n")
    first, final = AROUND * head, AROUND * tail
    if len(lines) <= first + final + 1:
        return text
    return "\n".join([*lines[:first], "…", *lines[len(lines) - final :]])


def _compared(old: list[str], new: list[str]) -> Iterator[Piece]:
    matcher = SequenceMatcher(None, old, new, autojunk=len(old) + len(new) > 1000)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            yield Piece(Mark.SAME, "".join(old[i:j]))
            continue
        if j > i:
            yield Piece(Mark.GONE, "".join(old[i:j]))
        if m > k:
            yield Piece(Mark.CAME, "".join(new[k:m]))


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """A blank between two changes belongs to both, so that whole phrases are marked at once."""
    waiting: list[Piece] = []
    every = list(pieces)
    for place, piece in enumerate(every):
        between = (
            piece.mark is Mark.SAME
            and piece.text.isspace()
            and 0 < place < len(every) - 1
            and "\n" not in piece.text
        )
        if between:
            waiting += [Piece(Mark.GONE, piece.text), Piece(Mark.CAME, piece.text)]
        elif piece.mark is Mark.SAME:
            yield from _sorted(waiting)
            waiting = []
            yield piece
        else:
            waiting.append(piece)
    yield from _sorted(waiting)


def _sorted(pieces: list[Piece]) -> Iterator[Piece]:
    for mark in (Mark.GONE, Mark.CAME):
        if text := "".join(piece.text for piece in pieces if piece.mark is mark):
            yield Piece(mark, text)
