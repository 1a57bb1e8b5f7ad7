"""Amounts as texts write them: a number with its unit, in one measure for each dimension."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from .roots import roots

CLOSE = 0.03
"""Amounts this near are one: 1,000 and 1,024 of a smaller unit are both called one of the next."""

_BYTES = {"b": 1.0, "kb": 1e3, "mb": 1e6, "gb": 1e9, "tb": 1e12, "pb": 1e15}
_SECONDS = {
    "nanosecond": 1e-9,
    "microsecond": 1e-6,
    "millisecond": 1e-3,
    "second": 1.0,
    "minute": 60.0,
    "hour": 3600.0,
    "day": 86_400.0,
    "week": 604_800.0,
    "month": 2_629_746.0,
    "year": 31_556_952.0,
}
_SHORT = {"ns": "nanosecond", "us": "microsecond", "µs": "microsecond", "ms": "millisecond"}
_SHORT |= {"s": "second", "sec": "second", "min": "minute", "mins": "minute", "h": "hour"}
_SHORT |= {"hr": "hour", "hrs": "hour", "secs": "second", "yr": "year", "d": "day"}
_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_WORDS |= {"eight": 8, "nine": 9, "ten": 10, "a": 1, "an": 1, "twice": 2, "once": 1}
_TIMES = {"": 1.0, "k": 1e3, "thousand": 1e3, "m": 1e6, "million": 1e6, "billion": 1e9}
_AMOUNT = re.compile(
    r"(?<![\w.,:/-])(?:(?P<money>[$€£])\s?)?(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|an?)(?=[\s-]))"
    r"(?P<times>[km](?![^\W\d_])|\s(?:thousand|million|billion)\b)?(?:\s?(?P<percent>%|percent\b)|[\s-]?(?P<unit>[^\W\d_]+))?(?![\w]|\.\d)",
    re.IGNORECASE,
)
_RATE = re.compile(
    r"\s*[)\]]?\s*(?:\([^()]*\)\s*)?(?:per|a|each|/)\s*(second|minute|hour|day|week|month|year)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Amount:
    """A value in the one measure of its dimension, and where the text says it."""

    dimension: str
    value: float
    start: int
    end: int

    def near(self, other: Amount) -> bool:
        """Whether both are the same amount, rounding of units aside."""
        most = max(abs(self.value), abs(other.value))
        return self.dimension == other.dimension and abs(self.value - other.value) <= CLOSE * most


def found(text: str) -> list[Amount]:
    """Every amount of a text in order; numbers without a unit are none.

    An amount in a time ("5 GB per month") is of another dimension than the amount alone.
    """
    amounts: list[Amount] = []
    until = 0
    for match in _AMOUNT.finditer(text):
        amount = _amount(match, text)
        # The day of "3 hours a day" is no amount of its own.
        if amount is None or amount.end <= until:
            continue
        rate = _RATE.match(text[amount.end : amount.end + 40])
        if rate is not None:
            until = amount.end + rate.end()
            amount = replace(amount, dimension=f"{amount.dimension} per {rate[1].lower()}")
        amounts.append(amount)
    return amounts


def _amount(match: re.Match[str], text: str) -> Amount | None:
    said = match["number"].lower()
    value = float(_WORDS[said]) if said in _WORDS else float(said.replace(",", ""))
    value *= _TIMES[(match["times"] or "").strip().lower()]
    if match["money"]:
        return Amount(
            "money", value, match.start(), match.end("times" if match["times"] else "number")
        )
    if match["percent"]:
        return Amount("percent", value, match.start(), match.end())
    if not (unit := match["unit"]):
        return None
    if known := _measured(unit):
        dimension, size = known
        return Amount(dimension, value * size, match.start(), match.end())
    if said in _WORDS:  # "a function" counts nothing
        return None
    thing = _counted(text[match.start("unit") : match.start("unit") + 60])
    return Amount(f"count of {thing}", value, match.start(), match.end()) if thing else None


def _measured(unit: str) -> tuple[str, float] | None:
    short = unit.lower().replace("ib", "b") if len(unit) == 3 else unit.lower()
    if short in _BYTES and (unit != "b"):
        return "bytes", _BYTES[short]
    for name, factor in (("kilobyte", 1e3), ("megabyte", 1e6), ("gigabyte", 1e9), ("byte", 1.0)):
        if short in (name, name + "s"):
            return "bytes", factor
    name = _SHORT.get(short, short.removesuffix("s"))
    return ("seconds", _SECONDS[name]) if name in _SECONDS else None


def _counted(rest: str) -> str:
    """The root of the noun that is counted: the last of at most two plural-looking words."""
    words = re.match(r"([^\W\d_]+)(?:\s+([^\W\d_]+))?", rest)
    if words is None:
        return ""
    plural = [word for word in words.groups() if word and word.lower().endswith("s")]
    return (roots(plural[-1]) or [""])[0] if plural else ""
