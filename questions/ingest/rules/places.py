"""Where a finding stands in its file, when the lines that were read are a rendering of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import replace

from .shapes import Outline, Reading, Skipped

Place = tuple[int, int]


def placed(reading: Reading, outline: Outline) -> Reading:
    """The same reading by the lines of the file; what was not rendered is skipped."""
    places = outline.places
    questions = [
        replace(one, line=first, end_line=last)
        for one in reading.questions
        for first, last in [_stretch(places, one.line, one.end_line)]
    ]
    taken = [(one.line, one.end_line) for one in questions]
    articles, skipped = [], []
    for article in reading.articles:
        for first, last in _left(_stretch(places, article.line, article.end_line), taken):
            articles.append(replace(article, line=first, end_line=last))
    taken = sorted(taken + [(one.line, one.end_line) for one in articles])
    for one in reading.skipped:
        for first, last in _left(_stretch(places, one.line, one.end_line), taken):
            skipped.append(Skipped(first, last, one.reason))
    taken = sorted(taken + [(one.line, one.end_line) for one in skipped])
    skipped += rest(outline.printed, taken, "markup without text")
    return replace(
        reading,
        questions=tuple(questions),
        articles=tuple(articles),
        skipped=tuple(sorted(skipped, key=lambda one: one.line)),
    )


def _stretch(places: tuple[Place, ...], line: int, end: int) -> Place:
    """The lines of the file behind these lines of the rendering."""
    first = places[line - 1][0]
    return first, max(first, places[end - 1][1])


def _left(place: Place, taken: list[Place]) -> Iterable[Place]:
    """The place without the lines at its ends that something else has taken."""
    first, last = place
    at = bisect_right(taken, (first, 1 << 60)) - 1
    if at >= 0:
        first = max(first, taken[at][1] + 1)
    at = bisect_left(taken, (first, 0))
    if at < len(taken):
        last = min(last, taken[at][0] - 1)
    if first <= last:
        yield first, last


def rest(printed: Iterable[int], taken: list[Place], reason: str) -> list[Skipped]:
    """The lines with text that lie in no range, in ranges."""
    found: list[Skipped] = []
    ends = 0
    at = 0
    for line in printed:
        while at < len(taken) and taken[at][0] <= line:
            ends = max(ends, taken[at][1])
            at += 1
        if line <= ends:
            continue
        if found and found[-1].end_line >= ends and found[-1].end_line == line - 1:
            found[-1] = replace(found[-1], end_line=line)
        else:
            found.append(Skipped(line, line, reason))
    return found
