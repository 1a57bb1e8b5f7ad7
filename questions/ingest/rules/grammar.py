"""The grammar: find the document's own styles of asking, one after another, and read the rest."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter

from . import answers, apart, entries, footnotes, keys, listings, places, prompts, rest
from .candidates import candidates
from .line import Row
from .named import plain
from .page import Page
from .rows import scan
from .shapes import Outline, Question, Reading
from .spans import Span, spans
from .styles import Style

PASSES = 6
HALF = 0.5
FEW = 4  # lines below which no list is called a table of contents


def read(outline: Outline) -> Reading:
    """All questions, articles and skipped lines of a document, in order, by the file's lines."""
    if outline.entries:
        return entries.read(outline)
    reading = _of_lines(outline)
    return places.placed(reading, outline) if outline.places else reading


def _of_lines(outline: Outline) -> Reading:
    rows = scan(outline.lines)
    footnotes.mark(rows)
    told = apart.mark(rows)
    keys.mark(rows)
    free = [row.kind != "front" for row in rows]
    found: list[Span] = []
    for _ in range(PASSES):
        style = _best(Page(rows, free))
        if style is None:
            break
        fresh = spans(Page(rows, free), style)
        for span in fresh:
            for index in range(span.item.at, span.stop):
                free[index] = False
        found.extend(fresh)
    found = _once(rows, free, sorted(found, key=lambda span: span.item.at))
    questions = tuple(_questions(rows, free, found, told))
    articles, skipped = rest.sort_out(rows, questions)
    front = rest.front_matter(rows)
    return Reading(
        rest.title(rows, free, front) or outline.title, questions, articles, skipped, front
    )


def _best(page: Page) -> Style | None:
    """The style that most speaks for; of equals, the one that is described most simply."""
    styles = sorted(candidates(page), key=lambda style: (-style.score, len(style.name)))
    if not styles:
        return None
    best = styles[0]
    for _ in styles:
        outer = next((style for style in styles if _holds_within(style, best)), None)
        if outer is None:
            break
        best = outer
    return next((style for style in styles if _counts_within(style, best)), best)


def _counts_within(chain: Style, wider: Style) -> bool:
    """Whether some of a style's items count up without a gap, and the others are their steps."""
    if chain.chained < 1 or not FEW <= len(chain.items) < len(wider.items) or wider.level:
        return False
    mine = {item.at for item in chain.items}
    steps = [item for item in wider.items if item.at not in mine]
    return (
        len(mine) + len(steps) == len(wider.items)
        and mine <= {item.at for item in wider.items}
        and chain.items[0].at < steps[0].at
        and chain.asking >= HALF
        and all(item.row.marks[:1] == ("number",) for item in steps)
        and [item.row.peeled.number for item in chain.items] == list(range(1, len(mine) + 1))
    )


def _holds_within(outer: Style, inner: Style) -> bool:
    """Whether the questions of one style only follow up on those of a style of higher rank."""
    if (
        outer.rank <= inner.rank
        or max(outer.asking, outer.stated, outer.labelled) < HALF
        or outer.items[0].at > inner.items[0].at
    ):
        return False
    if 2 * len(outer.items) < len(inner.items):
        return False
    starts = [item.at for item in outer.items]
    owners = {bisect_right(starts, item.at) for item in inner.items}
    return 2 * len(owners) >= min(len(outer.items), len(inner.items))


def _once(rows: list[Row], free: list[bool], found: list[Span]) -> list[Span]:
    """Leave out the prompts of a table of contents: without an answer here, with one elsewhere."""
    answered: dict[str, int] = {}
    for span in found:
        if span.item.body:
            name = _unnumbered(span)
            answered[name] = max(span.item.body, answered.get(name, 0))
    empty, twins = Counter[int](), Counter[int]()
    for span in found:
        empty[id(span.style)] += not span.item.body
        twins[id(span.style)] += not span.item.body and _unnumbered(span) in answered
    kept = []
    for span in found:
        style = span.style
        contents = style.bodies < HALF and 2 * twins[id(style)] >= max(empty[id(style)], FEW)
        most = answered.get(_unnumbered(span), 0)
        # Under the last of a section a table of contents goes on with the next one's title.
        titled = contents and span.item.body == 1 < most
        if not titled and (span.item.body or not (contents or most)):
            kept.append(span)
            continue
        for index in range(span.item.at, span.stop):
            free[index], rows[index].home = True, True
    return kept


def _unnumbered(span: Span) -> str:
    """The letters of a prompt, by which it is known again under another number."""
    return plain(span.item.row.core).lstrip("0123456789")


def _questions(
    rows: list[Row], free: list[bool], found: list[Span], told: dict[int, str]
) -> list[Question]:
    """Put each stretch of rows into words; a mark without any is no question."""
    found = [span for span in found if prompts.says(rows, span)]
    styles = {id(span.style): span.style for span in found}
    shapes = {name: listings.shape(rows, found, style) for name, style in styles.items()}
    levels = prompts.legend(rows, [span.item.row for span in found])
    sections = prompts.sections(rows, free, found)
    questions = [
        answers.question(rows, span, shapes[id(span.style)], section, levels)
        for span, section in zip(found, sections, strict=True)
    ]
    numbers = [span.item.row.peeled.number for span in found]
    return apart.applied(told, numbers, keys.applied(rows, numbers, questions))
