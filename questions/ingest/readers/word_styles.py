"""What the styles and the numbering of a Word document say about a paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from . import xml

HEADING = re.compile(r"heading ([1-9])$")
INNER = re.compile(r"list (?:bullet|number) ([2-5])$")
CODED = re.compile(r"code|preformatted|source|verbatim|macro text|listing", re.IGNORECASE)
MONO = re.compile(r"mono|courier|consol|menlo|monaco|typewriter|fixed", re.IGNORECASE)
HEADLINES = {"title": 1, "subtitle": 2}
DEEPEST = 9
PLACE = re.compile(r"%([1-9])")


@dataclass(slots=True)
class Style:
    """One paragraph style; None where it leaves something to the style that it is based on."""

    name: str = ""
    based: str = ""
    level: int | None = None
    number: str | None = None
    depth: int | None = None
    bold: bool | None = None
    font: str = ""


@dataclass(slots=True)
class Step:
    """How one level of a list is counted and shown."""

    form: str = "decimal"
    text: str = "%1."
    start: int = 1


@dataclass(slots=True)
class Sheet:
    """The styles of a document by their id."""

    styles: dict[str, Style] = field(default_factory=dict)

    def resolved(self, name: str) -> Style:
        """A style with what it takes from those that it is based on."""
        found = Style()
        for _ in range(12):
            style = self.styles.get(name)
            if style is None:
                break
            found.name = found.name or style.name
            found.font = found.font or style.font
            found.level = style.level if found.level is None else found.level
            found.number = style.number if found.number is None else found.number
            found.depth = style.depth if found.depth is None else found.depth
            found.bold = style.bold if found.bold is None else found.bold
            name = style.based
        return found


def heading(style: Style) -> int:
    """The level of the heading that paragraphs of this style are; 0 for none."""
    name = style.name.lower()
    if match := HEADING.match(name):
        return min(int(match[1]), 6)
    if name in HEADLINES:
        return HEADLINES[name]
    return min(style.level + 1, 6) if style.level is not None and style.level < DEEPEST else 0


def deeper(style: Style) -> int:
    """How deep the lists of a style are shown, by its name: `List Bullet 2` is the second step."""
    match = INNER.match(style.name.lower())
    return int(match[1]) - 1 if match else 0


def styles(data: bytes) -> Sheet:
    """The styles of `word/styles.xml`."""
    sheet = Sheet()
    current = Style()

    def start(name: str, given: dict[str, str]) -> None:
        nonlocal current
        value = given.get("val", "")
        if name == "style":
            current = Style()
            sheet.styles[given.get("styleId", "")] = current
        elif name == "name" and not current.name:
            current.name = value
        elif name == "basedOn":
            current.based = value
        elif name == "outlineLvl":
            current.level = number(value)
        elif name == "numId":
            current.number = value
        elif name == "ilvl":
            current.depth = number(value)
        elif name == "b":
            current.bold = on(given)
        elif name == "rFonts":
            current.font = given.get("ascii", "")

    if data:
        xml.parse(data, start, lambda _: None, lambda _: None)
    return sheet


class Numbering:
    """The lists of a document, and how far each has counted."""

    def __init__(self, data: bytes) -> None:
        self.kinds: dict[str, dict[int, Step]] = {}
        self.lists: dict[str, str] = {}
        self.starts: dict[tuple[str, int], int] = {}
        self.counts: dict[str, list[int]] = {}
        self._kind = self._list = ""
        self._depth = 0
        self._outside = True
        if data:
            xml.parse(data, self._start, lambda _: None, lambda _: None)

    def _start(self, name: str, given: dict[str, str]) -> None:
        value = given.get("val", "")
        if name == "abstractNum":
            self._kind, self._list = given.get("abstractNumId", ""), ""
            self.kinds[self._kind] = {}
        elif name == "num":
            self._list, self._kind = given.get("numId", ""), ""
        elif name == "abstractNumId" and self._list:
            self.lists[self._list] = value
        elif name in {"lvl", "lvlOverride"}:
            self._depth = number(given.get("ilvl", "0"))
            if self._kind and name == "lvl":
                self.kinds[self._kind].setdefault(self._depth, Step())
        elif name == "startOverride" and self._list:
            self.starts[self._list, self._depth] = number(value)
        elif self._kind and self._depth in self.kinds[self._kind]:
            step = self.kinds[self._kind][self._depth]
            if name == "numFmt":
                step.form = value
            elif name == "lvlText":
                step.text = value[:40]
            elif name == "start":
                step.start = number(value)

    def marker(self, name: str, depth: int) -> str:
        """What Word shows before the next paragraph of this list at this depth; "" for none."""
        kind = self.lists.get(name)
        if kind is None:
            return ""
        depth = min(depth, DEEPEST - 1)
        steps = self.kinds.get(kind, {})
        step = steps.get(depth, Step("bullet"))
        if step.form == "bullet":
            return "- "
        if step.form == "none":
            return ""
        # Lists of one kind count on, unless one of them says where it starts.
        key = name if (name, depth) in self.starts else kind
        counts = self.counts.setdefault(key, [0] * DEEPEST)
        start = self.starts.get((name, depth), step.start)
        counts[depth] = counts[depth] + 1 if counts[depth] else start
        counts[depth + 1 :] = [0] * (DEEPEST - depth - 1)

        def shown(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            return counted(counts[at] or 1, steps.get(at, Step()).form)

        return PLACE.sub(shown, step.text).strip() + " "


def counted(at: int, form: str) -> str:
    """A number as letters or figures."""
    if form in {"upperLetter", "lowerLetter"} and 1 <= at <= 26:
        return chr(ord("A" if form == "upperLetter" else "a") + at - 1)
    return str(at)


def number(text: str) -> int:
    """A small number, 0 for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0


def on(given: dict[str, str]) -> bool:
    """Whether a switch such as bold is on."""
    return given.get("val", "1").lower() not in {"0", "false", "off", "none"}
