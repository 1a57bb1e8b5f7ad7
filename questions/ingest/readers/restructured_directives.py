"""The directives of reStructuredText: code, pictures, remarks, tables, and what is left out."""

from __future__ import annotations

import csv
import re
from abc import ABC, abstractmethod

from questions.ingest.rules.words import words_of

from .fenced import fenced
from .webpage import rendered
from .writer import Piece

Body = list[tuple[int, str]]

DIRECTIVE = re.compile(r"([A-Za-z][\w:.+-]{0,60}?)::(?:\s+(.*)|)$")
OPTION = re.compile(r"\s*:[A-Za-z][\w -]{0,40}:(?:\s|$)")
NOTE = re.compile(r"\[([#*\w.-]{1,40})\]\s*(.*)$")
CODE = words_of(
    """
    code code-block sourcecode parsed-literal doctest ipython ipython3 testcode testoutput
    prompt console highlight-block math literal graphviz mermaid plantuml
    """
)
LEFT_OUT = words_of(
    """
    contents toctree index meta include highlight default-role role sectnum
    currentmodule module autosummary bibliography target-notes sectionauthor codeauthor
    header footer title tabularcolumns automodule autoclass autofunction literalinclude date
    """
)
# Boxes whose argument is the name of their style, or for whom they are.
STYLED = words_of("container class rst-class cssclass only ifconfig div compound")
REMARKS = words_of(
    """
    note warning tip hint important caution danger attention error seealso todo
    """
)
ITEM = re.compile(r"\s*[*+-](?:\s+[*+-])?(?:\s+|$)")


class Directives(ABC):
    """What directives become; the rest of the document is the business of those who inherit."""

    def __init__(self) -> None:
        self.out: list[Piece] = []

    @abstractmethod
    def put(self, text: str, first: int, last: int = 0) -> None:
        """Write one line."""

    @abstractmethod
    def spoken(self, text: str) -> str:
        """A line's inline markup."""

    @abstractmethod
    def convert(self, body: Body, prefix: str = "", depth: int = 0) -> None:
        """Write a stretch of lines."""

    def directive(self, said: str, block: Body, inside: str, depth: int) -> None:
        """A directive with all its lines, the first of which opens it."""
        number = block[0][0]
        if match := NOTE.match(said):
            self.put(f"{inside}[{match[1]}] {self.spoken(match[2])}", number)
            self.convert(_dedented(block[1:]), inside, depth + 1)
            return
        match = DIRECTIVE.match(said)
        if match is None:
            return
        name, argument = match[1].lower().rpartition(":")[2], (match[2] or "").strip()
        content, options = _parts(block[1:])
        if name in LEFT_OUT:
            return
        if name == "raw":
            self._raw(argument, content, inside)
        elif name in CODE:
            if argument and name in {"math", "prompt"}:
                content = [(number, argument), *content]
            language = argument.split()[0] if argument and name != "prompt" else ""
            self.fence(content, re.sub(r"[^\w+#-]", "", language), inside)
        elif name in {"image", "figure"}:
            says = next((v for k, v in options if k == "alt"), "")
            self.put(f"{inside}![{says}]({argument.split(' ')[0]})", number)
            self.put(inside, number)
            self.convert(_dedented(content), inside, depth + 1)
        elif name in {"list-table", "csv-table"}:
            self._listed(name, argument, options, content, inside)
        else:
            self._boxed(name, argument, number, content, inside, depth)

    def _raw(self, form: str, content: Body, inside: str) -> None:
        """A piece of a page as such; what is meant for another form is left out."""
        if "html" not in form.lower().split() or not content:
            return
        page = rendered("\n".join(text for _, text in content)).writer
        for line, (first, last) in zip(page.lines, page.places, strict=True):
            self.put(f"{inside}{line}", content[first - 1][0], content[last - 1][0])
        self.put(inside, content[-1][0])

    def _boxed(
        self, name: str, argument: str, number: int, content: Body, inside: str, depth: int
    ) -> None:
        """A remark or another box: its title in bold, and what it holds."""
        body = _dedented(content)
        if name in REMARKS:
            if argument:
                body = [(number, argument), *body]
            title = f"{name.capitalize()}:" if name != "seealso" else "See also:"
        else:
            title = "" if name in STYLED else argument
            while title and body and body[0][1].strip() and not OPTION.match(body[0][1]):
                title += f" {body.pop(0)[1].strip()}"
            body = _dedented(_parts(body)[0])
        if title:
            self.put(f"{inside}**{self.spoken(title)}**", number)
            self.put(inside, number)
        self.convert(body, inside, depth + 1)

    def fence(self, body: Body, language: str, inside: str) -> None:
        """Lines of code."""
        pieces = [Piece(text, number, number) for number, text in _dedented(body)]
        for piece in fenced(pieces, language):
            self.out.append(Piece((inside + piece.text).rstrip(), piece.first, piece.last))

    def _listed(
        self,
        name: str,
        title: str,
        options: list[tuple[str, str]],
        content: Body,
        inside: str,
    ) -> None:
        """A table that is written as a list of lists, or as CSV."""
        rows: list[tuple[list[str], int, int]] = []
        if name == "csv-table":
            heads = next((v for k, v in options if k == "header"), "")
            if heads and content:
                first = content[0][0]
                rows.append((next(csv.reader([heads], skipinitialspace=True)), first, first))
            for number, line in content:
                if line.strip():
                    cells = next(csv.reader([line.strip()], skipinitialspace=True))
                    rows.append((cells, number, number))
        else:
            for number, line in _dedented(content):
                text = ITEM.sub("", line, count=1).strip()
                if line.startswith(("*", "-")):
                    rows.append(([text], number, number))
                elif rows and ITEM.match(line):
                    rows[-1][0].append(text)
                    rows[-1] = (rows[-1][0], rows[-1][1], number)
                elif rows and text:
                    rows[-1][0][-1] += f" {text}"
                    rows[-1] = (rows[-1][0], rows[-1][1], number)
        if title and rows:
            self.put(f"{inside}**{self.spoken(title)}**", rows[0][1])
            self.put(inside, rows[0][1])
        self.table([([self.spoken(c) for c in cells], a, b) for cells, a, b in rows], inside)

    def table(self, rows: list[tuple[list[str], int, int]], inside: str) -> None:
        """Rows of cells, the first being the heads."""
        width = max((len(cells) for cells, _, _ in rows), default=0)
        for at, (cells, first, last) in enumerate(rows):
            filled = [cell.replace("|", "\\|") for cell in cells] + [""] * (width - len(cells))
            self.put(f"{inside}| {' | '.join(filled)} |", first, last)
            if not at:
                self.put(f"{inside}|{' --- |' * width}", last)


def _parts(block: Body) -> tuple[Body, list[tuple[str, str]]]:
    """The content of a directive, and the options above it."""
    options = []
    at = 0
    while at < len(block) and OPTION.match(block[at][1]):
        name, _, value = block[at][1].strip()[1:].partition(":")
        options.append((name, value.strip()))
        at += 1
    return block[at:], options


def _dedented(body: Body) -> Body:
    widths = [len(line) - len(line.lstrip()) for _, line in body if line.strip()]
    width = min(widths, default=0)
    return [(number, line[width:]) for number, line in body]
