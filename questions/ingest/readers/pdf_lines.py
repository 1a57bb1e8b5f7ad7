"""The lines of a PDF's pages as Markdown: headings by size, wrapped lines joined, margins left."""

from __future__ import annotations

import itertools
import re
from collections import Counter

from questions.ingest.rules.labels import is_answer
from questions.ingest.rules.marks import peel

from .pdf_columns import Column, columns
from .pdf_page import WIDE, Line, without_margins
from .writer import no_fence

LARGER = 1.12
"""How much larger than the text a heading is set."""

FULL = 0.86
GAP = 1.32
BULLET = re.compile(r"^\s*[•●▪◦‣·∙○■□➢➤►⁃\uf0b7\uf0a7]\s*")
DASH = re.compile(r"^\s*[–—]\s+(?=\S)")
HYPHEN = re.compile(r"[^\W\d_]-$")
WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def rendered(pages: list[list[Line]]) -> list[str]:
    """All pages as one text."""
    lines = [line for page in without_margins(pages) for line in page]
    if not lines:
        return []
    return Flow(lines).lines()


class Flow:
    """The lines of a document one after another."""

    def __init__(self, lines: list[Line]) -> None:
        self.all = lines
        weights: Counter[float] = Counter()
        for line in lines:
            weights.update(line.sizes)
        self.body = weights.most_common(1)[0][0] or 1.0
        heads = {line.size for line in lines if line.size >= LARGER * self.body}
        self.levels = {size: min(at, 6) for at, size in enumerate(sorted(heads, reverse=True), 1)}
        text = [line for line in lines if line.size < LARGER * self.body]
        self.columns = columns(text)
        self.pitch = self._pitch(text)
        self.known = Counter(word.lower() for line in lines for word in WORDS.findall(line.text))
        self.dashed = self._dashes(text)
        self.out: list[str] = []

    def _dashes(self, text: list[Line]) -> frozenset[int]:
        """The places, right of the margin, at which several lines begin with a dash: lists."""
        places = Counter(round(line.x) for line in text if DASH.match(line.text))
        return frozenset(
            x
            for x, times in places.items()
            if times > 1 and x > self._column(x).left + self.body / 2
        )

    def _column(self, x: float) -> Column:
        """The column that a line which begins there stands in."""
        return self.columns[-1 if x >= self.columns[-1].begins else 0]

    def _opens(self, line: Line) -> bool:
        """Whether a line begins something of its own."""
        listed = round(line.x) in self.dashed and DASH.match(line.text) is not None
        return listed or opens(line.text.strip())

    def _pitch(self, text: list[Line]) -> float:
        """The usual way from one line down to the next."""
        steps = Counter(
            round(above.y - below.y, 0)
            for above, below in itertools.pairwise(text)
            if 0.8 * self.body < above.y - below.y < 2.2 * self.body
        )
        most = max(steps.values(), default=0)
        return min(
            (step for step, times in steps.items() if times >= 0.5 * most), default=1.3 * self.body
        )

    def lines(self) -> list[str]:
        """The whole document as Markdown."""
        at = 0
        while at < len(self.all):
            end = at + 1
            line = self.all[at]
            if line.mono and line.size <= self.body * LARGER:
                while end < len(self.all) and self.all[end].mono and not self._gap(end, 2.5):
                    end += 1
                self._code(self.all[at:end])
            else:
                while end < len(self.all) and self._goes_on(end):
                    end += 1
                self._text(at, end)
            at = end
        return self.out

    def _gap(self, at: int, times: float) -> bool:
        """Whether a line stands well below the one before, or on another page."""
        step = self.all[at - 1].y - self.all[at].y
        return not 0 <= step <= times * max(self.pitch, self.all[at - 1].size)

    def _level(self, line: Line) -> int:
        return self.levels.get(line.size, 0) if len(line.text) < 300 else 0

    def _goes_on(self, at: int) -> bool:
        """Whether a line goes on with the sentence of the line before."""
        before, line = self.all[at - 1], self.all[at]
        text, said = line.text.strip(), before.text.rstrip()
        if line.mono or before.mono or self._level(line) != self._level(before):
            return False
        if self._opens(line):
            return False
        if self._level(line):
            step = before.y - line.y
            near = 0 < step <= 1.75 * line.size or (step <= 0 and text[:1].islower())
            return near and line.size == before.size
        # Bold words may end within the line on which they go on.
        if line.bold != before.bold and not (before.bold and line.parts[0][1]):
            return False
        below = line.bold and line.y < before.y
        if said[-1:] in {"?", "？"} and text[:1].isupper() and not below:
            return False
        if not self._full(before, line):
            return False
        if self._gap(at, GAP):
            # Over the end of a page or a column only an unfinished sentence goes on.
            turned = before.y <= line.y
            return turned and text[:1].islower() and said[-1:] not in ".:!?"
        return True

    def _full(self, before: Line, line: Line) -> bool:
        """Whether the next word would not have fitted on the line before."""
        column = self._column(before.x)
        if not column.wraps:
            return False
        word = len(line.text.split(maxsplit=1)[0]) + 1
        reached = before.right + WIDE * before.size * word - column.begins
        return reached >= FULL * (column.edge - column.begins)

    def _joined(self, lines: list[Line]) -> str:
        """Lines as one, words that were parted at the end of a line put together."""
        pieces = [marked(lines[0]).rstrip()]
        for line in lines[1:]:
            text = marked(line).strip()
            if HYPHEN.search(pieces[-1]) and text[:1].islower():
                if not self._compound(pieces[-1], text):
                    pieces[-1] = pieces[-1][:-1]
                pieces.append(text)
            else:
                pieces += [" ", text]
        # Bold that goes over the end of a line is one stretch.
        return "".join(pieces).replace("** **", " ")

    def _compound(self, said: str, text: str) -> bool:
        """Whether the hyphen at the end of a line belongs to its word: it stands so elsewhere."""
        first, second = WORDS.findall(said[-60:])[-1:], WORDS.match(text)
        if not first or not second:
            return True
        parted, whole = f"{first[0]}-{second[0]}".lower(), f"{first[0]}{second[0]}".lower()
        return self.known[parted] > self.known[whole]

    def _text(self, at: int, end: int) -> None:
        lines = self.all[at:end]
        level = self._level(lines[0])
        if at and (self._gap(at, GAP) or level or self._level(self.all[at - 1])):
            self._blank()
        if level:
            said = " ".join(line.text.strip() for line in lines)
            self.out.append(f"{'#' * level} {' '.join(said.split())}")
            return
        said = self._joined(lines).strip()
        dash = DASH.match(said) if round(lines[0].x) in self.dashed else None
        if bullet := BULLET.match(said) or dash:
            said = f"- {said[bullet.end() :].lstrip()}"
        if opens(said) and peel(said).marks[:1] in {("bullet",), ("number",), ("letter",)}:
            said = self._indent(lines[0]) + said
        self.out.append(no_fence(said))

    def _indent(self, line: Line) -> str:
        steps = round((line.x - self._column(line.x).left) / (1.6 * self.body))
        return "   " * min(max(steps, 0), 4)

    def _code(self, lines: list[Line]) -> None:
        self._blank()
        left = min(line.x for line in lines)
        mark = "~~~" if any("```" in line.text for line in lines) else "```"
        self.out.append(mark)
        for line in lines:
            shift = round((line.x - left) / (0.6 * (line.size or 1)))
            self.out.append(" " * min(shift, 60) + line.text.rstrip())
        self.out += [mark, ""]

    def _blank(self) -> None:
        if self.out and self.out[-1]:
            self.out.append("")


def opens(text: str) -> bool:
    """Whether a line begins something of its own: an item, a number, a label."""
    if BULLET.match(text):
        return True
    peeled = peel(text)
    if {"bullet", "number", "letter", "question"} & set(peeled.marks):
        return True
    return is_answer(peeled.label)


def marked(line: Line) -> str:
    """The text of a line with bold and code in it marked."""
    if line.mono:
        return line.text
    said = []
    whole = line.bold
    for text, bold, mono in line.parts:
        bare = text.strip()
        if not bare or not (mono or (bold and not whole)):
            said.append(text)
            continue
        mark = "`" if mono and "`" not in bare else "**" if bold and not whole else ""
        start = text[: len(text) - len(text.lstrip())]
        said.append(f"{start}{mark}{bare}{mark}{text[len(text.rstrip()) :]}")
    joined = "".join(said)
    if not whole or not joined.strip():
        return joined
    lead = BULLET.match(joined)
    at = lead.end() if lead else 0
    return f"{joined[:at]}**{joined[at:].strip()}**"
