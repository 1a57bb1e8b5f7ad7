"""Which items of a style belong together: runs of numbers, and what all of them share."""

from __future__ import annotations

from collections import Counter

from .styles import LIKE, Item, Style

OFTEN = 3  # times that a heading comes before it is part of every answer


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
            if number - step not in best:
                continue
            score, at = best[number - step]
            # The same number twice is a slip of the pen only where both lines ask.
            if step or min(item.asking, numbered[at].asking) >= 0.8:
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
    texts = Counter(item.row.core.lower() for item in items if item.asking < 0.5)
    style.recurring = frozenset(text for text, times in texts.items() if times >= OFTEN)
    if len(items) > sum(texts[text] for text in style.recurring):
        items = [item for item in items if item.chained or not _recurs(item, style)]
    if style.name.startswith("bold"):
        items = _without_captions(items)
    asking = sum(item.asking >= 0.5 for item in items) / len(items) if items else 0
    answered = sum(item.answered for item in items) / len(items) if items else 0
    total = len(items)
    if max(asking, answered) >= LIKE:
        items = _trimmed(style, items, answered >= LIKE)
    elif style.level and chained < 3:
        items = _window(items)
    # A few headings that ask, among many that do not, head sections and no answers.
    if style.level and chained < 3 and len(items) < 5 and total >= 2 * len(items):
        items = []
    style.items = items


def _without_captions(items: list[Item]) -> list[Item]:
    """Without bold lines that only announce what follows, where they are few among prompts."""
    kept = [item for item in items if item.asking >= 0.5 or item.row.core.rstrip()[-1:] != ":"]
    return kept if len(kept) >= 0.75 * len(items) else items


def _recurs(item: Item, style: Style) -> bool:
    """Whether an item that asks nothing stands under many questions, like `Example`."""
    return item.asking < 0.5 and item.row.core.lower() in style.recurring


def _window(items: list[Item]) -> list[Item]:
    """The stretch from the first to the last that asks, where most of it asks."""
    goods = [index for index, item in enumerate(items) if item.asking >= 0.5]
    if not goods:
        return items
    inner = items[goods[0] : goods[-1] + 1]
    return inner if len(goods) >= 0.8 * len(inner) else items


def _trimmed(style: Style, items: list[Item], by_answer: bool) -> list[Item]:
    """Without what only looks alike: before the first, after the last, and empty ones between."""

    def good(item: Item) -> bool:
        return item.asking >= 0.5 or item.chained or (by_answer and item.answered)

    goods = [index for index, item in enumerate(items) if good(item)]
    if not goods:
        return items
    inner = items[goods[0] : goods[-1] + 1]
    others = sum(not good(item) for item in inner)
    if style.name.startswith("bold") and others > 0.1 * len(inner):
        return [item for item in inner if good(item)]
    if by_answer:
        return [item for item in inner if item.answered or item.asking >= 0.5 or item.chained]
    return [item for item in inner if good(item) or item.body or item.chained]
