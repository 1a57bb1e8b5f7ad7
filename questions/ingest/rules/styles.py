"""Candidate marker styles of a document, and how well each holds together as its questions."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from .line import Row
from .words import QUOTED, asks, commands

LONGEST = 1500  # characters of a line beyond which it is prose, not a prompt
CONTENT = frozenset({"text", "code", "table"})
LIKE = 0.6  # the share of a style's items from which a feature belongs to the style


@dataclass(slots=True)
class Item:
    """A line that may open a question, and what speaks for it."""

    at: int
    row: Row
    asking: float
    until: int = 0
    body: int = 0
    answered: bool = False
    chained: bool = False
    labels: frozenset[str] = frozenset()


@dataclass(slots=True)
class Style:
    """Lines that wear the same marks."""

    name: str
    items: list[Item] = field(default_factory=list)
    level: int = 0
    asking: float = 0.0
    answered: float = 0.0
    bodies: float = 0.0
    chained: float = 0.0
    uniform: float = 0.0
    labelled: float = 0.0

    @property
    def evidence(self) -> float:
        """How much speaks for these lines being prompts; one strong feature is enough."""
        return (
            self.asking
            + 0.7 * self.answered
            + 0.3 * self.chained
            + 0.6 * self.uniform
            + 0.5 * self.labelled
        )

    @property
    def holds(self) -> bool:
        """Whether the items form a chain of prompts with answers between them, or a bare list."""
        count = len(self.items)
        strong = max(
            self.asking / 0.3, self.answered / 0.6, self.uniform / 0.8, self.labelled / 0.6
        )
        if self.bodies >= 0.5:
            if count < 3 and self.labelled < LIKE:
                return self.asking >= (0.7 if self.name == "told" else 0.9) and count > (
                    self.name != "told"
                )
            if self.name in {"plain", "ruled", "quote"} and self.asking < LIKE:
                return False
            return self.evidence >= 0.65 and strong >= 1
        return count >= 4 and (self.asking >= 0.75 or self.labelled >= LIKE)

    @property
    def score(self) -> float:
        return len(self.items) * min(self.evidence, 1.5) * (0.5 + 0.5 * self.bodies)


class Page:
    """The rows of a document with the counts that make every look at a stretch of them cheap."""

    def __init__(self, rows: list[Row], free: Sequence[bool]) -> None:
        self.rows = rows
        self.free = free
        self.words: list[int] = []
        self.replies: list[int] = []
        self.headings: list[int] = []
        for index, row in enumerate(rows):
            if not free[index]:
                continue
            toggle = row.peeled.summary and not asks(row.core)
            if row.kind in CONTENT and not (row.level or row.home or toggle):
                self.words.append(index)
            if (
                row.answers
                or row.peeled.opens
                or row.peeled.checked is not None
                or row.peeled.letter in {"A", "a"}
            ):
                self.replies.append(index)
            if row.level and not row.answers:
                self.headings.append(index)

    def count(self, where: list[int], start: int, stop: int) -> int:
        return bisect_left(where, stop) - bisect_left(where, start)

    def heading(self, start: int, stop: int, level: int) -> int:
        """The first heading of at most this level in a stretch, or its end."""
        for at in self.headings[bisect_left(self.headings, start) :]:
            if at >= stop:
                break
            if self.rows[at].level <= level:
                return at
        return stop


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
        if style.holds:
            styles.append(style)
    return styles


def _shows(row: Row) -> bool:
    """Whether a line has text, or announces a question that the next line asks."""
    return bool(row.core) or "question" in row.marks or (row.level and "number" in row.marks) > 0


def _names(page: Page, index: int, row: Row) -> Iterable[str]:
    """The styles that a line could belong to, from the widest to the narrowest."""
    if len(row.text) > LONGEST or row.answers:
        return
    if row.marks[:1] in {("quote",), ("cell",)}:
        yield row.marks[0]
        return
    near = min(row.indent // 4, 3)
    marks = row.marks
    if row.level:
        yield f"h{row.level}"
    elif row.peeled.summary:
        yield "summary"
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
    if row.peeled.label and "question" not in marks and row.peeled.number is not None:
        yield f"label:{row.peeled.label}"
    if not marks or marks == ("label",):
        if row.after_rule:
            yield "ruled"
        elif row.indent < 4 and _plainly(page, index):
            yield "plain"
        if _told(page, index):
            yield "told"


def _plainly(page: Page, index: int) -> bool:
    """Whether a line without marks asks, at the start of a paragraph or in a list of such lines."""
    row = page.rows[index]
    if not row.first and not (index and _plainly(page, index - 1)):
        return False
    return len(row.core) <= 300 and (asks(row.core) >= 0.9 or commands(row.core))


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


def _asked(page: Page, at: int) -> float:
    """How much an item asks, by the next line where its own has only a mark."""
    if page.rows[at].core:
        return asked(page.rows[at])
    for row in page.rows[at + 1 : at + 4]:
        if row.kind == "text":
            return asked(row)
    return 0.0


def measure(page: Page, name: str, indices: list[int]) -> Style:
    """What speaks for the lines at these places being the document's prompts."""
    levels = {page.rows[at].level for at in indices}
    level = levels.pop() if len(levels) == 1 else 0
    items = [Item(at, page.rows[at], _asked(page, at)) for at in indices]
    for item, following in zip(items, [*indices[1:], len(page.rows)], strict=True):
        item.until = page.heading(item.at + 1, following, level) if level else following
        item.body = page.count(page.words, item.at + 1, item.until) + bool(item.row.peeled.after)
        item.answered = item.body > 0 and 0 < page.count(page.replies, item.at + 1, item.until) <= 6
    style = Style(name, items, level)
    chain(style)
    prune(style)
    _features(page, style)
    return style


def chain(style: Style) -> None:
    """Mark the items on the heaviest run of rising numbers; steps inside answers fall off it."""
    numbered = [item for item in style.items if item.row.peeled.number is not None]
    if len(numbered) < 2 or len(numbered) < LIKE * len(style.items):
        return
    best: dict[int, tuple[float, int]] = {}
    back: list[int] = []
    top = (0.0, -1)
    for index, item in enumerate(numbered):
        number = item.row.peeled.number or 0
        weight = 0.2 + item.asking + 0.7 * item.answered
        options = [(0.0, -1)]
        for step, bonus in ((1, 1.0), (2, 0.4), (3, 0.2), (0, 0.1)):
            if number - step in best:
                score, at = best[number - step]
                options.append((score + bonus, at))
        if number <= 1 and weight > 0.6:
            options.append((top[0] + 0.2, top[1]))
        score, at = max(options)
        back.append(at)
        score += weight
        if score >= best.get(number, (0.0, -1))[0]:
            best[number] = (score, index)
        top = max(top, (score, index))
    at = top[1]
    while at >= 0:
        numbered[at].chained = True
        at = back[at]


def prune(style: Style) -> None:
    """Drop the items that share nothing with what is typical of the style."""
    items = style.items
    chained = sum(item.chained for item in items)
    if chained >= 3 and chained >= 0.15 * len(items):
        strict = style.level > 0 and chained >= max(10, 0.9 * len(items))
        kept = [item for item in items if item.chained or (item.asking >= 0.9 and not strict)]
        if sum(item.asking for item in kept) >= 0.5 * sum(item.asking for item in items):
            items = kept
    asking = sum(item.asking >= 0.5 for item in items) / len(items) if items else 0
    answered = sum(item.answered for item in items) / len(items) if items else 0
    if max(asking, answered) >= LIKE:
        items = _trimmed(items, answered >= LIKE)
    style.items = items


def _trimmed(items: list[Item], by_answer: bool) -> list[Item]:
    """Without what only looks alike: before the first, after the last, and empty ones between."""

    def good(item: Item) -> bool:
        return item.asking >= 0.5 or (by_answer and item.answered)

    goods = [index for index, item in enumerate(items) if good(item)]
    if not goods:
        return items
    inner = items[goods[0] : goods[-1] + 1]
    if by_answer:
        return [item for item in inner if item.answered or item.asking >= 0.5 or item.chained]
    return [item for item in inner if good(item) or item.body or item.chained]


def _features(page: Page, style: Style) -> None:
    items = style.items
    count = len(items)
    if not count:
        return
    texts = Counter(item.row.core for item in items)
    repeated = 1 - len(texts) / count
    style.asking = sum(item.asking for item in items) / count
    style.answered = sum(item.answered for item in items) / count
    if repeated > 0.5 and style.asking < 0.8:
        style.answered = 0.0
    style.bodies = sum(item.body > 0 for item in items) / count
    style.chained = sum(item.chained for item in items) / count
    style.labelled = sum("question" in item.row.marks for item in items) / count
    if count >= 3 and style.asking < LIKE and not style.uniform:
        style.uniform = _uniform(page, items)
        if len(items) < count:
            _features(page, style)


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
