"""Line layout: from the Markdown that people write to the stricter one that the library reads.

The library wants nested lists indented by four, a blank line before a list or table, and fences
at the margin; people write lists indented by two, fences inside items and bullets as symbols.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field

DEEPEST = 12
"""Levels of lists and quotes; what nests deeper is left as it stands."""

_ITEM = re.compile(r"([-*+•▪●◦‣]|\d{1,9}[.)])([ ]+)(?=\S)")
_FENCE = re.compile(r"(`{3,}|~{3,})[ ]*([^`\n]*)$")
_LANGUAGE = re.compile(r"[\w+#.-]+")
_RULE = re.compile(r"(?:(?:\*[ ]*){3,}|(?:-[ ]*){3,}|(?:_[ ]*){3,})$")
_DELIMITER = re.compile(r"\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ ]*$")
_BREAKS_IN = re.compile(r"#{1,6}[ ]|>")
_TICK = {"[ ]": "☐", "[x]": "☑", "[X]": "☑"}
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


Store = Callable[[str, str], str]
"""Takes code and the name of its language, and gives back a line that stands for it."""


def laid_out(text: str, store: Store, depth: int = 0) -> str:
    """The same text as the library wants it; fenced code is given to `store`, letter by letter."""
    text = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    lines = [line.expandtabs(4) for line in text.split("\n")]
    return "\n".join(_Layout(lines, store, depth).run())


@dataclass
class _Layout:
    lines: list[str]
    store: Store
    depth: int
    out: list[str] = field(default_factory=list)
    items: list[tuple[int, int]] = field(default_factory=list)  # (marker's column, text's column)
    block: int = 0  # the column at which the lines since the last blank one began

    def run(self) -> list[str]:
        at = 0
        while at < len(self.lines):
            line = self.lines[at]
            bare = line.strip()
            if not bare:
                self.out.append("")
            elif (fence := _FENCE.match(bare)) and not self._is_code(line):
                at = self._fence(at, fence)
            elif bare.startswith(">") and self.depth < DEEPEST and not self._is_code(line):
                at = self._quote(at)
            else:
                self._line(line, bare, self.lines[at + 1] if at + 1 < len(self.lines) else "")
            at += 1
        return self.out

    def _blank_before(self) -> bool:
        return not self.out or not self.out[-1].strip()

    def _emit(self, line: str) -> None:
        if self._blank_before():
            self.block = _column(line)
        self.out.append(line)

    def _set_apart(self) -> None:
        if not self._blank_before():
            self.out.append("")

    def _is_code(self, line: str) -> bool:
        """Whether the line is indented so far that it is code where it stands."""
        home = self.items[-1][1] if self.items else 0
        return _column(line) >= home + 4 and self._blank_before()

    def _leave(self, column: int) -> None:
        """Close the items that a line at this column no longer belongs to."""
        while self.items and column < min(self.items[-1][1], self.items[-1][0] + 2):
            self.items.pop()

    def _indent(self) -> str:
        return "    " * len(self.items)

    def _line(self, line: str, bare: str, following: str) -> None:
        column = _column(line)
        item = None if _RULE.match(bare) or self._is_code(line) else _ITEM.match(bare)
        if item and self._begins(item):
            return self._item(column, bare, item)
        if self._blank_before() or _BREAKS_IN.match(bare):
            self._leave(column)
        if "|" in bare and _DELIMITER.match(following.strip()) and "-" in following:
            self._set_apart()
        elif self.out and self.out[-1].strip() and _symbol(bare):
            self.out[-1] = self.out[-1].rstrip() + "  "  # a line of its own, as it was typed
        kept = column - self.items[-1][1] if self.items else column
        deeper = " " * kept if kept >= 4 and self._blank_or_code() else ""
        self._emit(self._indent() + deeper + line.lstrip())

    def _blank_or_code(self) -> bool:
        home = len(self._indent()) + 4
        return self._blank_before() or _column(self.out[-1]) >= home

    def _begins(self, item: re.Match[str]) -> bool:
        """A number in the middle of a paragraph begins a list only where it is 1."""
        if self.items or self._blank_before() or not item[1][0].isdigit():
            return True
        return item[1][:-1] == "1"

    def _item(self, column: int, bare: str, item: re.Match[str]) -> None:
        self._leave(column)
        if not self.items:
            if self.out and not _ITEM.match(self.out[-1].strip()):
                self._set_apart()
        elif len(self.items) >= DEEPEST:
            self.items.pop()
        marker = item[1][:-1] + "." if item[1][0].isdigit() else "-"
        text = bare[item.end() :]
        if text[:3] in _TICK and text[3:4] == " ":
            text = _TICK[text[:3]] + text[3:]
        if len(self._indent()) < self.block:
            self._set_apart()  # the library reads a block at the depth of its first line
        self._emit(f"{self._indent()}{marker} {text}")
        self.items.append((column, column + item.end()))

    def _fence(self, at: int, fence: re.Match[str]) -> int:
        """Emit the block whose fence stands at this line; the index of its last line."""
        column = _column(self.lines[at])
        self._leave(column)
        mark, code, end = fence[1], [], at + 1
        while end < len(self.lines):
            bare = self.lines[end].strip()
            if bare.startswith(mark) and not bare.strip(mark[0]):
                break
            code.append(_cut(self.lines[end], column))
            end += 1
        found = _LANGUAGE.search(fence[2])
        self._set_apart()
        self.out += [
            self._indent() + self.store("\n".join(code), found[0].strip(".") if found else ""),
            "",
        ]
        return end

    def _quote(self, at: int) -> int:
        """Emit the quoted lines from here on, laid out by themselves; the index of the last."""
        self._leave(_column(self.lines[at]))
        self._set_apart()
        end, inner = at, []
        while end < len(self.lines) and self.lines[end].lstrip().startswith(">"):
            bare = self.lines[end].lstrip()[1:]
            inner.append(bare[1:] if bare.startswith(" ") else bare)
            end += 1
        indent = self._indent()
        quoted = laid_out("\n".join(inner), self.store, self.depth + 1)
        self.out += [f"{indent}> {line}".rstrip(" ") + _hard(line) for line in quoted.split("\n")]
        return end - 1


def _hard(line: str) -> str:
    return "  " if line.endswith("  ") and line.strip() else ""


def _column(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _cut(line: str, column: int) -> str:
    return line[min(column, _column(line)) :]


def _symbol(bare: str) -> bool:
    """Whether a line opens with a picture, which people use as a bullet."""
    return unicodedata.category(bare[0]) == "So"
