"""HTML cut into tags and text, each with its line; never slower than the text is long."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

OPENING = re.compile(r"<(/?)([A-Za-z][^\s/>\"'=<]{0,60})")
STOP = re.compile(r"[>\"']")
ATTRIBUTE = re.compile(
    r"([^\s\"'>/=]{1,80})"
    r"(?:[ \t\r\n]{0,20}=[ \t\r\n]{0,20}(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?"
)
LONGEST = 8000  # characters of a tag in which attributes are looked for
RAW = frozenset({"script", "style", "textarea", "title", "xmp", "noembed", "noframes"})


@dataclass(slots=True)
class Token:
    """A piece of text (without a name), or a tag; `first` and `last` are lines from 1."""

    name: str
    closes: bool
    text: str
    first: int
    last: int

    def attributes(self) -> dict[str, str]:
        """The attributes of an opening tag."""
        return {
            name.lower(): unescape(double or single or bare)
            for name, double, single, bare in ATTRIBUTE.findall(self.text[:LONGEST])
        }


class Cutter:
    """Walks over the source once; where something never closes, that is remembered."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.line = 1
        self.counted = 0
        self.missing: set[str] = set()

    def tokens(self) -> Iterator[Token]:
        """Everything but comments, declarations and processing instructions."""
        source, at = self.source, 0
        while at < len(source):
            start = source.find("<", at)
            if start < 0:
                start = len(source)
            if start > at:
                yield self._text(at, start)
            if start == len(source):
                return
            at = start
            match = OPENING.match(source, start)
            if match is None:
                at = self._declaration(start)
                if at == start:
                    yield self._text(start, start + 1)
                    at = start + 1
                continue
            end = self._end(match.end())
            if end < 0:
                yield self._text(start, start + 1)
                at = start + 1
                continue
            name = match[2].lower()
            first = self._line(start)
            yield Token(name, bool(match[1]), source[match.end() : end], first, self._line(end))
            at = end + 1
            if name in RAW and not match[1]:
                close = self._raw(name, at)
                if close > at:
                    yield self._text(at, close)
                at = close

    def _text(self, start: int, end: int) -> Token:
        first = self._line(start)
        return Token("", False, self.source[start:end], first, self._line(end))

    def _line(self, at: int) -> int:
        self.line += self.source.count("\n", self.counted, at)
        self.counted = max(at, self.counted)
        return self.line

    def _find(self, what: str, at: int) -> int:
        """Like str.find, but what was not found once is not looked for again."""
        if what in self.missing:
            return -1
        found = self.source.find(what, at)
        if found < 0:
            self.missing.add(what)
        return found

    def _declaration(self, at: int) -> int:
        """The end of what is no tag: a comment, `<!DOCTYPE …>`, `<?xml …?>`; or `at` itself."""
        for opens, closes in (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<!", ">"), ("<?", ">")):
            if self.source.startswith(opens, at):
                end = self._find(closes, at + len(opens))
                return len(self.source) if end < 0 else end + len(closes)
        if self.source.startswith("</", at):
            end = self._find(">", at)
            return at if end < 0 else end + 1
        return at

    def _end(self, at: int) -> int:
        """Where the tag ends, quoted `>` passed over; -1 where it never does."""
        if ">" in self.missing:
            return -1
        start = at
        while match := STOP.search(self.source, at):
            if match[0] == ">":
                return match.start()
            close = self._find(match[0], match.end())
            at = match.end() if close < 0 else close + 1
        return self._find(">", start)

    def _raw(self, name: str, at: int) -> int:
        """The end of a script or the like, which holds no tags."""
        if f"</{name}" in self.missing:
            return len(self.source)
        match = re.compile(f"</{name}", re.IGNORECASE).search(self.source, at)
        if match is None:
            self.missing.add(f"</{name}")
            return len(self.source)
        return match.start()
