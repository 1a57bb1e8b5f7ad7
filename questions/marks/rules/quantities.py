"""Numbers with their units, so that a quarter of an hour is 15 minutes is 900 seconds."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .lists import row

_SIZES = {
    "time": {
        1e-9: "ns nanosecond nanoseconds",
        1e-6: "us µs microsecond microseconds",
        1e-3: "ms msec millisecond milliseconds",
        1.0: "s sec secs second seconds",
        60.0: "m min mins minute minutes",
        3600.0: "h hr hrs hour hours",
        86400.0: "d day days",
        604800.0: "week weeks",
        2629800.0: "month months",
        31557600.0: "year years",
    },
    "bytes": {
        1.0: "byte bytes",
        1e3: "kb kib kilobyte kilobytes",
        1e6: "mb mib megabyte megabytes meg megs",
        1e9: "gb gib gigabyte gigabytes gig gigs",
        1e12: "tb tib terabyte terabytes",
        1e15: "pb pib petabyte petabytes",
    },
    "percent": {1.0: "% percent pct"},
}
UNITS: dict[str, tuple[str, float]] = {
    name: (kind, factor)
    for kind, sizes in _SIZES.items()
    for factor, names in sizes.items()
    for name in names.split()
}
UNITS["per cent"] = UNITS["percent"]
_LARGE = {"k": 1e3, "thousand": 1e3, "million": 1e6, "millions": 1e6, "bn": 1e9, "billion": 1e9}
_SMALL = row(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty"
)
_TENS = row("thirty forty fifty sixty seventy eighty ninety")
NAMED: dict[str, float] = {
    **{name: float(value) for value, name in enumerate(_SMALL)},
    **{name: float(10 * tens) for tens, name in enumerate(_TENS, 3)},
    "hundred": 100.0,
    "thousand": 1000.0,
    "dozen": 12.0,
    "half": 0.5,
    "quarter": 0.25,
}
# Units of 1,000 and of 1,024 are used for one another; the gap at terabytes is ten per cent.
_TOLERANCE = {"bytes": 0.05, "time": 0.005, "percent": 0.001, "": 1e-9}
NUMBER = re.compile(
    r"(?<![\w.])(?P<digits>\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?:(?P<gap>[\s-]?)(?P<large>k|thousand|millions?|bn|billion)(?![^\W_]))?"
    r"(?:(?P<gap2>[\s-]{0,2})(?P<unit>%|per[ -]cent|[^\W\d_]+)(?![\w]))?"
)


@dataclass(frozen=True)
class Quantity:
    """A number in the base of its kind (seconds, bytes, per cent), and as it was written."""

    value: float
    kind: str
    written: float

    def equals(self, other: Quantity) -> bool:
        """Whether both say the same, a missing unit on one side forgiven."""
        if self.kind == other.kind:
            gap = _TOLERANCE[self.kind] * max(abs(self.value), abs(other.value))
            return abs(self.value - other.value) <= gap
        return "" in (self.kind, other.kind) and self.written == other.written

    def contradicts(self, other: Quantity) -> bool:
        """Whether both measure the same kind of thing and differ."""
        return self.kind != "" and self.kind == other.kind and not self.equals(other)


def quantity(number: float, unit: str | None) -> Quantity:
    """The quantity of a number and the name of a known unit, or none."""
    kind, factor = UNITS[unit] if unit else ("", 1.0)
    return Quantity(number * factor, kind, number)


def read(match: re.Match[str]) -> tuple[Quantity, int] | None:
    """The quantity of a match of NUMBER and where it ends; None for a number inside a name."""
    number = float(re.sub("[,\u00a0\u202f]", "", match["digits"]))
    end = match.end("digits")
    if match["large"]:
        number *= _LARGE[match["large"]]
        end = match.end("large")
    unit = match["unit"]
    if unit and unit.lower().replace("-", " ") in UNITS and unit != "M":
        return quantity(number, unit.lower().replace("-", " ")), match.end("unit")
    if unit and match["gap2"] == "" and not match["large"]:
        return None
    return quantity(number, None), end
