"""The body of a Word document: its runs gathered into paragraphs, and those written down."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from questions.ingest.rules.shapes import Outline

from .fenced import fenced
from .repair import repair
from .tables import Table
from .word_styles import CODED, MONO, Numbering, Style, deeper, heading, number, on
from .writer import BREAK, Piece, Writer, in_code, literal

SKIPPED = frozenset(["del", "moveFrom", "Fallback", "rubyPr", "rt", "pict", "OLEObject"])
LONGEST = 2000
"""Characters of a table's cell; with more the table only lays out the page."""


@dataclass(slots=True)
class Run:
    """A stretch of text of one look."""

    text: str
    bold: bool = False
    italic: bool = False
    mono: bool = False


@dataclass(slots=True)
class Paragraph:
    """One paragraph with all that its style and its list say."""

    style: Style = field(default_factory=Style)
    runs: list[Run] = field(default_factory=list)
    number: str | None = None
    depth: int | None = None
    level: int = 0
    marker: str = ""

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def coded(self) -> bool:
        """Whether it is a line of code."""
        if CODED.search(self.style.name) or MONO.search(self.style.font):
            return not self.level
        written = [run for run in self.runs if run.text.strip()]
        return bool(written) and not self.level and all(run.mono for run in written)

    @property
    def plain(self) -> bool:
        """Whether it may stand in a table's cell."""
        return not (self.level or self.marker) and len(self.text) <= LONGEST


class Body:
    """What is open while the elements of a document go by."""

    def __init__(
        self, style: Callable[[str], Style], numbering: Numbering, links: dict[str, str]
    ) -> None:
        self.writer = Writer("docx")
        self.style = style
        self.known: dict[str, Style] = {}
        self.numbering = numbering
        self.links = links
        self.open: list[Paragraph] = []
        self.run = Run("")
        self.link = ""
        self.skipping = 0
        self.writing = self.properties = self.changed = False
        self.code: list[Piece] = []
        self.tables = 0
        self.rows: list[list[list[Paragraph]]] = []
        self.listed = False

    def start(self, name: str, given: dict[str, str]) -> None:
        """An element opens."""
        if self.skipping or name in SKIPPED:
            self.skipping += 1
        elif name == "p":
            self.open.append(Paragraph(self._styled("Normal")))
        elif name in {"pPr", "rPr"}:
            self.properties = True
        elif name in {"pPrChange", "rPrChange"}:
            self.changed = True
        elif name == "r":
            self.run = Run("")
        elif name == "t":
            self.writing = True
        elif name == "tbl":
            self.tables += 1
        elif name == "tr" and self.tables == 1:
            self.rows.append([])
        elif name == "tc" and self.tables == 1 and self.rows:
            self.rows[-1].append([])
        elif self.properties and self.open:
            if not self.changed:
                self._property(name, given)
        elif self.open:
            self._inline(name, given)

    def _property(self, name: str, given: dict[str, str]) -> None:
        """What is said about the paragraph or the run that is open."""
        value, paragraph = given.get("val", ""), self.open[-1]
        if name == "pStyle":
            paragraph.style = self._styled(value)
        elif name == "numId":
            paragraph.number = value
        elif name == "ilvl":
            paragraph.depth = number(value)
        elif name == "outlineLvl":
            paragraph.style = replace(paragraph.style, level=number(value))
        elif name == "b":
            self.run.bold = on(given)
        elif name == "highlight" and value not in {"", "none"}:
            self.run.bold = True
        elif name == "i":
            self.run.italic = on(given)
        elif name == "rFonts":
            self.run.mono = MONO.search(given.get("ascii", "")) is not None
        elif name == "rStyle":
            style = self._styled(value)
            self.run.mono |= bool(CODED.search(style.name) or MONO.search(style.font))
            self.run.bold |= bool(style.bold)

    def _inline(self, name: str, given: dict[str, str]) -> None:
        if name == "tab":
            self._add(" ")
        elif name in {"br", "cr"} and given.get("type", "") in {"", "textWrapping"}:
            self._add(BREAK)
        elif name == "noBreakHyphen":
            self._add("-")
        elif name == "hyperlink":
            anchor = given.get("anchor", "")
            self.link = self.links.get(given.get("id", ""), "") or (anchor and f"#{anchor}")
            if self.link:
                self._add("[")
        elif name == "docPr" and given.get("descr"):
            self._add(f"![{' '.join(given['descr'].split())[:300]}]()")

    def _add(self, text: str) -> None:
        """Text of the look that is set, gathered with what came before it."""
        if not self.open:
            return
        runs, run = self.open[-1].runs, self.run
        last = runs[-1] if runs else None
        if last and (last.bold, last.italic, last.mono) == (run.bold, run.italic, run.mono):
            last.text += text
        else:
            runs.append(Run(text, run.bold, run.italic, run.mono))

    def text(self, text: str) -> None:
        """Text between the elements."""
        if self.writing and not self.skipping:
            self._add(text)

    def end(self, name: str) -> None:
        """An element closes."""
        if self.skipping:
            self.skipping -= 1
        elif name == "p" and self.open:
            self._paragraph(self.open.pop())
        elif name in {"pPr", "rPr"}:
            self.properties = False
            # What a paragraph says about its own mark is not said about its text.
            self.run = Run("") if name == "pPr" else self.run
        elif name in {"pPrChange", "rPrChange"}:
            self.changed = False
        elif name == "t":
            self.writing = False
        elif name == "hyperlink":
            if self.link:
                self._add(f"]({self.link})")
            self.link = ""
        elif name == "tbl" and self.tables:
            self.tables -= 1
            if not self.tables:
                self._table()

    def _styled(self, name: str) -> Style:
        if name not in self.known:
            self.known[name] = self.style(name)
        return self.known[name]

    def _paragraph(self, paragraph: Paragraph) -> None:
        """Number a paragraph, and write it unless it stands in a table."""
        style = paragraph.style
        if style.name.lower().startswith("toc ") or not paragraph.text.strip():
            if self.code and not paragraph.text.strip() and paragraph.coded:
                self.code.append(Piece("", 0, 0))
            return
        paragraph.level = heading(style)
        listed = paragraph.number if paragraph.number is not None else style.number
        if listed:
            depth = paragraph.depth if paragraph.depth is not None else style.depth or 0
            marker = self.numbering.marker(listed, depth)
            inner = max(depth, deeper(style))
            paragraph.marker = marker if paragraph.level else "  " * min(inner, 8) + marker
            if not marker:
                paragraph.marker = ""
        if self.tables and self.rows and self.rows[-1]:
            self.rows[-1][-1].append(paragraph)
        else:
            self._write(paragraph)

    def _write(self, paragraph: Paragraph) -> None:
        if paragraph.coded and not paragraph.marker:
            at = len(self.writer.lines)
            self.code += [Piece(line, at, at) for line in paragraph.text.split(BREAK)]
            return
        self._code_ends()
        listed = bool(paragraph.marker) and not paragraph.level
        if listed and self.listed:
            self.writer.gap = False
        self.listed = listed
        self.writer.heading = paragraph.level
        if paragraph.marker:
            if listed:
                self.writer.push(paragraph.marker, " " * len(paragraph.marker))
            else:
                self.writer.text(paragraph.marker, 1, 1)
        self._pieces(paragraph)
        if listed:
            self.writer.pop()
        else:
            self.writer.end()

    def _pieces(self, paragraph: Paragraph) -> None:
        """The runs of a paragraph as the writer's pieces."""
        bold = italic = False
        for run in paragraph.runs:
            if run.text.strip():
                if italic and not run.italic:
                    self.writer.mark("*", -1, 1)
                if run.bold != bold:
                    self.writer.mark("**", 1 if run.bold else -1, 1)
                if run.italic and not italic:
                    self.writer.mark("*", 1, 1)
                bold, italic = run.bold, run.italic
            for number_, line in enumerate(run.text.split(BREAK)):
                if number_:
                    self.writer.line_break(1)
                coded = run.mono and line.strip()
                self.writer.text(in_code(line) if coded else literal(line), 1, 1)
        for mark, opened in (("*", italic), ("**", bold)):
            if opened:
                self.writer.mark(mark, -1, 1)

    def _code_ends(self) -> None:
        lines, self.code = fenced(self.code), []
        if lines:
            self.writer.block(lines)
            self.listed = False

    def _table(self) -> None:
        """A table of data as such; one that only lays out the page as its paragraphs."""
        rows, self.rows = self.rows, []
        wide = max((len(row) for row in rows), default=0) > 1
        cells = [cell for row in rows for cell in row]
        if wide and all(paragraph.plain for cell in cells for paragraph in cell):
            self._code_ends()
            table = Table()
            for at, row in enumerate(rows):
                table.row(1)
                for cell in row:
                    table.cell(self._cell(cell), at == 0)
            table.write(self.writer)
            self.listed = False
            return
        for cell in cells:
            for paragraph in cell:
                self._write(paragraph)

    def _cell(self, cell: list[Paragraph]) -> list[Piece]:
        self.writer.end()
        for paragraph in cell:
            self._pieces(paragraph)
            self.writer.line_break(1)
        pieces, self.writer.pieces = self.writer.pieces, []
        return pieces

    def finish(self) -> Outline:
        """All that was written."""
        self._code_ends()
        outline = self.writer.outline(placed=False)
        text = unicodedata.normalize("NFC", repair("\n".join(outline.lines)))
        return replace(outline, lines=tuple(text.split("\n")))
