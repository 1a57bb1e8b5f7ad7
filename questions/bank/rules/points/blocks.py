"""An answer's Markdown as a flat list of blocks: what may carry a point, and under which title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from .plain import bold_only, lead_of, plain, without_symbols

LONGEST = 60_000  # characters of an answer that are read; nobody learns more from one


class Shape(Enum):
    """How a block was written."""

    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"
    STEPS = "steps"  # several items that tell one thing
    TITLE = "title"  # a heading, or a line that only introduces what follows


@dataclass
class Block:
    """One paragraph, list item, table row or title, still with its marks."""

    shape: Shape
    raw: str
    depth: int = 0
    level: int = 0  # of a heading; 9 for a bold line, 10 for an introducing line
    quoted: bool = False
    cells: tuple[str, ...] = ()
    header: tuple[str, ...] = ()
    under: list[Block] = field(default_factory=list)

    @property
    def lead(self) -> str:
        """The words before the colon or dash that name the block, or nothing."""
        return lead_of(self.raw)[0]

    @property
    def body(self) -> str:
        """What is said after the lead, as plain text, one line of the document a line."""
        return lead_of(self.raw)[1]


_FENCE = re.compile(r"^\s*(`{3,}|~{3,})")
_HEADING = re.compile(r"^\s{0,3}(#{1,6})\s+(.*)$")
_RULE = re.compile(r"^\s*(?:[-*_=]\s*){3,}$")
_MARK = re.compile(r"^(\s*)([-*+•‣◦▪●○·–—✓✔➢➤►]|\(?\d{1,3}[.)]|\(?[A-Za-z][.)])\s+(?=\S)(.*)$")
_BOX = re.compile(r"^\[[ xX]\]\s+")
_TAG_LINE = re.compile(r"^\s*</?[a-zA-Z][^<>]*>\s*$")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_FULL = 4_000  # characters of one paragraph


def _delimits(line: str) -> bool:
    """Whether this is the line under a table's head."""
    return "|" in line and "--" in line and not line.strip("|-: \t")


def _cells(line: str) -> tuple[str, ...]:
    inner = line.strip().removeprefix("|").removesuffix("|")
    return tuple(cell.strip() for cell in inner.replace("\\|", "\0").split("|"))


def _indent(line: str) -> int:
    bare = line.expandtabs(4)
    return len(bare) - len(bare.lstrip())


def _prose_lines(answer: str) -> Iterator[str]:
    """Every line that is not code, with one blank line in the place of each block of code."""
    fence, listed, blank = "", False, True
    for line in _COMMENT.sub("", answer[:LONGEST]).splitlines():
        opened = _FENCE.match(line)
        if fence:
            if opened and opened[1].startswith(fence) and not line.strip(" `~"):
                fence = ""
            continue
        if opened:
            fence = opened[1]
            yield ""
            continue
        if not line.strip():
            blank = True
            yield ""
            continue
        listed = (listed and (_indent(line) > 0 or not blank)) or bool(_MARK.match(line))
        if not (blank and not listed and _indent(line) >= 4) and not _TAG_LINE.match(line):
            yield line
            blank = False


def _dedented(answer: str) -> str:
    """The answer without the indentation that all its lines (the first excepted) share."""
    lines = answer.splitlines()
    rest = [_indent(line) for line in lines[1:] if line.strip()]
    shared = min(rest, default=0)
    if not shared:
        return answer.strip("\n").lstrip() if lines[:1] else ""
    head = lines[0].lstrip() if _indent(lines[0]) <= shared else lines[0]
    return "\n".join([head, *(line.expandtabs(4)[shared:] for line in lines[1:])])


class _Reader:
    """Puts line after line into the block it belongs to."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.open: Block | None = None  # takes a line that continues it
        self.indents: list[int] = []  # of the list items around this line
        self.table: tuple[str, ...] | None = None
        self.pending: str | None = None  # a line with bars that may prove to be a table's head

    def add(self, block: Block) -> None:
        self.blocks.append(block)
        self.open = block

    def read(self, line: str) -> None:
        quoted = line.lstrip().startswith(">")
        if quoted:
            line = re.sub(r"^\s*(?:>\s?)+", "", line)
        if not line.strip() or _RULE.match(line):
            self.open, self.table = None, None
        elif heading := _HEADING.match(line):
            self.indents = []
            self.add(Block(Shape.TITLE, heading[2].rstrip("# "), level=len(heading[1])))
            self.open = None
        elif self.table is not None and "|" in line:
            self.row(line)
        elif self.open is not None and _delimits(line):
            self.head()
        elif mark := _MARK.match(line):
            self.item(_indent(line), _BOX.sub("", mark[3]), quoted)
        else:
            self.text(line, quoted)

    def head(self) -> None:
        """What was just taken for text was the head of a table."""
        assert self.open is not None
        *before, last = self.open.raw.split("\n")
        self.table = _cells(last)
        if before:
            self.open.raw = "\n".join(before)
        else:
            self.blocks.pop()
        self.open = None

    def row(self, line: str) -> None:
        if not _delimits(line):
            self.add(Block(Shape.ROW, "", cells=_cells(line), header=self.table or ()))
            self.open = None

    def item(self, indent: int, raw: str, quoted: bool) -> None:
        while self.indents and self.indents[-1] >= indent:
            self.indents.pop()
        self.indents.append(indent)
        self.add(Block(Shape.ITEM, raw, depth=len(self.indents) - 1, quoted=quoted))

    def text(self, line: str, quoted: bool) -> None:
        starts_anew = without_symbols(line) != line.strip()
        if self.open is not None and not starts_anew and self.open.quoted == quoted:
            if len(self.open.raw) < _FULL:
                self.open.raw += "\n" + line.strip()
            return
        while self.indents and self.indents[-1] >= _indent(line):
            self.indents.pop()
        depth = len(self.indents)
        self.add(Block(Shape.PARAGRAPH, line.strip(), depth=depth, quoted=quoted))


def _titled(block: Block) -> Block:
    """The block, turned into a title where it only introduces what follows."""
    if block.shape is not Shape.PARAGRAPH:
        return block
    if bold_only(block.raw):
        return Block(Shape.TITLE, block.raw, block.depth, level=9)
    words = plain(block.raw)
    if words.endswith((":", "：")) and len(words) < 100 and "\n" not in words and ". " not in words:
        return Block(Shape.TITLE, block.raw, block.depth, level=10)
    return block


def _parted(block: Block) -> list[Block]:
    """The block, or its lines as items where each of them names what it tells."""
    lines = block.raw.split("\n")
    if block.shape is not Shape.PARAGRAPH or len(lines) < 3:
        return [block]
    if not all(0 < len(lead_of(line)[0].split()) <= 4 for line in lines):
        return [block]
    return [Block(Shape.ITEM, line, block.depth, quoted=block.quoted) for line in lines]


def read(answer: str) -> list[Block]:
    """The blocks of an answer in order, nested items and paragraphs inside their item."""
    reader = _Reader()
    for line in _prose_lines(_dedented(answer)):
        reader.read(line)
    top: list[Block] = []
    for block in (_titled(one) for whole in reader.blocks for one in _parted(whole)):
        if block.depth > 0 and top and top[-1].shape is Shape.ITEM:
            top[-1].under.append(block)
        else:
            top.append(block)
    return top
