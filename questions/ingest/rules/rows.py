"""All lines of a document, each told what it is: text, code, table, rule, heading, link home."""

from __future__ import annotations

import itertools
import re

from . import initials, tables
from .labels import INLINE, is_answer
from .line import Peeled, Row
from .marks import peel

LINKED = re.compile(
    r"!?\[((?:[^\[\]]|\[[^\[\]]*\])*+)\]\(([^()\s]*+(?:\([^()]*\)[^()\s]*+)*+)[^()]*+\)"
)
WHOLE_LINK = re.compile(r"^\[([^\[\]]+)\]\([^()\s]*\)$")
FENCE = re.compile(r"^[ \t]*(?:>[ \t]?)*(?:(?:[-*+]|\d{1,4}[.)])[ \t]+)?(`{3,}|~{3,})([^`]*)$")
RULE = re.compile(r"^ {0,3}(?:(?:[-_=─—][ \t]?){3,}|(?:\*[ \t]?){3,})$")
UNDERLINE = re.compile(r"^ {0,3}(=+|-+)[ \t]*$")
FRONT = re.compile(r"^(?:([A-Za-z_][\w .-]{0,40}):(?:[ \t]+(.*))?|[ \t]*-[ \t].*|[ \t]+\S.*|#.*)$")
IMPORT = re.compile(r"^(?:import|export)\s.+;?\s*$|^:::|^</?[A-Z][^>]*>$")
STATES = re.compile(r"[*_ ]{0,4}(?:difficulty|level|topics?|tags?)[*_]{0,2}[:：]", re.IGNORECASE)
WALL = 20  # dashes of a line that parts
WIDEST = 4000  # characters of a line beyond which nothing but prose is looked for
OPENS = re.compile(r"[?？:：][ ]*\(?[Aa][.)]")
BESIDE = re.compile(r"(?<=[\s?？:：])\(?([A-Ha-h])[.)][ \t]+(?=\S)")
PART = re.compile(
    r"(?:section|part|chapter|unit|module|lesson|round|sección|capítulo|parte|teil|kapitel|abschnitt|"
    r"partie|chapitre|часть|глава|раздел)[ ](?:\d{1,3}|[IVX]{1,6}|[A-Z])\b(?!.*[?？]$)",
    re.IGNORECASE,
)
# The same in capitals behind a number: `3 REFERENCES`.
CAPITALS = re.compile(r"\d{1,2}[.)]?[ ]+[^\W\d_a-z][^a-z?？]{3,60}$")
FEW_PARTS = 2
UP = re.compile(r"back to (?:the )?top|return to top|↑|⬆|🔝|⇧", re.IGNORECASE)


def scan(lines: tuple[str, ...]) -> list[Row]:
    """Tell for each line what it is. Nothing inside code, front matter or a comment is a mark."""
    rows = [Row(number, text) for number, text in enumerate(lines, 1)]
    _front(rows)
    _fences(rows)
    _comments(rows)
    for row in rows:
        if row.kind == "blank" and row.text.strip():
            _classify(row)
    tables.cells(rows)
    _underlined(rows)
    _joined(rows)
    _neighbours(rows)
    _letters(rows)
    _besides(rows)
    _parts(rows)
    initials.count(rows)
    return rows


def _front(rows: list[Row]) -> None:
    """Front matter: pairs between two rules at the very top."""
    if not rows or rows[0].text.rstrip() != "---":
        return
    for end, row in enumerate(rows[1:80], 1):
        if row.text.rstrip() in {"---", "..."}:
            if end > 1:
                for inside in rows[: end + 1]:
                    inside.kind = "front"
            return
        if row.text.strip() and not FRONT.match(row.text):
            return


def _fences(rows: list[Row]) -> None:
    """Pair the fences of code; one that is never closed is text, a new opening ends an open one."""
    marks = []
    for index, row in enumerate(rows):
        if row.kind == "blank" and ("```" in row.text or "~~~" in row.text):
            match = FENCE.match(row.text)
            if match:
                marks.append((index, match[1], match[2].strip()))
    open_at: tuple[int, str] | None = None
    for index, fence, info in marks:
        if open_at is None or (info and fence[0] == open_at[1][0]):
            open_at = (index, fence)
        elif fence[0] == open_at[1][0] and len(fence) >= len(open_at[1]):
            for row in rows[open_at[0] : index + 1]:
                row.kind = "code"
            open_at = None


def _comments(rows: list[Row]) -> None:
    """HTML comments that fill whole lines."""
    start: int | None = None
    for index, row in enumerate(rows):
        if row.kind != "blank":
            start = None
            continue
        text = row.text.strip()
        if start is None and text.startswith("<!--"):
            start = index
        if start is not None and "-->" in text:
            if text.endswith("-->"):
                for inside in rows[start : index + 1]:
                    inside.kind = "comment"
            start = None


def _classify(row: Row) -> None:
    text = row.text
    body = text.lstrip(" \t")
    row.indent = len(text[: len(text) - len(body)].expandtabs(4))
    if RULE.match(text):
        row.kind = "rule"
        return
    if len(text) > WIDEST:
        row.kind, row.peeled.core = "text", body
        return
    if body[:1] == "|" or (body.count(" | ") >= 2):
        row.kind, row.home = "table", "](#" in body
        row.peeled.core = body
        return
    row.peeled = peel(body)
    row.kind = "tag" if row.peeled.tagged and not row.core else "text"
    if row.kind == "tag" and "<img" in body:
        row.kind = "picture"
    if IMPORT.match(body):
        row.kind = "tag"
    if row.level and (link := WHOLE_LINK.match(row.core)):
        row.peeled.core = link[1].strip()
    elif "](" in row.core and not row.level:
        row.home, pictured = _linked(row.core)
        if pictured:
            row.kind = "picture"
    elif row.peeled.tagged and 'href="#' in body and UP.search(row.core):
        row.home = True
    if body[0] == "?" and body.rstrip() in {"?", "??"}:
        # The sign between the two sides of a card in some note-takers.
        row.peeled = Peeled(marks=("label",), label="answer")
    row.states = STATES.match(body) is not None
    row.answers = is_answer(row.peeled.label) and "question" not in row.marks


def _linked(core: str) -> tuple[bool, bool]:
    """Whether the text is nothing but links inside the document, or nothing but pictures."""
    if len(core) > 2000:
        return False, False
    targets = [(match[0][:1], match[2]) for match in LINKED.finditer(core)]
    rest = re.sub(r"[\W_]|\bor\b|\band\b", "", LINKED.sub("", core))
    if rest or not targets:
        return False, False
    home = all(target.startswith("#") for _, target in targets)
    return home, all(kind == "!" or core[:2] == "[!" for kind, _ in targets)


def _underlined(rows: list[Row]) -> None:
    """Headings that are underlined by the next line."""
    before = "blank"
    for above, row in itertools.pairwise(rows):
        before, over = above.kind, before
        if row.kind != "rule" or above.kind != "text" or above.level or above.indent > 3:
            continue
        match = UNDERLINE.match(row.text)
        if match and over == "text" and match[1][0] == "-" and len(match[1]) >= WALL:
            # A long line below the end of a paragraph parts what stands above from the next.
            continue
        if not match or set(above.marks) - {"number", "bold", "question", "label"}:
            continue
        text, line = above.text.strip(), match[1]
        if len(text) <= 100 and (line[0] == "=" or len(line) * 4 >= len(text)):
            above.peeled.level = 1 if line[0] == "=" else 2
            above.peeled.marks = (f"h{above.level}", *above.marks)
            row.kind = "under"


def _joined(rows: list[Row]) -> None:
    """Bold text that opens on one line and closes on the next is one line."""
    for row, below in itertools.pairwise(rows):
        core = row.core
        if row.kind != "text" or below.kind != "text" or core[:2] != "**" or "**" in core[2:]:
            continue
        text = below.text.strip()
        if text.endswith("**") and text.count("**") == 1 and len(text) <= 300:
            row.peeled = peel(f"{row.text.strip()} {text}")
            below.kind = "joined"


def _neighbours(rows: list[Row]) -> None:
    """What each line stands after: a rule of its own, the start of a paragraph, open details."""
    rule: Row | None = None
    gap = depth = 0
    previous = "blank"
    for row in rows:
        if row.kind == "text":
            row.first = previous != "text"
            if rule is not None and not row.level:
                row.after_rule = gap == 0 or len(rule.text.strip()) >= 8
        if row.kind == "rule":
            rule, gap = row, 0
        elif row.kind == "blank":
            gap += 1
        else:
            rule = None
        row.depth = depth
        depth = max(0, depth + row.peeled.opens - row.peeled.closes)
        previous = row.kind


def _besides(rows: list[Row]) -> None:
    """Options that stand behind their question on the same line: `Which? (a) one (b) two`."""
    for row in rows:
        core = row.peeled.core
        # Most lines hold no such letter, and "in" is quicker than any pattern.
        if not ("a)" in core or "a." in core or "A)" in core or "A." in core):
            continue
        if row.kind != "text" or row.level or row.peeled.letter or not OPENS.search(core):
            continue
        marks = list(BESIDE.finditer(core))
        letters = "".join(mark[1] for mark in marks)
        if len(letters) < 2 or not "abcdefgh".startswith(letters.lower()):
            continue
        asked = core[: marks[0].start()].rstrip()
        if asked[-1:] in {"?", "？"} or (asked[-1:] in {":", "："} and len(letters) > 2):
            stops = [*(mark.start() for mark in marks[1:]), len(core)]
            row.peeled.core = asked
            row.peeled.beside = tuple(
                core[mark.end() : stop].strip(" ;,")
                for mark, stop in zip(marks, stops, strict=True)
            )


def _parts(rows: list[Row]) -> None:
    """Where a text has no headings, `Section 2. Pointers` is one."""
    found: list[Row] = []
    loud: list[Row] = []
    for row in rows:
        if row.level:
            return
        if row.kind == "text" and row.first and len(row.text) <= 80:
            if PART.match(row.core):
                found.append(row)
            elif CAPITALS.match(row.text):
                loud.append(row)
    if len(loud) >= FEW_PARTS:
        found += loud
    for row in found:
        row.peeled = Peeled(marks=("h2",), core=row.text.strip(), level=2)


def _letters(rows: list[Row]) -> None:
    """An `A` is an answer unless a `B` follows it: then both are options."""
    letters = [row for row in rows if row.peeled.letter and row.kind == "text"]
    if initials.mark(letters) or initials.number(rows, letters):
        return
    for index, row in enumerate(letters):
        if row.peeled.letter not in "Aa" or INLINE.search(row.core):
            continue
        following = letters[index + 1].peeled.letter if index + 1 < len(letters) else ""
        if following not in {"B", "b"}:
            initials.answers(row, "a")
