"""Writing on the shared pad: line by line, the last writer stands, nothing is overwritten."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from math import isfinite
from uuid import UUID

from questions.errors import Malformed, Refusal
from questions.interviews.models import Interview, Write
from questions.interviews.rules import Line, Role

LINES_AT_ONCE = 400
MOST_WRITES = 40_000
WIDTH = 500


class PadFull(Refusal):
    """More was written than any interview needs."""

    code = "pad_full"


class NoSuchLine(Malformed):
    """A line that the pad cannot take."""

    code = "no_such_line"


def write(
    interview: Interview, lines: Sequence[Line], *, role: Role, key: UUID, at: datetime
) -> None:
    """Keep lines under the lock of their interview; those that say what stands are left out."""
    _check(interview, lines)
    if interview.writes.filter(key=key).exists():
        return
    standing = {
        row.line: row
        for row in interview.writes.newest().filter(line__in=[line.id for line in lines])
    }
    fresh = [line for line in {one.id: one for one in lines}.values() if _new(line, standing)]
    Write.objects.bulk_create(
        Write(
            interview=interview,
            seq=interview.pad_version + offset,
            line=line.id,
            rank=line.rank,
            text=line.text,
            removed=line.removed,
            role=role.value,
            at=at,
            key=key,
        )
        for offset, line in enumerate(fresh, 1)
    )
    if fresh:
        interview.pad_version += len(fresh)
        interview.save(update_fields=["pad_version"])


def _new(line: Line, standing: dict[UUID, Write]) -> bool:
    there = standing.get(line.id)
    if there is None:
        return not line.removed
    return (there.text, there.rank, there.removed) != (line.text, line.rank, line.removed)


def _check(interview: Interview, lines: Sequence[Line]) -> None:
    if len(lines) > LINES_AT_ONCE:
        raise NoSuchLine(f"At most {LINES_AT_ONCE} lines are sent at once.")
    if any(len(line.text) > WIDTH or "\n" in line.text for line in lines):
        raise NoSuchLine(f"A line has at most {WIDTH} letters and no line break.")
    if any(not isfinite(line.rank) or abs(line.rank) > 1e12 for line in lines):
        raise NoSuchLine("A line stands at no such place.")
    if interview.pad_version + len(lines) > MOST_WRITES:
        raise PadFull("This pad is full. What is on it is kept.")
