"""One line of a document and what was learned about it."""

from __future__ import annotations

from dataclasses import dataclass, field

from .marks import Peeled


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
