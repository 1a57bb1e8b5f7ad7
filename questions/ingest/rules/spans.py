"""Where each question ends: at the next one, or at what this document uses to part them."""

from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import dataclass

from .candidates import opener
from .line import Row
from .page import CONTENT, Page
from .styles import LIKE, Item, Style
from .words import OFFER, REMARK, asks

FAR = 20  # rows from the end in which an advertisement begins
INITIAL = 2  # letters of the shortest labels
FEW = 3  # items below which a document has not shown what parts its questions


@dataclass(slots=True)
class Span:
    """One question's place: its first row, and the row after its last."""

    item: Item
    style: Style
    stop: int


def spans(page: Page, style: Style) -> list[Span]:
    """The stretch of rows that belongs to each item of a style."""
    rows = page.rows
    _orphans(page, style)
    if style.name.startswith("label:") or style.labelled >= LIKE:
        _replies(page, style)
    limits = [_limit(page, item.at, following) for item, following in _pairs(style, len(rows))]
    parting = _parting(page, style, limits)
    single = _single_block(page, style, limits)
    found = []
    pairs = list(zip(style.items, limits, strict=True))
    if len(limits) >= FEW and not any(_holds(page, item, limit) for item, limit in pairs[:-1]):
        limits[-1] = _paragraph(rows, style.items[-1].at, limits[-1])
    for index, (item, limit) in enumerate(zip(style.items, limits, strict=True)):
        stop = limit = _unanswered(rows, item, style, limit)
        for at in range(item.at + 1, limit):
            kind = kind_of(rows[at], item, style)
            if kind in parting or _outranks(rows, at, item, style, limit):
                stop = at + (kind == "close")
                break
        if single and index + 1 == len(limits):
            stop = _without_remark(rows, item.at, stop)
        found.append(Span(item, style, trimmed(rows, item.at, stop, style.level or 7)))
    return found


def _holds(page: Page, item: Item, limit: int) -> bool:
    """Whether anything stands under an item, be it a list that wears the same marks."""
    return item.body > 0 or page.count(page.words, item.at + 1, limit) > 0


def _paragraph(rows: list[Row], at: int, limit: int) -> int:
    """The end of a paragraph; where no question of a list is answered, the last one is not."""
    return next((end for end in range(at + 1, limit) if rows[end].kind == "blank"), limit)


def _unanswered(rows: list[Row], item: Item, style: Style, limit: int) -> int:
    """The row in which the one who asks speaks again, and nobody replies; or the limit."""
    if not style.name.startswith("label:"):
        return limit
    replied = next((at for at in range(limit - 1, item.at, -1) if rows[at].answers), item.at)
    again = (at for at in range(replied + 1, limit) if rows[at].peeled.label == style.name[6:])
    return next(again, limit) if replied > item.at else limit


def _outranks(rows: list[Row], at: int, item: Item, style: Style, limit: int) -> bool:
    """Whether a heading closes a question that is one, or an outer list one in an inner list."""
    row = rows[at]
    if not style.level and row.indent < item.row.indent:
        # Out of a list within a list: the list around it goes on.
        return row.kind == "text" and row.marks[:1] in {("number",), ("bullet",)}
    if not style.level or not row.level or row.answers or row.level > style.level:
        return False
    if row.level == style.level and row.core.lower() in style.recurring:
        return False
    if item.row.marks[0] in {"number", "bullet"} and row.indent > item.row.indent:
        return False
    numbered = style.chained >= 0.95 and len(style.items) >= 10
    within = limit < len(rows) and rows[limit].level == style.level
    return row.level < style.level or not (numbered and within and row.peeled.number is None)


def _pairs(style: Style, end: int) -> list[tuple[Item, int]]:
    starts = [item.at for item in style.items]
    return list(zip(style.items, [*starts[1:], end], strict=True))


def _limit(page: Page, at: int, following: int) -> int:
    """The next item, its opening tag, or the first row that another question has taken."""
    for index in range(at + 1, following):
        if not page.free[index]:
            return index
    return opener(page.rows, at, following)


def kind_of(row: Row, item: Item, style: Style) -> str:
    """What a row could part questions by: a rule, a heading, the end of the details."""
    if row.kind in {"rule", "key"}:
        return row.kind
    if row.level and not style.level and not row.answers:
        return f"h{row.level}"
    if row.peeled.closes and row.depth <= item.row.depth + 1 and row.kind == "tag":
        return "close"
    return ""


def _parting(page: Page, style: Style, limits: list[int]) -> set[str]:
    """The kinds of rows after which, in this document, a question never goes on."""
    inner: Counter[str] = Counter()
    final: Counter[str] = Counter()
    most: Counter[str] = Counter()
    direct: Counter[str] = Counter()
    pairs = list(zip(style.items, limits, strict=True))
    for item, limit in pairs[:-1]:
        first: dict[str, int] = {}
        seen: Counter[str] = Counter()
        for at in range(item.at + 1, limit):
            kind = kind_of(page.rows[at], item, style)
            if kind:
                seen[kind] += 1
                first.setdefault(kind, at)
                if not page.count(page.words, at + 1, limit):
                    direct[kind] += 1
        for kind, at in first.items():
            after = page.count(page.words, at + 1, limit)
            (inner if after else final)[kind] += 1
            most[kind] = max(most[kind], seen[kind])
    parting = {"rule", "key", *(f"h{level}" for level in range(1, 7))}
    if style.level and len(pairs) < FEW:
        parting.discard("rule")
    for kind in (set(inner) | set(final)) - {"key"}:
        share = inner[kind] / (inner[kind] + final[kind])
        rare = most[kind] == 1 and (inner[kind] + final[kind]) <= 0.5 * len(pairs)
        sections = kind[0] == "h" and (share <= 0.5 or rare)
        if share <= 0.25 or sections:
            parting.add(kind)
        else:
            parting.discard(kind)
    return parting


def _single_block(page: Page, style: Style, limits: list[int]) -> bool:
    """Whether every answer but the last of a run is one block without a blank line in it."""
    if len(limits) < 5:
        return False
    counts = [
        _blocks(page.rows, item.at + 1, limit)
        for item, limit in zip(style.items[:-1], limits[:-1], strict=True)
    ]
    return max(counts) == 1 and min(counts) == 1


def _blocks(rows: list[Row], start: int, stop: int) -> int:
    """How many stretches of text between blank lines, headings and rules left out."""
    count, inside = 0, False
    for row in rows[start:stop]:
        if row.kind in CONTENT and not row.level:
            count += not inside
            inside = True
        else:
            inside = False
    return count


def _without_remark(rows: list[Row], at: int, stop: int) -> int:
    """The end before a closing paragraph that speaks of the questions instead of the matter."""
    seen = False
    for index in range(at + 1, stop):
        if rows[index].kind == "blank":
            after = [row for row in rows[index:stop] if row.kind != "blank"]
            if seen and len(after) == 1 and not after[0].marks and REMARK.search(after[0].core):
                return index
        elif rows[index].kind in CONTENT:
            seen = True
    return stop


def trimmed(rows: list[Row], at: int, stop: int, level: int) -> int:
    """The end without closing blank lines, rules, links home, next headings and offers of more."""
    stop = _without_advertisement(rows, at, stop)
    while stop > at + 1:
        row = rows[stop - 1]
        loose = row.kind in {"blank", "rule", "comment"} or row.home
        if row.kind == "tag":
            loose = not row.peeled.closes
        if row.kind == "text" and row.first and OFFER.match(row.core):
            loose = True
        if 0 < row.level <= level and not row.answers and stop - 2 > at:
            loose = True
        if not loose:
            break
        stop -= 1
    return stop


def _without_advertisement(rows: list[Row], at: int, stop: int) -> int:
    """The end before a last heading that leads elsewhere and has no text under it."""
    for index in range(stop - 1, max(at + 1, stop - FAR), -1):
        row = rows[index]
        if row.level and row.kind == "text" and not row.answers:
            return index if "](http" in row.text else stop
        if row.kind in CONTENT and row.core:
            break
    return stop


def _replies(page: Page, style: Style) -> None:
    """Between two who talk, the name of the one who replies is the label of an answer."""
    below = [row for item in style.items for row in _next_said(page, item)]
    names = Counter(row.peeled.label for row in below)
    name, times = names.most_common(1)[0] if names else ("", 0)
    # Under what is called a question an initial replies; a word may say anything.
    if times < LIKE * len(style.items) or (style.labelled >= LIKE and len(name) > INITIAL):
        return
    for row in below:
        if row.peeled.label == name:
            row.answers, row.peeled.core = True, row.peeled.said


def _next_said(page: Page, item: Item) -> list[Row]:
    """The line under an item, where somebody else says it."""
    below = (row for row in page.rows[item.at + 1 : item.until] if row.kind != "blank")
    first = next(below, None)
    said = first is not None and first.kind == "text" and not first.marks and first.peeled.said
    return [first] if first is not None and said else []


def _orphans(page: Page, style: Style) -> None:
    """Questions of the same form that lack the number the others wear, and missing numbers."""
    _missing(page, style)
    if style.asking < 0.8 or len(style.items) < 5 or not _plainly_numbered(style):
        return
    taken = {item.at for item in style.items}
    found = [
        Item(index, page.rows[index], 1.0)
        for index in range(style.items[0].at, len(page.rows) - 1)
        if page.free[index] and index not in taken and _alone(page.rows, index)
    ]
    # More than a few of them are what the answers ask themselves.
    if 5 * len(found) <= len(style.items):
        style.items = sorted([*style.items, *found], key=lambda item: item.at)


def _alone(rows: list[Row], index: int) -> bool:
    """Whether a plain question is a paragraph of its own."""
    row = rows[index]
    return (
        row.kind == "text"
        and not row.marks
        and row.indent == 0
        and len(row.core) <= 200
        and row.core[:1] not in {"*", "_"}
        and row.core.rstrip()[-1:] in {"?", "？"}
        and not (row.peeled.label or OFFER.match(row.core))
        and rows[index - 1].kind == rows[index + 1].kind == "blank"
    )


def _missing(page: Page, style: Style) -> None:
    """A number that is missing from the chain, worn by a line of slightly other form."""
    chained = [item for item in style.items if item.chained]
    for item, following in itertools.pairwise(chained):
        wanted = (item.row.peeled.number or 0) + 1
        if following.row.peeled.number != wanted + 1:
            continue
        for index in range(item.at + 1, following.at):
            row = page.rows[index]
            fits = row.peeled.number == wanted and row.kind == "text" and page.free[index]
            if fits and (row.level > 0) == (style.level > 0) and asks(row.core) >= 0.5:
                style.items.append(Item(index, row, 1.0, chained=True))
                break
    style.items.sort(key=lambda one: one.at)


def _plainly_numbered(style: Style) -> bool:
    plain = sum(item.row.marks == ("number",) for item in style.items)
    return plain >= LIKE * len(style.items)
