"""Markdown written block by block, each line with its place in the file that it comes from."""

from __future__ import annotations

import re
from dataclasses import dataclass

from questions.ingest.rules.shapes import Outline

DEEPEST = 12
"""Lists and quotations within each other; what lies deeper is written at that depth."""

MARKED = re.compile(r"(?<![\w\\*])(\*{1,3})(?=[^\s*])([^*\n]{1,200}?)(?<=\S)\1(?![\w*])")
UNDERSCORED = re.compile(r"(?<![\w\\`])(_{1,3})(?=[^\s_])([^\n`]{1,80}?)(?<=[^\s_])\1(?!\w)")
ANGLE = re.compile(r"<(?=[A-Za-z/!?])")
SPACES = re.compile(r"[ \t\r\n\f\v\u200b\ufeff]+")
TICKS = re.compile("`+")
BREAK = "\n"


@dataclass(slots=True)
class Piece:
    """A run of text, or a mark of emphasis (`opens` 1 or -1), with its lines in the file."""

    text: str
    first: int
    last: int
    opens: int = 0


class Mark(str):
    """A mark of emphasis among texts."""

    __slots__ = ()


@dataclass(slots=True)
class Level:
    """A list item or quotation that lines stand in."""

    marker: str
    indent: str
    used: bool = False


def literal(text: str) -> str:
    """Text that means itself in Markdown: no tags, no emphasis by chance."""
    if "<" in text:
        text = ANGLE.sub("&lt;", text)
    if "*" in text:
        text = MARKED.sub(lambda found: found[0].replace("*", "\\*"), text)
    if "_" in text:
        text = UNDERSCORED.sub(lambda found: found[0].replace("_", "\\_"), text)
    return text


def no_fence(text: str) -> str:
    """A line of text that opens no block of code by chance."""
    return f"\\{text}" if text.startswith(("```", "~~~")) else text


def in_code(text: str) -> str:
    """Text as inline code, with as many backticks as it needs."""
    text = SPACES.sub(" ", text).strip()
    if not text:
        return ""
    if "`" not in text:
        return f"`{text}`"
    ticks = "`" * (max(len(run) for run in TICKS.findall(text)) + 1)
    return f"{ticks} {text} {ticks}"


class Writer:
    """Collects inline pieces, and writes them as lines when their block ends."""

    def __init__(self, form: str) -> None:
        self.form = form
        self.title = ""
        self.lines: list[str] = []
        self.places: list[tuple[int, int]] = []
        self.pieces: list[Piece] = []
        self.levels: list[Level] = []
        self.deeper = 0
        self.heading = 0
        self.bold = False
        self.gap = False

    def outline(self, printed: tuple[int, ...] = (), placed: bool = True) -> Outline:
        """What was written, as the grammar reads it."""
        self.end()
        return Outline(
            tuple(self.lines),
            self.form,
            self.title,
            tuple(self.places) if placed else (),
            printed if placed else (),
        )

    def text(self, text: str, first: int, last: int) -> None:
        """A run of text in the block that is being written."""
        self.pieces.append(Piece(text, first, last))

    def mark(self, mark: str, opens: int, line: int) -> None:
        """Where emphasis begins (1) or ends (-1); in a heading or a bold block it says nothing."""
        self.pieces.append(Piece(mark, line, line, opens))

    def line_break(self, line: int) -> None:
        """A new line within the block."""
        self.pieces.append(Piece(BREAK, line, line))

    def push(self, marker: str, indent: str) -> None:
        """Begin a list item or a quotation."""
        self.end()
        if len(self.levels) >= DEEPEST:
            self.deeper += 1
        else:
            self.levels.append(Level(marker, indent))

    def pop(self) -> None:
        """End it."""
        self.end()
        if self.deeper:
            self.deeper -= 1
        elif self.levels:
            self.levels.pop()

    def taken(self) -> list[Piece]:
        """The pieces so far as one line at most, which the caller writes."""
        pieces, self.pieces = self.pieces, []
        lines = [line for line in composed(pieces, plain=True) if line.text]
        if not lines:
            return []
        text = " ".join(line.text for line in lines)
        return [Piece(text, lines[0].first, lines[-1].last)]

    def end(self) -> None:
        """Write the block that was collected, if it has any text."""
        pieces, self.pieces = self.pieces, []
        level, self.heading = self.heading, 0
        bold = self.bold and not level
        lines = composed(pieces, plain=bool(level or bold))
        while lines and not lines[0].text:
            lines.pop(0)
        while lines and not lines[-1].text:
            lines.pop()
        if not lines:
            return
        if level:
            text = " ".join(line.text for line in lines if line.text)
            lines = [Piece(f"{'#' * level} {text}", lines[0].first, lines[-1].last)]
        elif bold:
            text = " ".join(line.text for line in lines if line.text)
            lines = [Piece(f"**{text}**", lines[0].first, lines[-1].last)]
        self._separate()
        for line in lines:
            self.write(no_fence(line.text), line.first, line.last)
        self.gap = True

    def block(self, lines: list[Piece]) -> None:
        """Lines that are a block of their own, written as they are."""
        self.end()
        self._separate()
        for line in lines:
            self.write(line.text, line.first, line.last)
        self.gap = True

    def write(self, text: str, first: int, last: int) -> None:
        """One line under its markers."""
        before = "".join(level.indent if level.used else level.marker for level in self.levels)
        for level in self.levels:
            level.used = True
        line = (before + text).rstrip() if text else before.rstrip()
        self.lines.append(line)
        self.places.append((first, max(first, last)))

    def _separate(self) -> None:
        """A blank line before the next block, where one is wanted."""
        if self.gap and self.lines and self.lines[-1].strip():
            quoted = "".join(level.indent for level in self.levels if level.used).rstrip()
            last = self.places[-1][1]
            self.lines.append(quoted if ">" in quoted else "")
            self.places.append((last, last))
        self.gap = False


def composed(pieces: list[Piece], *, plain: bool = False) -> list[Piece]:
    """The lines that inline pieces make: spaces collapsed, emphasis tight around its text."""
    lines: list[Piece] = []
    texts: list[str] = []
    open_marks: list[Mark] = []
    places: list[tuple[int, int]] = []

    def settle() -> None:
        for mark in reversed(open_marks):
            _close(texts, mark)
        text = SPACES.sub(" ", "".join(texts)).strip(" ")
        first = min((place[0] for place in places), default=0)
        last = max((place[1] for place in places), default=first)
        lines.append(Piece(text, first, last))
        texts.clear()
        places.clear()

    for piece in pieces:
        if piece.opens:
            _emphasis(piece, texts, open_marks, plain)
        elif piece.text == BREAK:
            settle()
            texts.extend(open_marks)
            places.append((piece.last, piece.last))
        else:
            _add(texts, piece.text)
            if piece.text.strip():
                places.append((piece.first, piece.last))
    settle()
    return lines


def _add(texts: list[str], text: str) -> None:
    """Append text; a space that it begins with goes before the marks that open it."""
    bare = text.lstrip()
    if texts and isinstance(texts[-1], Mark) and len(bare) < len(text):
        at = len(texts)
        while at and isinstance(texts[at - 1], Mark):
            at -= 1
        texts.insert(at, " ")
        text = bare
    if text:
        texts.append(text)


def _emphasis(piece: Piece, texts: list[str], open_marks: list[Mark], plain: bool) -> None:
    if plain and "*" in piece.text:
        return
    if piece.opens > 0:
        if piece.text not in open_marks and len(open_marks) < DEEPEST:
            open_marks.append(Mark(piece.text))
            texts.append(open_marks[-1])
    elif piece.text in open_marks:
        while open_marks[-1] != piece.text:
            _close(texts, open_marks.pop())
        _close(texts, open_marks.pop())


def _close(texts: list[str], mark: Mark) -> None:
    """Set the closing mark behind the last letter; take both away where nothing stands between."""
    space = ""
    while texts and texts[-1].isspace():
        space = texts.pop()
    if texts and texts[-1] is mark:
        texts.pop()
    elif texts:
        last = texts[-1]
        bare = last.rstrip()
        space = space or last[len(bare) :]
        if not isinstance(last, Mark):
            texts[-1] = bare
        texts.append(str(mark))
    if space:
        texts.append(" ")
