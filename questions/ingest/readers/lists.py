"""The lists of a page: their kinds, their numbers, and the item that is open."""

from __future__ import annotations

from dataclasses import dataclass

from .tags import Token
from .writer import Writer

MANY = 300
"""Lists within each other that are counted; pages nest far less."""


@dataclass(slots=True)
class List:
    """One list: what marks its items, the next number, and whether an item is open."""

    kind: str
    number: int = 1
    open: bool = False


class Lists:
    """The lists that are open, the innermost last."""

    def __init__(self, writer: Writer) -> None:
        self.writer = writer
        self.every: list[List] = []

    def open(self, name: str, token: Token) -> None:
        """A list begins, numbered or not."""
        given = token.attributes()
        kind = given.get("type", "1") if name == "ol" else "*"
        if len(self.every) < MANY:
            self.every.append(List(kind, _number(given.get("start", ""), 1)))
        self.writer.gap = self.writer.gap and len(self.every) == 1

    def item(self, token: Token) -> None:
        """An item begins; one that was left open ends."""
        if not self.every:
            self.every.append(List("*"))
        mine = self.every[-1]
        if mine.open:
            self.writer.pop()
            self.writer.gap = False
        mine.number = _number(token.attributes().get("value", ""), mine.number)
        marker = marked(mine.kind, mine.number)
        mine.number += 1
        mine.open = True
        self.writer.push(marker, " " * len(marker))

    def close(self, name: str) -> None:
        """The end of an item, or of a list with all its items."""
        if self.every and self.every[-1].open:
            self.every[-1].open = False
            self.writer.pop()
            self.writer.gap = False
        if name != "li" and self.every:
            self.every.pop()
            self.writer.gap = not self.every

    @property
    def fresh(self) -> bool:
        """Whether an item is open that has no text yet."""
        return bool(self.every) and self.every[-1].open and not self.writer.levels[-1].used


def marked(kind: str, number: int) -> str:
    """What stands before an item."""
    if kind in {"a", "A"} and 1 <= number <= 26:
        return f"{chr(ord(kind) + number - 1)}. "
    return "- " if kind == "*" else f"{number}. "


def _number(given: str, other: int) -> int:
    return int(given) if given.isascii() and given.isdigit() and len(given) < 6 else other
