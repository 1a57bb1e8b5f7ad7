"""The running text of a page: emphasis, code, links and pictures within a block."""

from __future__ import annotations

import re
from html import unescape

from .fenced import Fence
from .tags import Token
from .writer import Piece, Writer, in_code, literal

MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*", "mark": "**"}
CODE = frozenset({"code", "tt", "kbd", "samp"})
PERMALINKS = frozenset({"", "¶", "#", "§", "🔗", "↩", "↩\ufe0e", "\uf0c1"})
HEAVY = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)")
RAISED = str.maketrans("0123456789+-n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ")
LOWERED = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")
ADDRESS = re.compile(r"(?:https?:|mailto:|#|/|\.{0,2}/|[\w%-]+[./#?])[^\s()<>]*\Z", re.IGNORECASE)
LONGEST = 500
"""Characters of an address; what is longer is data."""

MANY = 300
"""Elements that are remembered as open; pages nest far less."""


class Inline:
    """What is open within a block while the tokens of a page go by."""

    def __init__(self) -> None:
        self.writer = Writer("html")
        self.fence: Fence | None = None
        self.inline: list[str] | None = None
        self.inlined: tuple[int, int] | None = None
        self.spans: list[str] = []
        self.link: tuple[str, int, int] | None = None
        self.shift = ""
        self.bare = False

    def text(self, token: Token) -> None:
        """Text as it stands, in code or out of it."""
        text = unescape(token.text).replace("\xa0", " ")
        if self.fence is not None:
            self.fence.add(text, token.first)
        elif self.inline is not None:
            first, last = _printed(text, token.first)
            if text.strip():
                self.inlined = (self.inlined[0] if self.inlined else first, last)
            self.inline.append(text)
        else:
            first, last = _printed(text, token.first)
            if self.shift:
                text = _shifted(text, self.shift)
            self.writer.text(literal(text), first, last)

    def opens(self, name: str, token: Token) -> bool:
        """Take an element that stands within a line; whether it was one."""
        if name in MARKS:
            if "normal" not in token.text[:LONGEST]:
                self.writer.mark(MARKS[name], 1, token.first)
        elif name in CODE:
            if self.inline is None:
                self.inline = []
        elif name == "br":
            self.writer.line_break(token.first)
        elif name == "a":
            self.link = (token.attributes().get("href", ""), self._at(), len(self.writer.lines))
        elif name == "img":
            self._picture(token)
        elif name == "span":
            mark = "**" if HEAVY.search(token.text[:LONGEST]) else ""
            if len(self.spans) < MANY:
                self.spans.append(mark)
                if mark:
                    self.writer.mark(mark, 1, token.first)
        elif name in {"sup", "sub"}:
            self.shift = name
        else:
            return False
        return True

    def closes(self, name: str, line: int) -> bool:
        """End an element that stands within a line; whether it was one."""
        if name in MARKS:
            self.writer.mark(MARKS[name], -1, line)
        elif name in CODE:
            self.code_ends()
        elif name == "a":
            self._linked(line)
        elif name == "span":
            if self.spans and (mark := self.spans.pop()):
                self.writer.mark(mark, -1, line)
        elif name in {"sup", "sub"}:
            self.shift = ""
        else:
            return False
        return True

    def code_ends(self) -> None:
        """Write the code that is open, if any, with the lines of its own text."""
        if self.inline is not None and self.inlined:
            self.writer.text(in_code("".join(self.inline)), *self.inlined)
        self.inline = self.inlined = None

    def _at(self) -> int:
        return len(self.writer.pieces)

    def _linked(self, line: int) -> None:
        """Make a link of what was written since its tag; one to the place itself is left out."""
        if self.link is None:
            return
        (address, at, lines), self.link = self.link, None
        if lines != len(self.writer.lines) or at > self._at():
            return
        said = "".join(piece.text for piece in self.writer.pieces[at:] if not piece.opens).strip()
        if said in PERMALINKS:
            del self.writer.pieces[at:]
        elif not self.bare and not self.writer.heading and _is_address(address):
            self.writer.pieces[at:at] = [Piece("[", line, line)]
            self.writer.text(f"]({address})", line, line)

    def _picture(self, token: Token) -> None:
        given = token.attributes()
        address, says = given.get("src", ""), " ".join(given.get("alt", "").split())
        if _is_address(address):
            self.writer.text(f"![{literal(says)}]({address})", token.first, token.last)
        elif says:
            self.writer.text(literal(says), token.first, token.last)


def _printed(text: str, line: int) -> tuple[int, int]:
    """The lines of a text that begins on this line, without the empty ones around it."""
    first = line + text[: len(text) - len(text.lstrip())].count("\n")
    return first, first + text.strip().count("\n")


def _is_address(address: str) -> bool:
    return 0 < len(address) <= LONGEST and ADDRESS.match(address) is not None


def _shifted(text: str, shift: str) -> str:
    """Raised or lowered figures as such, other raised text behind a circumflex."""
    said = text.strip()
    if shift == "sub":
        return said.translate(LOWERED) if set(said) <= set("0123456789+-") else text
    return said.translate(RAISED) if set(said) <= set("0123456789+-n") else f"^{said}"
