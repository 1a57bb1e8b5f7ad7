"""Options of choice questions in their many shapes, and the key that says which are right."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from .labels import INLINE, LABEL, is_answer
from .line import Row
from .named import named_by, spelled
from .shapes import Choice
from .spans import Span
from .words import RIGHT

MOST = 26  # options; a longer list is a list
BARE = re.compile(r"^\s{0,3}([A-Ha-h])[ \t]+(?=\S)")
# Letters that have room around them, or in the wide brackets of the East: `（C）`, `( B )`.
FILLED = re.compile(
    r"(?:（[ \u3000]*|\([ \u3000]+)([A-H](?:[,，、 ]?[A-H]){0,7})(?:[ \u3000]*）|[ \u3000]+\))"
)
LETTERS = re.compile("[A-H]")
RIGHT_FIRST = re.compile(r"^(?:[✅✔☑]\ufe0f?)\s*")


@dataclass(slots=True)
class Option:
    """One option as it stands in the document."""

    start: int
    stop: int
    text: str
    why: str
    letter: str = ""
    right: bool = False
    bold: bool = False


def found(rows: list[Row], span: Span, shape: str) -> list[Option]:
    """The options of one question, in the shape that its style writes them."""
    if span.item.row.peeled.beside:
        return _printed_beside(span.item.row, span.item.at + 1)
    for kind in ("box", "letter") if shape == "mixed" else (shape,):
        listed = options(rows, span.item.at + 1, span.stop, kind)
        # A list is options where one of them is marked as right, or where the style says so and
        # nothing stands between prompt and list.
        if listed and (_marked(rows, span, listed) or (shape != "mixed" and kind != "letter")):
            return listed if shape != "mixed" or _direct(rows, span, listed) else []
        if listed and shape == "letter" and _direct(rows, span, listed):
            return listed
    return []


def _printed_beside(row: Row, at: int) -> list[Option]:
    """The options that stand on the line of their prompt."""
    return [
        Option(at, at, text, "", chr(ord("A") + place))
        for place, text in enumerate(row.peeled.beside)
    ]


def _direct(rows: list[Row], span: Span, listed: list[Option]) -> bool:
    """Whether nothing but what the prompt shows stands before the options."""
    between = rows[span.item.at + 1 : listed[0].start]
    written = [row for row in between if row.kind == "text" and row.core and not row.answers]
    return not any(row.first for row in written[bool(not span.item.row.core) :])


def _marked(rows: list[Row], span: Span, listed: list[Option]) -> bool:
    return any(option.right for option in listed) or bool(key(rows, span, listed))


def options(rows: list[Row], start: int, stop: int, kind: str) -> list[Option]:
    """The first list of options of that kind in a stretch of rows."""
    found: list[Option] = []
    for at in range(start, stop):
        row = rows[at]
        if _is_option(row, kind, len(found), found[0].letter if found else ""):
            found.extend(beside(row, at) or [_option(row, at, kind)])
        elif len(found) == 1 and kind == "bare" and _is_option(row, kind, 0, "A"):
            # What came before was a sentence that begins with the letter.
            found = [_option(row, at, kind)]
        elif found:
            if row.kind == "blank" or (
                row.kind == "tag" and not row.peeled.opens and not row.peeled.closes
            ):
                continue
            if (
                row.answers
                or row.peeled.opens
                or not _continues(rows, at, found[-1], rows[found[0].start])
            ):
                if kind != "bare" or len(found) > 1:
                    break
                found = []
                continue
            found[-1].stop = at + 1
    for option in found:
        _fill(rows, option, kind)
    return found if 2 <= len(found) <= MOST else []


def _is_option(row: Row, kind: str, index: int, first: str) -> bool:
    if row.kind != "text" or row.level or row.answers:
        return False
    if kind == "box":
        return row.peeled.checked is not None
    if kind == "tick":
        return row.peeled.tick is not None
    if kind == "letter":
        wanted = chr(ord(first or "A") + index)
        return row.peeled.letter == wanted if first else row.peeled.letter in {"A", "a"}
    if kind == "bare":
        match = BARE.match(row.text)
        return bool(match) and match is not None and match[1] == chr(ord(first or match[1]) + index)
    if kind == "number":
        return row.marks[:1] == ("number",) and row.peeled.number == index + 1
    return row.marks[:1] == ("bullet",) and row.peeled.checked is None


def beside(row: Row, at: int) -> list[Option]:
    """Several options on one line, in the order of their letters."""
    first = row.peeled.letter
    marks = list(INLINE.finditer(row.core)) if first else []
    letters = [first, *(mark[1] for mark in marks)]
    if len(letters) < 2 or any(ord(b) - ord(a) != 1 for a, b in pairwise(letters)):
        return []
    starts, stops = [0, *(mark.end() for mark in marks)], [mark.start() for mark in marks]
    texts = [row.core[a:b].strip() for a, b in zip(starts, [*stops, len(row.core)], strict=True)]
    return [
        Option(at, at + 1, text, "", letter) for text, letter in zip(texts, letters, strict=True)
    ]


def _option(row: Row, at: int, kind: str) -> Option:
    if kind == "bare":
        match = BARE.match(row.text)
        letter, text = (match[1], row.text[match.end() :].strip()) if match else ("", row.core)
        return Option(at, at + 1, text, "", letter)
    right = bool(row.peeled.checked or row.peeled.tick) or row.peeled.starred
    bold = "bold" in row.marks[-2:]
    return Option(at, at + 1, surface(row, kind), "", row.peeled.letter, right, bold)


def surface(row: Row, kind: str) -> str:
    """The text of an option without its own mark, inner labels and emphasis kept."""
    if row.peeled.label or "label" in row.marks:
        text = row.text.strip()
        for pattern in STRIP:
            text = pattern.sub("", text, count=1)
        return text.strip()
    return row.core


STRIP = (
    re.compile(r"^[-*+•][ \t]+"),
    re.compile(r"^\[[ xX✓✔]\][ \t]+"),
    re.compile(r"^\(?(?:[A-Za-zа-зА-З]|\d{1,3})[.):、．）][ \t]*"),
)


def _continues(rows: list[Row], at: int, last: Option, first: Row) -> bool:
    """Whether a row goes on with the last option."""
    row = rows[at]
    if row.kind == "code":
        return rows[at - 1].kind in {"code", "text"} and at <= last.stop
    indent = len(row.text) - len(row.text.lstrip())
    return row.kind == "text" and not row.level and (indent > first.indent or at == last.stop)


def _fill(rows: list[Row], option: Option, kind: str) -> None:
    more = [row.text.strip() for row in rows[option.start + 1 : option.stop]]
    more = [text for text in more if text]
    if kind == "box":
        option.why = "\n".join(more)
    elif more:
        option.text = "\n".join([option.text, *more])
    body, tail = option.text[:-60], option.text[-60:]
    cleaned = RIGHT_FIRST.sub("", body + RIGHT.sub("", tail)).strip()
    if cleaned and cleaned != option.text:
        option.text, option.right = cleaned, True


def key(rows: list[Row], span: Span, found: list[Option]) -> set[int]:
    """Which options the item's own answer names: by letter, number or text."""
    inside = {at for option in found for at in range(option.start, option.stop)}
    for at in range(span.item.at + 1, span.stop):
        row = rows[at]
        if at in inside or not (row.answers or row.kind == "code"):
            continue
        # An option that begins with a figure is its own key, figure and all.
        if row.peeled.number is not None and (
            same := spelled(f"{row.peeled.number} {row.core}", found)
        ):
            return same
        if row.kind == "code":
            label = LABEL.match(row.text.strip())
            texts = (
                [row.text[row.text.index(label[0]) + len(label[0]) :]]
                if label and is_answer(label[1])
                else []
            )
        else:
            texts = [row.core] if row.core else []
            # What follows the label may be the key; where the options follow it, they are none.
            near = [n for n in range(at + 1, min(at + 5, span.stop)) if rows[n].core]
            texts += [rows[n].core for n in near[:1] if n not in inside]
        for text in texts:
            if named := named_by(text, found):
                return named
    return set()


def blank(prompt: str, found: list[Option]) -> tuple[str, set[int]]:
    """A prompt without the key that was filled into its brackets, as exam papers print it."""
    filled = FILLED.search(prompt) if found else None
    if filled is None:
        return prompt, set()
    right = {ord(letter) - ord("A") for letter in LETTERS.findall(filled[1])}
    if max(right) >= len(found):
        return prompt, set()
    return (
        f"{prompt[: filled.start()]}{filled[0][0]} {filled[0][-1]}{prompt[filled.end() :]}",
        right,
    )


def settled(rows: list[Row], span: Span, found: list[Option]) -> tuple[Choice, ...]:
    """The options with the right ones marked, as far as the document says."""
    right = {at for at, option in enumerate(found) if option.right}
    if not right or len(right) == len(found):
        right = key(rows, span, found)
    if not right:
        bold = {at for at, option in enumerate(found) if option.bold}
        right = bold if 0 < len(bold) < len(found) else set()
    return tuple(Choice(option.text, at in right, option.why) for at, option in enumerate(found))
