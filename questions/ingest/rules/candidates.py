"""Candidate marker styles of a document, and how well each holds together as its questions."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from .chains import chain, prune
from .line import Row
from .page import Page
from .styles import LIKE, Item, Style
from .words import ASKED_HERE, QUOTED, asks

FEW = 3  # tasks under a title that announces them
LONGEST = 1500  # characters of a line beyond which it is prose, not a prompt


def candidates(page: Page) -> list[Style]:
    """Every style that could be the document's, measured."""
    groups: dict[str, list[int]] = defaultdict(list)
    for index, row in enumerate(page.rows):
        if page.free[index] and row.kind == "text" and not row.home and _shows(row):
            for name in _names(page, index, row):
                groups[name].append(index)
    styles = []
    for name, indices in groups.items():
        style = measure(page, name, indices)
        style.single = page.fresh and name == "h1" and len(indices) == 1
        if style.holds and (name != "plain" or _leads(page, style)):
            styles.append(style)
    return [style for style in styles if not _covered(style, styles)]


def _covered(style: Style, styles: list[Style]) -> bool:
    """Whether a style that only takes bold lines which ask is part of one that holds without."""
    if not style.name.startswith("bold?"):
        return False
    mine = {item.at for item in style.items}
    return any(
        other is not style
        and other.asking >= 0.75
        and len(mine) <= len(other.items)
        and mine <= {item.at for item in other.items}
        for other in styles
    )


def _leads(page: Page, style: Style) -> bool:
    """Whether unmarked questions carry the document, and do not just come up in its prose."""
    before = page.count(page.words, 0, style.items[0].at)
    return len(style.items) >= 3 and page.fresh and before <= max(4, 0.15 * len(page.words))


def _shows(row: Row) -> bool:
    """Whether a line has text, or announces a question that the next line asks."""
    return bool(row.core) or "question" in row.marks or (row.level and "number" in row.marks) > 0


def _names(page: Page, index: int, row: Row) -> Iterable[str]:
    """The styles that a line could belong to, from the widest to the narrowest."""
    if len(row.text) > LONGEST or row.answers:
        return
    if row.marks[:1] in {("quote",), ("cell",)} or row.marks in {("pair",), ("italic",)}:
        yield row.marks[0]
        return
    near = min((row.indent + 2) // 4, 3)
    marks = row.marks
    if row.peeled.summary:
        yield "summary"
    if row.level:
        yield f"h{row.level}"
    elif row.peeled.summary:
        pass
    elif "question" in marks:
        yield "question"
    elif "bold" in marks and "bullet" not in marks:
        yield f"bold@{near}"
    elif "number" in marks:
        yield f"number@{near}"
    elif "bullet" in marks:
        yield f"bullet@{row.indent}"
    if len(marks) > 1:
        yield "/".join(marks) + f"@{near}"
    if row.peeled.said and not row.level:
        yield f"label:{row.peeled.label}"
    if "bold" in marks and not (row.level or row.peeled.summary) and asks(row.core) >= 0.8:
        yield f"bold?@{near}"
    if not marks:
        if row.after_rule:
            yield "ruled"
        elif index in page.plain:
            yield "plain"
            # Above the first question of all there is no rule.
            first = page.words[0] == index and not row.peeled.said
            if first and any(one.after_rule for one in page.rows):
                yield "ruled"
        if _told(page, index):
            yield "told"


def _told(page: Page, index: int) -> bool:
    """Whether a line asks and the very next text says that it is the answer."""
    for row in page.rows[index + 1 : index + 4]:
        if row.kind != "blank":
            return row.answers and row.kind == "text" and asked(page.rows[index]) > 0.7
    return False


def asked(row: Row) -> float:
    """How much a line asks; a question that it quotes at its end counts."""
    quoted = QUOTED.search(row.core) if "?" in row.core or "？" in row.core else None
    if quoted and quoted.end() >= len(row.core.rstrip()) - 3:
        return 1.0
    return asks(row.core)


def opener(rows: list[Row], at: int, following: int) -> int:
    """Where the next item begins: its own row, or the tag before it that opens its details."""
    if following < len(rows) and rows[following].peeled.summary:
        for back in range(following - 1, max(at, following - 4), -1):
            if rows[back].peeled.opens:
                return back
            if rows[back].kind != "blank":
                break
    return following


def _has_answer(row: Row) -> bool:
    """Whether its answer or options stand on the line itself, or in a list apart."""
    return bool(row.peeled.after or row.peeled.beside or row.told)


def _said(row: Row) -> float:
    """How much asks what somebody says; people who chat begin in small letters."""
    said = row.peeled.said
    return asks(said[:1].upper() + said[1:])


def _asked(page: Page, at: int) -> float:
    """How much an item asks, by the lines below where its own has only a mark or breaks off."""
    row = page.rows[at]
    if not row.core:
        return _asked_under(page.rows, at)
    asking = asked(row)
    if asking < 0.9 and not row.level and "bold" not in row.marks and row.marks:
        return 0.9 if asked_below(page.rows, at) else asking
    return asking


def _asked_under(rows: list[Row], at: int) -> float:
    """The most that a line asks between a mark that stands alone and its answer."""
    most = 0.0
    for row in rows[at + 1 : at + 13]:
        if row.level or row.answers or "question" in row.marks:
            break
        if row.kind == "text":
            most = max(most, asked(row))
    return most


def asked_below(rows: list[Row], at: int) -> int:
    """The row of the same paragraph that ends the question which this row begins, or 0."""
    for index in range(at + 1, min(at + 7, len(rows))):
        row = rows[index]
        if row.kind != "text" or row.marks or row.answers:
            return 0
        if row.core.rstrip()[-1:] in {"?", "？"}:
            return index
    return 0


def measure(page: Page, name: str, indices: list[int]) -> Style:
    """What speaks for the lines at these places being the document's prompts."""
    levels = {page.rows[at].level for at in indices}
    level = levels.pop() if len(levels) == 1 else 0
    said = name.startswith("label:")
    items = [
        Item(at, page.rows[at], _said(page.rows[at]) if said else _asked(page, at))
        for at in indices
    ]
    for item, following in zip(items, [*indices[1:], len(page.rows)], strict=True):
        stop = opener(page.rows, item.at, following)
        item.until = page.heading(item.at + 1, stop, level) if level else stop
        item.body = page.count(page.words, item.at + 1, item.until) + _has_answer(item.row)
        item.answered = item.body > 0 and page.answers(item.at + 1, item.until)
    style = Style(name, items, level)
    chain(style)
    prune(style)
    _features(page, style)
    return style


def _features(page: Page, style: Style) -> None:
    items = style.items
    count = len(items)
    if not count:
        return
    texts = Counter(item.row.core or item.row.peeled.number for item in items)
    repeated = 1 - len(texts) / count
    style.asking = sum(item.asking for item in items) / count
    # Steps of a guide are short orders; exercises spell out what is wanted.
    words = sum(len(item.row.core.split()) for item in items)
    long = count >= 6 and words >= 5 * count
    style.tasks = (
        style.rank > 0
        and sum(i.asking >= 0.5 for i in items) >= 0.75 * count
        and (long or (count >= FEW and _titled(page, items[0].at, style.level)))
    )
    style.sure = sum(item.asking >= 0.8 for item in items) / count
    style.answered = sum(item.answered for item in items) / count
    if repeated > 0.5 and style.asking < 0.8:
        style.answered = 0.0
    style.bodies = sum(item.body > 0 for item in items) / count
    style.chained = sum(item.chained for item in items) / count
    style.stated = sum(_states(page.rows, item) for item in items) / count
    style.labelled = sum("question" in item.row.marks for item in items) / count
    if count >= 3 and style.asking < LIKE and not style.uniform and style.rank > 0:
        style.uniform = _uniform(page, items)
        if len(items) < count:
            _features(page, style)


def _titled(page: Page, at: int, level: int) -> bool:
    """Whether a heading over the items calls them questions or exercises."""
    heads = (page.rows[place] for place in page.headings if place < at)
    over = (row for row in heads if not level or row.level < level)
    return any(ASKED_HERE.search(row.core) for row in over)


def _states(rows: list[Row], item: Item) -> bool:
    """Whether the first line under an item states level or topics."""
    below = (row for row in rows[item.at + 1 : item.at + 4] if row.kind != "blank")
    first = next(below, None)
    return first is not None and first.states


def _uniform(page: Page, items: list[Item]) -> float:
    """The share of items whose bodies carry the same two or more labels."""
    sets: Counter[frozenset[str]] = Counter()
    for item in items:
        words = [page.rows[at] for at in range(item.at + 1, min(item.until, item.at + 12))]
        item.labels = frozenset(
            row.peeled.label for row in words if row.peeled.label and row.kind == "text"
        )
        if len(item.labels) >= 2:
            sets[item.labels] += 1
    if not sets:
        return 0.0
    usual, times = sets.most_common(1)[0]
    alike = [index for index, item in enumerate(items) if item.labels == usual]
    if times >= max(3, LIKE * len(items)):
        items[:] = items[alike[0] : alike[-1] + 1]
    return times / len(items)
