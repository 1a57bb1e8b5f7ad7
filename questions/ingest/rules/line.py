"""One line of a document: the marks on its surface, and what was learned about it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Peeled:
    """What lies on a line's surface, and the text under it."""

    marks: tuple[str, ...] = ()
    core: str = ""
    level: int = 0
    number: int | None = None
    letter: str = ""
    label: str = ""
    said: str = ""
    checked: bool | None = None
    starred: bool = False
    tick: bool | None = None
    after: str = ""
    summary: bool = False
    opens: bool = False
    closes: bool = False
    tagged: bool = False
    aside: str = ""
    beside: tuple[str, ...] = ()


@dataclass(slots=True)
class Row:
    """One line of the document and what was learned about it."""

    number: int
    text: str
    indent: int = 0
    kind: str = "blank"
    peeled: Peeled = field(default_factory=Peeled)
    answers: bool = False
    home: bool = False
    states: bool = False
    after_rule: bool = False
    first: bool = False
    told: bool = False
    depth: int = 0

    @property
    def core(self) -> str:
        return self.peeled.core

    @property
    def level(self) -> int:
        return self.peeled.level

    @property
    def marks(self) -> tuple[str, ...]:
        return self.peeled.marks
