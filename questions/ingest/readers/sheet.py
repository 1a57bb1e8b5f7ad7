"""CSV and TSV: a question in each row, its columns told by their names or by what they hold."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from questions.ingest.rules.shapes import Choice, Entry, Outline
from questions.ingest.rules.words import asks

from . import fields
from .fields import Parts
from .text import lines_of
from .unreadable import Unreadable

WHY = re.compile(r"why ?(\d{1,2})", re.IGNORECASE)
DELIMITERS = (",", "\t", ";", "|")
ROWS = 200_000
COLUMNS = 200
SAMPLE = 60
"""Records by which a file's delimiter and columns are told."""

NO_COLUMN = (
    "No column of this table holds questions. Name one column “question” and one “answer”, and "
    "read it again."
)
DAMAGED = "This table cannot be read: a quotation mark in it never closes."
TOO_MANY = f"This table has more than {ROWS:,} rows. Read it in parts."
csv.field_size_limit(1_000_000)


@dataclass(frozen=True, slots=True)
class Record:
    """One row, and the first and last line of the file that it takes."""

    cells: list[str]
    first: int
    last: int


def read(data: bytes) -> Outline:
    """The questions of a table. Raises Unreadable where no column asks."""
    lines = lines_of(data)
    sign = delimiter(lines)
    entries = tuple(asked(list(records(lines, sign)), copied=sign == "\t"))
    if not entries:
        raise Unreadable(NO_COLUMN)
    return Outline(tuple(lines), "csv", entries=entries)


def delimiter(lines: Sequence[str]) -> str:
    """What parts the columns: the sign by which most records have the same two columns or more."""
    if lines and lines[0].lower().startswith("sep=") and len(lines[0].strip()) == 5:
        return lines[0].strip()[4]
    best, most = ",", 0.0
    for sign in DELIMITERS:
        try:
            found = [len(r.cells) for r in _parsed(lines[: 4 * SAMPLE], sign, strict=False)][
                :SAMPLE
            ]
        except csv.Error:
            continue
        width, times = (
            Counter(n for n in found if n > 1).most_common(1)[0]
            if found and max(found) > 1
            else (0, 0)
        )
        head = next(iter(_parsed(lines[:1], sign, strict=False)), None) if lines else None
        named = sum(bool(fields.headed(cell)) for cell in head.cells) if head else 0
        score = times / max(len(found), 1) + named + 0.01 * min(width, 9)
        if width and score > most:
            best, most = sign, score
    return best


def records(lines: Sequence[str], sign: str) -> Iterator[Record]:
    """Every row with text. Raises Unreadable for too many, or for one that never ends."""
    start = 1 if lines and lines[0].lower().startswith("sep=") else 0
    try:
        every = list(_parsed(lines[start:], sign, strict=True))
    except csv.Error:
        try:
            every = list(_parsed(lines[start:], sign, strict=False, quoted=False))
        except csv.Error:
            raise Unreadable(DAMAGED) from None
    for record in every:
        if any(cell.strip() for cell in record.cells):
            yield Record(record.cells[:COLUMNS], record.first + start, record.last + start)


def _parsed(
    lines: Iterable[str], sign: str, *, strict: bool, quoted: bool = True
) -> Iterator[Record]:
    reader = csv.reader(
        (f"{line}\n" for line in lines),
        delimiter=sign,
        strict=strict,
        quoting=csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE,
        skipinitialspace=sign != "\t",
    )
    before = 0
    for number, cells in enumerate(reader):
        if number > ROWS:
            raise Unreadable(TOO_MANY)
        yield Record(cells, before + 1, reader.line_num)
        before = reader.line_num


def asked(rows: list[Record], *, copied: bool = False) -> Iterator[Entry]:
    """The questions of a table's rows; none where no column asks.

    Two columns that were `copied` from cards need not ask.
    """
    if not rows:
        return
    columns = Columns.named(rows[0].cells)
    body = rows[1:]
    if columns is None and copied and cards([record.cells for record in rows]):
        columns, body = Columns({"prompt": [0], "answer": [1]}, {}), rows
    elif columns is None:
        columns, body = Columns.guessed(rows)
    if columns is None:
        return
    columns.settle(body)
    for record in body:
        entry = columns.entry(record)
        if entry is not None:
            yield entry


class Columns:
    """Which column holds what."""

    def __init__(
        self,
        roles: dict[str, list[int]],
        options: dict[int, int],
        whys: dict[int, int] | None = None,
    ) -> None:
        self.roles = roles
        self.options = options
        self.whys = whys or {}
        self.from_zero = False

    @classmethod
    def named(cls, heads: Sequence[str]) -> Columns | None:
        """The columns by their heads; None where none of them says that it asks."""
        roles: dict[str, list[int]] = {}
        options: dict[int, int] = {}
        whys = {int(m[1]): at for at, h in enumerate(heads) if (m := WHY.fullmatch(h.strip()))}
        for at, head in enumerate(heads):
            place, role = fields.option(fields.unremarked(head)), fields.headed(head)
            if place >= 0 and (not role or len(fields.squeezed(head)) == 1):
                options.setdefault(place, at)
            elif role:
                roles.setdefault(role, []).append(at)
        if len(options) < 2:
            if 0 in options and fields.role(heads[options[0]]) == "answer":
                roles.setdefault("answer", []).append(options[0])
            options = {}
        if "prompt" not in roles or not (
            set(roles) & {"answer", "key", "wrong", "options"} or options
        ):
            return None
        return cls(roles, options, whys)

    @classmethod
    def guessed(cls, rows: list[Record]) -> tuple[Columns | None, list[Record]]:
        """The columns by what they hold: one asks, and the longest of the others answers."""
        sample = rows[1 : SAMPLE + 1] if len(rows) > 1 else rows
        width = max(len(record.cells) for record in sample)
        asking = [
            sum(asks(r.cells[at][:300]) >= 0.8 for r in sample if at < len(r.cells)) / len(sample)
            for at in range(width)
        ]
        best = max(range(width), key=lambda at: asking[at])
        if width < 2 or asking[best] < 0.5:
            return None, []
        others = [at for at in range(width) if at != best]
        told = max(
            others, key=lambda at: sum(len(r.cells[at]) for r in sample if at < len(r.cells))
        )
        head = rows[0].cells
        headed = best < len(head) and asks(head[best]) < 0.5 and len(head[best]) < 40
        return cls({"prompt": [best], "answer": [told]}, {}), rows[1:] if headed else rows

    def settle(self, rows: list[Record]) -> None:
        """Whether a key of figures counts from nought: it does where a nought is among them."""
        keys = [key for record in rows[:5000] if (key := self._first(record, "key", "answer"))]
        self.from_zero = bool(self.options) and "0" in keys and all(k.isdigit() for k in keys)

    def _first(self, record: Record, *roles: str) -> str:
        for role in roles:
            for value in self._values(record, role):
                return value
        return ""

    def _values(self, record: Record, role: str) -> list[str]:
        cells = record.cells
        found = (cells[at] for at in self.roles.get(role, ()) if at < len(cells))
        return [fields.markdown(fields.unguarded(cell)) for cell in found if cell.strip()]

    def entry(self, record: Record) -> Entry | None:
        """One row as a question; None where its prompt is empty."""
        parts = Parts(prompt="\n\n".join(self._values(record, "prompt")))
        if not parts.prompt:
            return None
        parts.options = self._choices(record)
        parts.answer = "\n\n".join(self._values(record, "answer"))
        parts.key = ", ".join(self._values(record, "key"))
        wrong = [one for text in self._values(record, "wrong") for one in fields.listed(text)]
        if wrong and not parts.options and (parts.key or parts.answer):
            right = parts.key or parts.answer
            parts.options = [Choice(right, True), *(Choice(one, False) for one in wrong)]
            parts.answer = "" if parts.answer == right else parts.answer
        elif not parts.options:
            parts.answer = parts.answer or parts.key
        elif not parts.key:
            parts.key, parts.answer = parts.answer, ""
        if self.from_zero and parts.key.isdigit():
            parts.key = str(int(parts.key) + 1)
        parts.why = "\n\n".join(self._values(record, "why"))
        parts.code = "\n".join(self._values(record, "code"))
        parts.difficulty = self._first(record, "difficulty")
        parts.section = self._first(record, "section")
        parts.topics = [
            t for text in self._values(record, "topics") for t in fields.split_topics(text)
        ]
        parts.more = self._values(record, "more")
        return parts.entry(record.first, record.last)

    def _choices(self, record: Record) -> list[Choice]:
        cells = record.cells
        texts = [
            cells[at]
            for _, at in sorted(self.options.items())
            if at < len(cells) and cells[at].strip()
        ]
        if not texts:
            texts = [one for text in self._values(record, "options") for one in fields.listed(text)]
        whys = [cells[at] if at < len(cells) else "" for _, at in sorted(self.whys.items())]
        whys += [""] * (len(texts) - len(whys))
        return [
            Choice(_said(text), False, _said(why)) for text, why in zip(texts, whys, strict=False)
        ]


def cards(rows: Sequence[Sequence[str]]) -> bool:
    """Whether two columns without names are the sides of cards: a term, and words that tell it."""
    pairs = [cells for cells in rows if len(cells) == 2 and all(map(str.strip, cells))]
    if len(pairs) < 3 or len(pairs) < 0.95 * len(rows):
        return False
    told = sum(len(back.split()) >= 3 for _, back in pairs)
    asking = sum(asks(front[:300]) >= 0.8 for front, _ in pairs)
    return len({front for front, _ in pairs}) == len(pairs) and (
        told >= 0.6 * len(pairs) or asking >= 0.5 * len(pairs)
    )


def _said(cell: str) -> str:
    return fields.markdown(fields.unguarded(cell))
