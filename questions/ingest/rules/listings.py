"""In which kind of list the questions of a style write their options, if they do."""

from __future__ import annotations

import re
from collections import Counter

from .choices import Option, beside, key, options
from .line import Row
from .spans import Span
from .styles import LIKE, Style

FEW = 3  # questions from which a list without letters can show that it holds options
MOSTLY = 0.8
CHOOSING = re.compile(
    r"\b(?:which|choose|select|pick|tick|true or false|welche[rsnm]?|quel(?:le)?s?|cu[aá]l(?:es)?"
    r"|как(?:ой|ая|ое|ие))\b|哪|_{3}",
    re.IGNORECASE,
)
OTHERS = re.compile(r"\b(?:all|both|none|neither) of (?:the above|these|them)\b", re.IGNORECASE)


def shape(rows: list[Row], found: list[Span], style: Style) -> str:
    """How a style writes its options: boxes, letters, bare letters, numbers or bullets."""
    mine = [span for span in found if span.style is style]
    votes: Counter[str] = Counter()
    for span in mine:
        votes[_listing(rows[span.item.at + 1 : span.stop])] += 1
    for kind in ("box", "letter"):
        if votes[kind]:
            return kind if votes["box"] + votes["letter"] >= 0.3 * len(mine) else "mixed"
    for kind in ("tick", "bare", "number", "bullet"):
        if votes[kind] >= 0.5 * len(mine) and _means_options(rows, mine, kind, style):
            return kind
    return "mixed"


def _listing(rows: list[Row]) -> str:
    """Which kind of list a stretch of rows could hold its options in; the plainest comes last."""
    letters, bare = {row.peeled.letter.upper() for row in rows if row.peeled.letter}, set()
    numbers, bullets, boxes, ticks = set(), 0, 0, set()
    for row in rows:
        if row.peeled.checked is not None:
            boxes += 1
        elif row.peeled.tick is not None:
            ticks.add(row.peeled.tick)
        elif row.marks[:1] == ("bullet",):
            bullets += 1
        elif row.marks[:1] == ("number",):
            numbers.add(row.peeled.number)
        elif not row.marks and row.text[1:2] == " ":
            bare.add(row.text[0].upper())
    lists = (
        ("box", boxes > 1),
        ("letter", {"A", "B"} <= letters or any(beside(row, 0) for row in rows)),
        ("tick", len(ticks) > 1),
        ("bare", {"A", "B"} <= bare),
        ("number", {1, 2} <= numbers),
        ("bullet", bullets > 1),
    )
    return next((kind for kind, there in lists if there), "none")


def _means_options(rows: list[Row], mine: list[Span], kind: str, style: Style) -> bool:
    """Whether unmarked lists are options: a key follows them, or all are alike and nothing else."""
    lists = [options(rows, span.item.at + 1, span.stop, kind) for span in mine]
    pairs = list(zip(mine, lists, strict=True))
    if kind != "tick":
        keyed = sum(bool(found and key(rows, span, found)) for span, found in pairs)
        if keyed >= LIKE * len(mine):
            return True
    # One of them in bold or ticked, and nothing but the list: that is how a key is printed, too.
    told = sum(_one_stands_out(found) and _only(rows, span, found) for span, found in pairs)
    if kind != "bare" and len(mine) >= FEW and told >= MOSTLY * len(mine):
        return True
    if kind == "tick":
        return False
    if len(mine) < 5 or kind == "bare":
        return False
    sizes = Counter(len(found) for found in lists)
    size, times = sizes.most_common(1)[0]
    alone = sum(_only(rows, span, found) for span, found in zip(mine, lists, strict=True) if found)
    alike = 3 <= size <= 6 and times >= 0.8 * len(mine) and alone >= 0.9 * len(mine)
    return alike and (kind != "bullet" or _to_choose(rows, pairs))


def _to_choose(rows: list[Row], pairs: list[tuple[Span, list[Option]]]) -> bool:
    """Whether prompts ask for a choice, or an option speaks of the others.

    Equally many bullets alone are no sign of it: slides answer each question in three of them.
    """
    asked = sum(
        any(CHOOSING.search(row.text) for row in rows[span.item.at : _below_prompt(rows, span)])
        for span, _ in pairs
    )
    of_others = any(OTHERS.search(option.text) for _, found in pairs for option in found)
    return of_others or asked >= 0.5 * len(pairs)


def _one_stands_out(found: list[Option]) -> bool:
    """Whether few of several options are in bold type, or some are marked by a sign."""
    bold, right = sum(one.bold for one in found), sum(one.right for one in found)
    return 0 < bold <= len(found) / 2 or 0 < right < len(found)


def _only(rows: list[Row], span: Span, found: list[Option]) -> bool:
    """Whether a question has nothing but its options, and they are short."""
    inside = {at for option in found for at in range(option.start, option.stop)}
    start = _below_prompt(rows, span)
    others = [
        row
        for at, row in enumerate(rows[start : span.stop], start)
        if at not in inside and row.kind in {"text", "code", "table"} and row.core
    ]
    return not others and all(len(option.text) <= 160 for option in found)


def _below_prompt(rows: list[Row], span: Span) -> int:
    """The row under the lines that a prompt goes over."""
    at = span.item.at + 1
    while at < span.stop and rows[at].kind == "text" and not (rows[at].first or rows[at].marks):
        at += 1
    return at
