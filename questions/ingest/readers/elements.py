"""What each element of HTML becomes in Markdown."""

from __future__ import annotations

from html import unescape

from questions.ingest.rules.words import words_of

from .fenced import Fence
from .inline import MANY, Inline
from .lists import Lists
from .tables import Table
from .tags import Token
from .writer import Piece, in_code

DROPPED = words_of(
    """
    script style noscript template svg math iframe object embed select nav footer canvas audio
    video textarea dialog
    """
)
BLOCKS = words_of(
    """
    p div section article main header aside figure figcaption address center fieldset
    legend form body html button dd dl hgroup search table tr td th thead tbody tfoot
    caption head
    """
)
HEADINGS = {f"h{level}": level for level in range(1, 7)}
CELLS = frozenset({"table", "tr", "td", "th"})
BOXES = frozenset({"checkbox", "radio"})


class Page(Inline):
    """What is open while the tokens of a page go by."""

    def __init__(self, layouts: frozenset[int] = frozenset()) -> None:
        super().__init__()
        self.lists = Lists(self.writer)
        self.layouts = layouts
        self.count = 0
        self.table: Table | None = None
        self.cell = ""
        self.dropped: list[str] = []
        self.within = 0
        self.summary = self.titled = False

    def take(self, token: Token) -> None:
        """Write what one token says."""
        name = token.name
        if self.titled:
            self._title(token)
        elif name == "title" and not token.closes and not self.dropped:
            self.titled = True
        elif name in DROPPED:
            self._drop(token)
        elif self.dropped:
            if name == "body":
                self.dropped.clear()
        elif not name:
            self.text(token)
        elif self.fence is not None:
            if self.fence.closed_by(token):
                self._fenced()
        elif token.closes:
            self._closes(name, token.last)
        elif not self.opens(name, token):
            self._opens(name, token)

    def finish(self) -> None:
        """Close what the page left open."""
        self.code_ends()
        if self.fence is not None:
            self._fenced()
        if self.table is not None:
            self._table_closes("table")
        if self.summary:
            self._summed()
        self.writer.end()

    def _title(self, token: Token) -> None:
        self.titled = token.name != "title"
        if not token.name and not self.writer.title:
            self.writer.title = " ".join(unescape(token.text[:1000]).split())[:300]

    def _drop(self, token: Token) -> None:
        """Remember that nothing counts until this ends."""
        if not token.closes:
            whole = token.text.endswith("/") or token.name == "embed"
            if not whole and len(self.dropped) < MANY:
                self.dropped.append(token.name)
        elif token.name in self.dropped:
            while self.dropped.pop() != token.name:
                pass

    @property
    def flat(self) -> bool:
        """Whether this is no place for blocks: within a cell or a summary."""
        return self.table is not None or self.summary

    def _fenced(self) -> None:
        lines, self.fence = self.fence.lines() if self.fence else [], None
        if lines and self.flat:
            text = " ".join(line.text for line in lines[1:-1])
            self.writer.text(in_code(text), lines[0].first, lines[-1].last)
        elif lines:
            self.writer.block(lines)

    def _block(self, line: int) -> None:
        """A block begins or ends; where there is no place for it that is a new line."""
        self.code_ends()
        if self.flat:
            self.writer.line_break(line)
        else:
            self.writer.end()

    def _opens(self, name: str, token: Token) -> None:
        line = token.first
        if name == "input":
            self._box(token)
        elif name in CELLS:
            self._table_opens(name, line)
        elif name in BLOCKS or self.flat:
            if name in BLOCKS or name in HEADINGS or name in {"li", "dt", "pre", "details"}:
                self._block(line)
            if name == "li" and self.table is not None:
                self.writer.text("- ", line, line)
            self._parts(name, 1, line)
            if name == "dd" and not self.flat:
                self.writer.bold = self.bare = False
            if name == "pre":
                self.fence = Fence(token)
        elif name in HEADINGS:
            self._block(line)
            self.writer.heading = HEADINGS[name]
        elif name == "pre":
            self._block(line)
            self.fence = Fence(token)
        else:
            self._container_opens(name, token)

    def _parts(self, name: str, by: int, line: int) -> None:
        """What stands at the foot of a page belongs to nothing above; an article has its own."""
        if name in {"article", "section"}:
            self.within = max(0, self.within + by)
        elif name == "footer" and by > 0 and not (self.flat or self.within or self.writer.levels):
            self.writer.block([Piece("---", line, line)])

    def _container_opens(self, name: str, token: Token) -> None:
        line = token.first
        if name not in {"ul", "ol", "li", "dt", "blockquote", "hr", "details", "summary"}:
            return
        self._block(line)
        if name in {"ul", "ol"}:
            self.lists.open(name, token)
        elif name == "li":
            self.lists.item(token)
        elif name == "dt":
            self.writer.bold = self.bare = True
        elif name == "blockquote":
            self.writer.push("> ", "> ")
        elif name == "hr":
            self.writer.block([Piece("---", line, line)])
        elif name == "details":
            self.writer.block([Piece("<details>", line, line)])
            self.writer.gap = False
        else:
            self.summary = self.bare = True

    def _closes(self, name: str, line: int) -> None:
        if name == "summary" and self.summary:
            self._summed()
        elif name in CELLS and self.table is not None:
            self._table_closes(name)
        elif self.flat:
            if not self.closes(name, line) and (name in BLOCKS or name in HEADINGS):
                self._block(line)
        elif self.closes(name, line):
            return
        else:
            self._container_closes(name, line)

    def _container_closes(self, name: str, line: int) -> None:
        if name in {"li", "ul", "ol"}:
            self._block(line)
            self.lists.close(name)
        elif name == "dt":
            self._block(line)
            self.writer.bold = self.bare = False
        elif name == "blockquote":
            self._block(line)
            self.writer.pop()
        elif name == "details":
            self._block(line)
            self.writer.block([Piece("</details>", line, line)])
        elif name in BLOCKS or name in HEADINGS:
            self._block(line)
            self._parts(name, -1, line)

    def _summed(self) -> None:
        """The line that a reader clicks on."""
        self.code_ends()
        self.summary = self.bare = False
        for said in self.writer.taken():
            self.writer.gap = False
            text = f"<summary>{said.text}</summary>"
            self.writer.block([Piece(text, said.first, said.last)])

    def _box(self, token: Token) -> None:
        """A box to tick or a button to choose, at the head of its line."""
        given = token.attributes()
        if given.get("type", "").lower() not in BOXES or self.flat:
            return
        box = "[x] " if "checked" in given else "[ ] "
        if not self.lists.fresh:
            self.writer.end()
            box = f"- {box}"
        self.writer.text(box, token.first, token.last)

    def _table_opens(self, name: str, line: int) -> None:
        if name == "table":
            self.count += 1
            self._block(line)
            if self.table is None and not self.summary and self.count not in self.layouts:
                self.table, self.cell = Table(), ""
        elif self.table is None:
            self._block(line)
        else:
            self._cell_ends()
            if name == "tr":
                self.table.row(line)
            else:
                self.cell = name

    def _table_closes(self, name: str) -> None:
        self._cell_ends()
        if name == "table" and self.table is not None:
            table, self.table = self.table, None
            table.write(self.writer)

    def _cell_ends(self) -> None:
        """The text of a cell, or what stands in a table outside of its cells."""
        self.code_ends()
        if self.table is None:
            return
        if self.cell:
            pieces, self.writer.pieces = self.writer.pieces, []
            self.table.cell(pieces, self.cell == "th")
            self.cell = ""
        else:
            self.writer.end()
