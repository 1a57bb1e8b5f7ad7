"""The number that a question or a step begins with, however it is written."""

from __future__ import annotations

import re

NUMBER = re.compile(
    r"(?:\[(\d{1,4})\][ \t]+"
    r"|\(?(\d{1,4})[ \t]*\\?[.)](?:[-–—]?[ \t]+|$|(?=[A-Z¿\"'“*_`\[<]))"
    r"|(\d{1,4})(?::|[ \t][-–—])[ \t]+"
    r"|(\d{1,2})\ufe0f?\u20e3[ \t]*|(\d{1,4})[、．.](?=[^\W\d_])"
    r"|\d{1,3}(?:\.\d{1,3}){0,3}\.(\d{1,3})[.):]?[ \t]+)"
)
COUNTED = re.compile(r"#(\d{1,4})[ \t]+(?=[^\W\d_¿\"'“`])")
ROMAN = re.compile(r"([IVX]{1,5})[.)][ \t]+(?=[^\W\d_]|[¿\"“*`])")
# Without any sign, a number counts where the line asks.
ALONE = re.compile(r"(\d{1,3})[ \t]+(?=[A-Z¿])(?=.*[?？]$)")
OPEN = frozenset("0123456789([#IVX")


def taken(text: str) -> tuple[int, str] | None:
    """The number that a text begins with, and the text behind it."""
    if text[:1] not in OPEN:
        return None
    if text[0] in "IVX":
        match = ROMAN.match(text)
        return (roman(match[1]), text[match.end() :]) if match else None
    match = COUNTED.match(text) if text[0] == "#" else NUMBER.match(text) or ALONE.match(text)
    if match is None:
        return None
    return next(int(one) for one in match.groups() if one), text[match.end() :]


def roman(number: str) -> int:
    """The value of a Roman number, well formed or not."""
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in number]
    return sum(
        -value if value < following else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )
