"""reStructuredText: its headings, directives, literal blocks and tables as Markdown lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from questions.ingest.rules.shapes import Outline

from . import restructured_tables as tables
from .restructured_directives import Body, Directives
from .restructured_inline import inline
from .text import lines_of
from .unreadable import Unreadable
from .writer import Piece

ADORNED = re.compile(r"([!-/:-@\[-`{-~])\1{1,}\s*$")
MARKUP = re.compile(r"\s*\.\.(?:\s+(.*)|$)")
TARGET = re.compile(r"\s*\.\.\s+_((?:[^:\\`]|\\:|`[^`]*`){1,200}):\s*(\S.*)?$")
REPLACED = re.compile(r"\s*\.\.\s+\|([^|]{1,80})\|\s+(replace|unicode)::\s*(.*)$")
ITEM = re.compile(r"\s*(?:[-*+•]|#\.|\(?(?:\d{1,4}|[A-Za-z#])[.)])(\s+)(?=\S)")
AUTO = re.compile(r"(\s*)#\.(\s+)")
FIELD = re.compile(r"(\s*):([A-Za-z][^:`]{0,40}):(?:\s+(.*)|)$")
WIDEST = 1_000_000
TOO_WIDE = f"This has a line of more than {WIDEST:,} characters. Break it up."
LONGEST = 4
"""Lines that code or a link within a paragraph may go over."""

MOST = 500
"""Lines of a directive that stands in a list."""

DEEPEST = 8
"""Directives within each other; what lies deeper is text."""


def read(data: bytes) -> Outline:
    """The Markdown of a document, each line with its place in the file. Raises Unreadable where
    a line is longer than any that is written.
    """
    lines = lines_of(data)
    if max(map(len, lines)) > WIDEST:
        raise Unreadable(TOO_WIDE)
    work = Document(lines)
    work.convert([(number, line.expandtabs(8)) for number, line in enumerate(lines, 1)])
    out = work.out
    return Outline(
        tuple(piece.text for piece in out),
        "rst",
        places=tuple((piece.first, piece.last) for piece in out),
        printed=tuple(number for number, line in enumerate(lines, 1) if line.strip()),
    )


def names_of(lines: Sequence[str]) -> dict[str, str]:
    """What link targets and substitutions stand for."""
    found: dict[str, str] = {}
    for line in lines:
        if ".." not in line[:40]:
            continue
        if match := TARGET.match(line):
            key = " ".join(match[1].strip("`").lower().split())
            found[key] = match[2].strip() if match[2] else ""
        elif match := REPLACED.match(line):
            found[f"|{match[1]}|"] = match[3].strip()
    return found


class Document(Directives):
    """A document on its way: the levels of its headings in the order in which they came."""

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__()
        self.named = names_of(lines)
        self.levels: list[tuple[str, bool]] = []

    def put(self, text: str, first: int, last: int = 0) -> None:
        """One line of Markdown."""
        self.out.append(Piece(text.rstrip(), first, max(first, last)))

    def spoken(self, text: str) -> str:
        return inline(text, self.named)

    def convert(self, body: Body, prefix: str = "", depth: int = 0) -> None:
        """A stretch of lines, all behind the same prefix."""
        at = 0
        contexts = [0]
        while at < len(body):
            number, line = body[at]
            indent = len(line) - len(line.lstrip())
            if not line.strip():
                self.put(prefix, number)
                at += 1
                continue
            while contexts[-1] > indent:
                contexts.pop()
            at = self._one(body, at, contexts, prefix, depth)

    def _one(self, body: Body, at: int, contexts: list[int], prefix: str, depth: int) -> int:
        """Convert what begins here; where it ends."""
        number, line = body[at]
        inside = prefix + " " * contexts[-1]
        if end := self._heading(body, at, prefix):
            return end
        if MARKUP.match(line) and depth < DEEPEST:
            return self._markup(body, at, inside, depth)
        if line.lstrip().startswith(">>>"):
            return self._doctest(body, at, inside)
        if end := tables.table(body, at, inside, self):
            return end
        if item := ITEM.match(line):
            contexts.append(item.end())
            if MARKUP.match(line, item.end() - 1) and depth < DEEPEST:
                return self._item(body, at, item.end(), prefix, depth)
            line = AUTO.sub(r"\1- ", line, count=1) if AUTO.match(line) else line
        elif len(line) - len(line.lstrip()) > contexts[-1]:
            line = " " * contexts[-1] + "> " + line.lstrip()
        elif line.lstrip().startswith("| ") or line.strip() == "|":
            line = line.replace("|", "", 1) if line.strip() == "|" else line.replace("| ", "", 1)
        elif match := FIELD.match(line):
            line = f"{match[1]}{match[2]}: {match[3] or ''}"
            end = block_end(body, at + 1, indent := len(match[1]))
            if depth < DEEPEST and at + 1 < end and indent <= contexts[-1]:
                self.put(prefix + self.spoken(line), number)
                self.convert(dedented(body[at + 1 : end]), inside, depth + 1)
                return end
        elif self._is_term(body, at, contexts[-1]):
            return self._definition(body, at, inside, depth)
        if line.rstrip().endswith("::"):
            return self._literal(body, at, line, prefix, inside)
        end = at + 1
        while _unclosed(line) and end - at < LONGEST and not _blank(body, end):
            line = f"{line.rstrip()} {body[end][1].strip()}"
            end += 1
        self.put(prefix + self.spoken(line), number, body[end - 1][0])
        return end

    def _item(self, body: Body, at: int, width: int, prefix: str, depth: int) -> int:
        """An item that is a directive: what it becomes stands behind the mark of the item."""
        number, line = body[at]
        begun = len(self.out)
        own = [(number, " " * width + line[width:]), *body[at + 1 : at + MOST]]
        end = at + self._markup(own, 0, prefix + " " * width, depth)
        if begun < len(self.out):
            first = self.out[begun]
            first.text = prefix + line[:width] + first.text[len(prefix) + width :]
        return end

    def _heading(self, body: Body, at: int, prefix: str) -> int:
        """A heading here, with or without a line above it; its end, or 0."""
        number, line = body[at]
        over = ADORNED.match(line)
        if over and at + 2 < len(body) and (under := ADORNED.match(body[at + 2][1])):
            text = body[at + 1][1]
            fits = under[1] == over[1] and len(text.rstrip()) <= len(line.rstrip()) + 1
            if fits and text.strip() and not ADORNED.match(text):
                self._level(text, over[1], True, number, number + 2, prefix)
                return at + 3
        if over and len(line.strip()) >= 4 and _blank(body, at - 1) and _blank(body, at + 1):
            self.put(prefix + "---", number)
            return at + 1
        if line[0].isspace() or at + 1 >= len(body):
            return 0
        under = ADORNED.match(body[at + 1][1])
        text = line.strip()
        if not under or over or len(body[at + 1][1].rstrip()) < min(len(text), 4):
            return 0
        if len(body[at + 1][1].rstrip()) * 4 < len(text) or not _blank(body, at - 1):
            return 0
        if ITEM.match(line) and under[1] not in "=-~^\"'*+#":
            return 0
        self._level(text, under[1], False, number, number + 1, prefix)
        return at + 2

    def _level(self, text: str, sign: str, over: bool, first: int, last: int, prefix: str) -> None:
        key = (sign, over)
        if key not in self.levels:
            self.levels.append(key)
        level = min(self.levels.index(key) + 1, 6)
        self.put(f"{prefix}{'#' * level} {self.spoken(text.strip())}", first, last)

    def _doctest(self, body: Body, at: int, inside: str) -> int:
        end = at
        while end < len(body) and body[end][1].strip():
            end += 1
        self.fence(body[at:end], "pycon", inside)
        return end

    def _literal(self, body: Body, at: int, line: str, prefix: str, inside: str) -> int:
        """A paragraph that ends in two colons, and the code that it announces."""
        number = body[at][0]
        text = line.rstrip()[:-1]
        if text.strip() not in {":", "> :"}:
            said = text[:-1].rstrip() if text[:-1].endswith((" ", "\t")) else text
            self.put(prefix + self.spoken(said), number)
        indent = len(line) - len(line.lstrip())
        start = at + 1
        while start < len(body) and not body[start][1].strip():
            start += 1
        end = block_end(body, start, indent)
        if start == end:
            return at + 1
        self.put(inside, number)
        self.fence(body[start:end], "", inside)
        return end

    def _is_term(self, body: Body, at: int, context: int) -> bool:
        """Whether this line is the term of a definition: a deeper line follows at once."""
        line = body[at][1]
        if at + 1 >= len(body) or not _blank(body, at - 1) or line.rstrip().endswith("::"):
            return False
        below = body[at + 1][1]
        return bool(below.strip()) and len(below) - len(below.lstrip()) > context

    def _definition(self, body: Body, at: int, inside: str, depth: int) -> int:
        number, line = body[at]
        end = block_end(body, at + 1, len(line) - len(line.lstrip()))
        said = self.spoken(line.strip())
        self.put(f"{inside}{said if '**' in said else f'**{said}**'}", number)
        self.put(inside, number)
        if depth < DEEPEST:
            self.convert(dedented(body[at + 1 : end]), inside, depth + 1)
        else:
            for below, text in body[at + 1 : end]:
                self.put(inside + text.strip(), below)
        return end

    def _markup(self, body: Body, at: int, inside: str, depth: int) -> int:
        """A directive, a target, a footnote or a comment, with the lines that belong to it."""
        line = body[at][1]
        end = block_end(body, at + 1, len(line) - len(line.lstrip()))
        match = MARKUP.match(line)
        self.directive(match[1] or "" if match else "", body[at:end], inside, depth)
        return end


def block_end(body: Body, at: int, indent: int) -> int:
    """Where the lines end that are indented deeper than this; closing blank lines stay outside."""
    end = last = at
    while end < len(body):
        line = body[end][1]
        if line.strip():
            if len(line) - len(line.lstrip()) <= indent:
                break
            last = end + 1
        end += 1
    return last


def dedented(body: Body) -> Body:
    """The lines without the indentation that they share."""
    widths = [len(line) - len(line.lstrip()) for _, line in body if line.strip()]
    width = min(widths, default=0)
    return [(number, line[width:]) for number, line in body]


def _unclosed(line: str) -> bool:
    """Whether code, a link or bold text in a line goes on in the next one."""
    doubled = line.count("``")
    return bool(doubled % 2 or (line.count("`") - 2 * doubled) % 2 or line.count("**") % 2)


def _blank(body: Body, at: int) -> bool:
    return not 0 <= at < len(body) or not body[at][1].strip()
