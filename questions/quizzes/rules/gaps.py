"""Gaps in a statement: an amount that is missing, among others of the same unit.

Only what a statement lays down can be asked for: a limit, a default, a price. What it merely
tells as an example, estimates or derives from figures of the question is refused.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator, Sequence

from questions.bank.rules.quantities import Amount, found

from . import prose
from .making import WRONG, Made, Told
from .prompts import STORY

GAP = "____"
_APART = 1.4
"""How many times larger than its neighbour an amount among the options is at least."""
_LADDERS = {
    "seconds": (1, 2, 3, 5, 10, 15, 20, 30, 45, 60, 90, 120, 300, 600, 900, 1800),
    "minutes": (1, 2, 3, 5, 10, 15, 30, 45, 60, 90, 120),
    "hours": (1, 2, 3, 4, 6, 8, 12, 24, 36, 48, 72),
    "days": (1, 2, 3, 4, 5, 7, 10, 14, 21, 30, 45, 60, 90, 120, 180, 365),
    "years": (1, 2, 3, 5, 7, 10),
    "milliseconds": (1, 5, 10, 20, 50, 100, 150, 200, 250, 500, 1000, 2000),
    "KB": (1, 2, 4, 8, 10, 16, 20, 32, 64, 100, 128, 256, 400, 512),
    "MB": (1, 2, 4, 6, 10, 16, 20, 32, 50, 64, 100, 128, 200, 250, 400, 512, 1000),
    "MB even": (512, 1024, 2048, 3072, 4096, 5120, 6144, 8192, 10240, 16384, 20480),
    "GB": (1, 2, 4, 5, 8, 10, 16, 20, 32, 50, 64, 100, 200, 250),
    "TB": (1, 2, 4, 5, 8, 10, 16, 20, 32, 50, 64, 100),
    "%": (5, 10, 20, 25, 33, 50, 66, 75, 80, 90, 95),
    "": (
        1,
        2,
        3,
        4,
        5,
        6,
        8,
        10,
        15,
        20,
        25,
        50,
        100,
        200,
        250,
        500,
        1000,
        2000,
        3000,
        5000,
        10000,
    ),
}
_UNITS = {"second": "seconds", "minute": "minutes", "hour": "hours", "day": "days"}
_UNITS |= {"year": "years", "ms": "milliseconds", "millisecond": "milliseconds"}
_UNITS |= {"kb": "KB", "mb": "MB", "gb": "GB", "tb": "TB", "%": "%", "percent": "%"}
# What lays an amount down ...
_RULE = re.compile(
    r"(?i)\b(?:at most|up to|max(?:imum)?|minimum|at least|default|defaults|limit(?:s|ed)?|quota"
    r"|capped|cannot (?:be|exceed|take|run)|no (?:more|longer) than|may (?:be|have|take|last|hold)"
    r"|can (?:be|have|hold|take|last|run)|must (?:end|finish|be|fit)|ends? (?:at|after|within)"
    r"|gives up after|expires? after|kept for|keeps? .{0,30} for|lasts?|allows?|holds?|gives|every"
    r"|within|retention|timeout of|starts at|share of|free)\b"
)
# ... and what only tells of one. A figure that is worked out from others is not known by heart.
_TALE = re.compile(
    r"(?i)\b(?:examples?|for instance|e\.g|following|snippet|otherwise|say|suppose|imagine|about"
    r"|around|roughly|some|nearly"
    r"|nearer|almost|perhaps|maybe|often|usually|typically|likely|come[s]? to|amounts? to|makes?"
    r"|would|i|we|you|my|our|your|instead|against|compared|twice|times|seldom|mistake|plan"
    r"|outlast|exceed|saying|believ\w+|claim\w*|quot\w+|was|were|until|since|it|them|they|this|these|those)\b"
    r"|^(?:that|so|and|but|also|then|thus|hence|however|therefore|overall|in (?:summary|short))\b"
    r"|[?|*#]"
)
# What lies within an amount lies within many, so that others fit as well.
_WITHIN = re.compile(r"(?i)\b(?:within|under|below|less than|fewer than|shorter than)(?: the)?\s*$")
_COUNTING = re.compile(r"[:(–—]|\b(?:namely|i\.e|such as)\b")
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")


def gap_of_amount(asked: Told, rng: random.Random) -> tuple[str, list[Made]] | None:
    """A statement of the preferred answer with one amount missing, and four amounts to fill it.

    None where no statement lays an amount down beyond doubt.
    """
    known = [amount for text in (*asked.answers, *asked.points) for amount in found(text)]
    if STORY.search(asked.prompt):
        return None
    fit = [(said, amount) for said in _statements(asked) for amount in _asked_for(said, asked)]
    rng.shuffle(fit)
    for said, amount in fit:
        if options := _amounts(said, amount, known, asked, rng):
            end = amount.start + len(_written(said, amount))
            return said[: amount.start] + GAP + said[end:], options
    return None


def _statements(asked: Told) -> Iterator[str]:
    """The key points, and the sentences of the preferred answer."""
    yield from (point for point in asked.points if len(point) >= prose.SHORTEST)
    for text in asked.answers[:1]:
        yield from prose.sentences(text)


def _asked_for(said: str, asked: Told) -> list[Amount]:
    """The amounts of a statement that may be asked for: laid down, and said just once."""
    if _TALE.search(said) or not _RULE.search(said):
        return []
    amounts = found(said)
    told = found(asked.prompt)
    return [
        amount
        for amount in amounts
        if _written(said, amount)
        and "per" not in amount.dimension.split()
        and not any(amount.near(other) for other in told)
        and sum(amount.near(other) for other in amounts) == 1
        and not _WITHIN.search(said[: amount.start])
        and not _is_counted_out(said, amount)
    ]


def _written(said: str, amount: Amount) -> str:
    """The figure of an amount as it is written, without its unit."""
    match = _NUMBER.match(said[amount.start : amount.end])
    return match[0] if match else ""


def _is_counted_out(said: str, amount: Amount) -> bool:
    """Whether the statement itself goes on to name what it has counted: "two: this, that"."""
    counts = amount.dimension.startswith("count of")
    return counts and bool(_COUNTING.search(said[amount.end :]))


def _ladder(said: str, amount: Amount, value: int) -> Sequence[int]:
    unit = said[amount.start + len(_written(said, amount)) : amount.end].strip().lower()
    name = _UNITS.get(unit.removesuffix("s") if len(unit) > 2 else unit, "")
    if not name and not amount.dimension.startswith("count of"):
        return ()
    if name == "MB" and value >= 1024:
        name = "MB even"
    return _LADDERS[name]


def _agrees(said: str, amount: Amount) -> bool:
    """Whether the words behind the figure tell one from many: "year" and "years"."""
    behind = said[amount.start + len(_written(said, amount)) :]
    unit = re.match(r"[\s-]*([^\W\d_]*)", behind)
    return unit is not None and len(unit[1]) > 2


def _amounts(
    said: str, amount: Amount, known: Iterable[Amount], asked: Told, rng: random.Random
) -> list[Made] | None:
    """The amount among three others, none of them said anywhere in the answers, in order."""
    value = int(_written(said, amount).replace(",", ""))
    ladder = _ladder(said, amount, value)
    if _agrees(said, amount):
        ladder = [step for step in ladder if step > 1]
    if value not in ladder:
        return None
    size = amount.value / value
    said_too = [other.value / size for other in known if other.dimension == amount.dimension]
    free = [
        step
        for step in ladder
        if step == value or all(abs(step - other) > 0.05 * step for other in said_too)
    ]
    below, above = (
        _steps(free[: free.index(value)][::-1], value),
        _steps(free[free.index(value) + 1 :], value),
    )
    under = [n for n in range(WRONG + 1) if n <= len(below) and WRONG - n <= len(above)]
    if not under:
        return None
    smaller = rng.choice(under)
    values = sorted([*below[:smaller], value, *above[: WRONG - smaller]])
    return [Made(f"{one:,}", one == value, asked.id) for one in values]


def _steps(candidates: Sequence[int], start: int) -> list[int]:
    """Of amounts that lead away from one the nearest that can be told apart."""
    kept, last = [], start
    for step in candidates:
        if max(step, last) >= _APART * min(step, last):
            kept.append(step)
            last = step
    return kept
