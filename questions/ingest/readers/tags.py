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
        source = self.source
        begun = at = 0
        while (start := source.find("<", at)) >= 0:
            match = OPENING.match(source, start)
            end = self._end(match.end()) if match else self._declaration(start)
            if end < 0:
                at = start + 1
                continue
            if start > begun:
                yield self._text(begun, start)
            begun = at = end
            if match is None:
                continue
            name, first = match[2].lower(), self._line(start)
            inside = source[match.end() : end - 1]
            yield Token(name, bool(match[1]), inside, first, self._line(end))
            if name in RAW and not match[1]:
                begun = at = self._raw(name, end)
                if at > end:
                    yield self._text(end, at)
        if begun < len(source):
            yield self._text(begun, len(source))

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
        """The end of what is no tag: a comment, `<!DOCTYPE …>`, `<?xml …?>`; -1 for mere text."""
        for opens, closes in (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<!", ">"), ("<?", ">")):
            if self.source.startswith(opens, at):
                end = self._find(closes, at + len(opens))
                return len(self.source) if end < 0 else end + len(closes)
        if self.source.startswith("</", at):
            end = self._find(">", at)
            return -1 if end < 0 else end + 1
        return -1

    def _end(self, at: int) -> int:
        """Where the tag has ended, quoted `>` passed over; -1 where it never does."""
        if ">" in self.missing:
            return -1
        start = at
        while match := STOP.search(self.source, at):
            if match[0] == ">":
                return match.end()
            close = self._find(match[0], match.end())
            at = match.end() if close < 0 else close + 1
        return self._find(">", start) + 1 or -1

    def _raw(self, name: str, at: int) -> int:
        """The end of a script or the like, which holds no tags."""
        if f"</{name}" in self.missing:
            return len(self.source)
        match = re.compile(f"</{name}", re.IGNORECASE).search(self.source, at)
        if match is None:
            self.missing.add(f"</{name}")
            return len(self.source)
        return match.start()
