"""From an answer to its checklist: the author's own list, or the weightiest clauses that differ."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from questions.bank.rules.words import content, shared

from . import drafts, phrases
from .blocks import Block, Shape, read
from .brief import brief, final
from .drafts import PRIMARY, Draft
from .plain import lead_of, plain
from .sentences import halves
from .shorten import MOST_LETTERS, MOST_WORDS, size

MOST = 7
LEAST = 2.6  # of a draft's weight
ALIKE = 0.7  # of the smaller point's words; more says the same again
EXTRAS = {0: 3, 1: 3, 2: 2, 3: 2, 4: 1, 5: 1}  # how many lesser clauses join so many wanted ones

_SAYS = re.compile(r"[^\W\d_]{2}|[^\W\d_a-zA-Z]")  # more than a number or the letter of an option


@dataclass(frozen=True)
class Point:
    """One thing an answer must (core) or may say, readable alone in at most twelve words."""

    text: str
    core: bool


def _own_list(blocks: list[Block]) -> list[Block]:
    """The items under the author's own "Key points", if there are enough of them."""
    for title, _ in pairwise(blocks):
        if title.shape is not Shape.TITLE or not phrases.is_own_list(plain(title.raw)):
            continue
        start = blocks.index(title) + 1
        items: list[Block] = []
        for block in blocks[start:]:
            if block.shape is not Shape.ITEM:
                break
            items.append(block)
        if len(items) >= 3 or any(phrases.core_marked(item.raw)[0] for item in items):
            return items[:MOST]
    return []


def _told(items: list[Block]) -> tuple[Point, ...]:
    marked = [phrases.core_marked(item.raw) for item in items]
    texts = [_as_written(raw) or _shortened(raw) for _, raw in marked]
    cores = [core for core, _ in marked]
    if not any(cores):
        cores = [place < _cores(len(texts)) for place in range(len(texts))]
    found, left = [], 3
    for text, core in zip(texts, cores, strict=True):
        if text:
            found.append(Point(text, core and left > 0))
            left -= core
    return _with_a_core(found)


def _as_written(raw: str) -> str:
    text = final(plain(raw))
    return text if size(text) <= MOST_WORDS and len(text) <= MOST_LETTERS else ""


def _shortened(raw: str) -> str:
    lead, body = lead_of(raw)
    return brief(body, lead)


def _with_a_core(points: list[Point]) -> tuple[Point, ...]:
    if points and not any(point.core for point in points):
        points[0] = Point(points[0].text, core=True)
    return tuple(points)


def _cores(count: int) -> int:
    return 1 if count <= 2 else 2 if count <= 5 else 3


def _halved(found: list[Draft]) -> list[Draft]:
    """The drafts of a very short answer with every second verb as a point of its own."""
    return [
        Draft(part, draft.lead if number == 0 else "", draft.weight)
        for draft in found
        for number, part in enumerate(halves(draft.text))
    ]


def _chosen(prompt: str, found: list[Draft]) -> list[tuple[int, float, str]]:
    """(place, weight, text) of the best drafts that say something new, best first."""
    asked = content(prompt)
    wanted = sum(1 for draft in found if draft.weight >= PRIMARY)
    room = min(MOST, wanted + EXTRAS.get(wanted, 0))
    chosen: list[tuple[int, float, str]] = []
    said: list[tuple[frozenset[str], frozenset[str]]] = []
    for place, draft in sorted(enumerate(found), key=lambda pair: -pair[1].weight):
        if len(chosen) >= room:
            break
        if draft.weight < LEAST:
            break
        text = brief(draft.text, draft.lead, asked)
        words = content(text)
        if not _SAYS.search(text) or phrases.trails_off(text) or (chosen and not words - asked):
            continue
        lead = content(draft.lead)
        if any(shared(words, other) >= ALIKE and not _apart(lead, name) for name, other in said):
            continue
        chosen.append((place, draft.weight, text))
        said.append((lead, words))
    return chosen


def _apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two points have names of their own, so that they are two whatever they say alike."""
    return bool(one - other) and bool(other - one)


def of(prompt: str, answer: str) -> tuple[Point, ...]:
    """The key points in the answer's order: at most seven, one to three of them core.

    An author's own list under "Key points" is taken as it is, with its "(core)" marks. Otherwise
    the opening statement and the items, steps, rows or clauses that carry the answer; never
    headings, code, examples, closing summaries or offers to go on.
    """
    blocks = read(phrases.without_answer_label(answer))
    if items := _own_list(blocks):
        return _told(items)
    found = drafts.of(prompt, blocks)
    if 0 < len(found) <= 2:
        found = _halved(found)
    chosen = _chosen(prompt, found)
    core = {place for place, _, _ in chosen[: _cores(len(chosen))]}
    return tuple(Point(text, place in core) for place, _, text in sorted(chosen))
