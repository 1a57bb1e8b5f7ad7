"""What a person asked the bank to list."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from .difficulty import Difficulty
from .states import Kind


@dataclass(frozen=True)
class Wanted:
    """A search with its filters; within one filter any of the values will do."""

    text: str = ""
    topics: tuple[str, ...] = ()
    levels: tuple[Difficulty, ...] = ()
    kinds: tuple[Kind, ...] = ()
    documents: tuple[UUID, ...] = ()
    mine: bool = False

    def without(self, name: str) -> Wanted:
        """The same without one filter, by its name here."""
        return replace(self, **{name: getattr(Wanted(), name)})

    @property
    def narrows(self) -> bool:
        """Whether any filter is set beside the text."""
        return self.without("text") != Wanted()
