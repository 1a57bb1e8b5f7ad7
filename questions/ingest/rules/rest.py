"""What is no question: teaching prose becomes articles, all else is skipped with a reason."""

from __future__ import annotations

from bisect import bisect_right

from .line import Row
from .prompts import clean
from .shapes import Article, Question, Skipped
from .words import CHAT, WORD

TEACHES = 40  # words from which prose without a question is worth keeping as an article
HEADED = 25  # the same under a heading of its own


def front_matter(rows: list[Row]) -> dict[str, str]:
    """The pairs of the front matter."""
    pairs = {}
    for row in rows:
        if row.kind != "front":
            break
        name, colon, value = row.text.partition(":")
        if colon and not name[:1].isspace() and value.strip():
            pairs[name.strip().lower()] = value.strip().strip("\"'")
    return pairs


def title(rows: list[Row], free: list[bool], front: dict[str, str]) -> str:
    """What the document calls itself: its front matter, its one highest heading, or nothing."""
    if front.get("title"):
        return front["title"]
    heads = [index for index, row in enumerate(rows) if row.level and free[index]]
    if not heads:
        return ""
    top = min(rows[index].level for index in heads)
    highest = [index for index in heads if rows[index].level == top]
    first = next((index for index, taken in enumerate(free) if not taken), len(rows))
    if top > 1 and (len(highest) > 1 or highest[0] > first):
        return ""
    # A heading in HTML may stand on a line of its own, its text on the next.
    lines = (row for row in rows[highest[0] : highest[0] + 3] if row.core)
    return next((clean(row.core) for row in lines), "")


def sort_out(
    rows: list[Row], questions: tuple[Question, ...]
) -> tuple[tuple[Article, ...], tuple[Skipped, ...]]:
    """Articles and skipped ranges for every line with text that no question holds."""
    starts = [question.line for question in questions]
    articles: list[Article] = []
    skipped: list[Skipped] = []
    chunk: list[Row] = []
    for row in rows:
        at = bisect_right(starts, row.number) - 1
        inside = at >= 0 and row.number <= questions[at].end_line
        if inside or _parts(row, chunk):
            _settle(chunk, articles, skipped)
            chunk = []
        if not inside and row.text.strip():
            chunk.append(row)
    _settle(chunk, articles, skipped)
    return tuple(_joined(articles)), tuple(skipped)


def _parts(row: Row, chunk: list[Row]) -> bool:
    """Whether a new range begins here: at a heading, or where lines of another sort begin."""
    if not chunk:
        return False
    if row.level and row.kind == "text":
        return True
    if row.kind == "blank" or row.kind == "under":
        return False
    return _sort(row) != _sort(chunk[-1]) and not (chunk[-1].level and _sort(row) == "text")


def _sort(row: Row) -> str:
    if row.kind in REASONS:
        return row.kind
    return "home" if row.home else "text"


def _settle(chunk: list[Row], articles: list[Article], skipped: list[Skipped]) -> None:
    """One range of lines as article or as skipped."""
    if not chunk:
        return
    first, last = chunk[0].number, chunk[-1].number
    sort = _sort(chunk[0])
    if sort != "text":
        skipped.append(Skipped(first, last, REASONS[sort]))
        return
    prose = [row for row in chunk if not row.level and row.kind != "under"]
    words = sum(len(WORD.findall(row.text[:2000])) for row in prose if not CHAT.search(row.text))
    if words >= (HEADED if chunk[0].level else TEACHES):
        head = clean(chunk[0].core) if chunk[0].level else _opening(prose)
        articles.append(Article(first, last, head))
    elif not prose:
        skipped.append(Skipped(first, last, "a heading"))
    else:
        skipped.append(Skipped(first, last, "a short remark outside any question"))


REASONS = {
    "front": "front matter",
    "comment": "a comment",
    "rule": "a rule between parts",
    "key": "the key of the questions",
    "tag": "markup without text",
    "picture": "pictures without text",
    "home": "links within the document",
}


def _opening(prose: list[Row]) -> str:
    """The first words of an article that has no heading."""
    words = clean(prose[0].core).split()
    return " ".join(words[:10])[:120]


def _joined(articles: list[Article]) -> list[Article]:
    return articles
