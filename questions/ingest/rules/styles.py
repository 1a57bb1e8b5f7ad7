"""A marker style: lines that wear the same marks, and what speaks for their being prompts."""

from __future__ import annotations

from dataclasses import dataclass, field

from .line import Row

LIKE = 0.6  # the share of a style's items from which a feature belongs to the style
UNMARKED = frozenset({"plain", "ruled", "quote"})


@dataclass(slots=True)
class Item:
    """A line that may open a question, and what speaks for it."""

    at: int
    row: Row
    asking: float
    until: int = 0
    body: int = 0
    answered: bool = False
    chained: bool = False
    labels: frozenset[str] = frozenset()


@dataclass(slots=True)
class Style:
    """Lines that wear the same marks."""

    name: str
    items: list[Item] = field(default_factory=list)
    level: int = 0
    asking: float = 0.0
    sure: float = 0.0
    answered: float = 0.0
    bodies: float = 0.0
    chained: float = 0.0
    uniform: float = 0.0
    labelled: float = 0.0
    stated: float = 0.0
    single: bool = False
    tasks: bool = False
    recurring: frozenset[str] = frozenset()

    @property
    def evidence(self) -> float:
        """How much speaks for these lines being prompts; one strong feature is enough."""
        return (
            self.asking
            + 0.7 * self.answered
            + 0.3 * self.chained
            + 0.6 * self.uniform
            + (0.65 if self.labelled >= 0.9 and self.bodies >= 0.9 else 0.5)
            * max(self.labelled, self.stated)
            + 0.3 * self.tasks
        )

    @property
    def holds(self) -> bool:
        """Whether the items form a chain of prompts with answers between them, or a bare list."""
        count = len(self.items)
        said = max(self.labelled, self.stated)
        if self.bodies < 0.5:
            return count >= 4 and (self.asking >= 0.75 or said >= LIKE)
        if self.name == "told" and count < 3:
            return self.asking >= 0.7
        if count < 3 and said < LIKE:
            if self.single:
                return self.asking >= 1.0
            bold = self.level > 0 or self.name.startswith("bold")
            return count == 2 and self.asking >= (0.8 if bold else 1.0)
        if self.name in UNMARKED and self.asking < LIKE:
            return False
        strong = (
            self.tasks,
            self.sure >= 0.3,
            self.answered >= LIKE,
            self.uniform >= 0.8,
            said >= LIKE,
        )
        return self.evidence >= 0.65 and any(strong)

    @property
    def rank(self) -> int:
        """How far above plain text the marks stand: headings most, unmarked lines least."""
        if self.level:
            return 9 - self.level
        kinds = ("label", "bullet", "ruled", "bold", "number", "question", "summary")
        return next((at for at, kind in enumerate(kinds) if self.name.startswith(kind)), -1) - 2

    @property
    def score(self) -> float:
        return len(self.items) * min(self.evidence, 1.5) * (0.5 + 0.5 * self.bodies)
