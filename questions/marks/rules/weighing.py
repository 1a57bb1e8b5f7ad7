"""What speaks for a point and what against it, and the verdict that follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .evidence import Evidence
from .points import Part, Side
from .roles import roles
from .subjects import Label, exchanged, key_of, of_another
from .verdicts import Verdict
from .windows import STRETCH, Window, windows

# Fitted on the answers to develop on; see tests/marks/answers.
HIT = 0.45
"""The share of a point's ideas from which it is said."""
PARTLY = 0.34
"""The same for partly said, of a point that has no label."""
NAMED, HINTED = 0.85, 0.1
"""How much of the label, and of what it explains, is partly said."""
DENIED, REFUSED, AGAINST, NUMBER = 0.2, 0.34, 0.35, 0.25
"""From which share of what is said the denied, or that and opposites, or a number, undo it all."""


@dataclass(frozen=True)
class Weighed:
    """What one point's verdict rests on: the shares of its sides that one statement says."""

    share: float = 0.0
    label: float = 0.0
    behind: float = 0.0
    labelled: bool = False
    said: int = 0
    ideas: int = 0
    why: str = ""
    places: tuple[tuple[int, int], ...] = ()

    @property
    def verdict(self) -> Verdict:
        """A miss where anything contradicts; `why` names it."""
        if self.why:
            return Verdict.MISSED
        if self.share >= HIT and self.said >= min(2, self.ideas):
            return Verdict.HIT
        if self.labelled:
            hinted = self.label >= NAMED and self.behind >= HINTED
        else:
            hinted = self.share >= PARTLY
        return Verdict.PARTLY if hinted else Verdict.MISSED


def weigh(
    evidence: Evidence, every: Sequence[Sequence[Part]], labels: Sequence[Label], order: int
) -> Weighed:
    """Weigh one point among all of its question."""
    read = _Reader(evidence, every[order], labels, order)
    found = {part.side: read.best(part) for part in every[order]}
    whole, named = found.get(Side.WHOLE), found.get(Side.LABEL, _Best())
    if whole is None or whole.window is None:
        return Weighed()
    behind = found.get(Side.BEHIND, whole)
    # Read as a whole, a labelled point may reach for its label in another statement.
    elsewhere = behind is not whole and whole.why in {"subject", "exchanged"}
    why = behind.why or ("" if elsewhere else whole.why)
    best = max(whole, behind, key=lambda best: best.share)
    said = best.window.said.values() if best.window else ()
    tokens = [evidence.tokens[place[0]] for place in said]
    return Weighed(
        share=0.0 if why else best.share,
        label=named.share,
        behind=behind.share,
        labelled=Side.LABEL in found,
        said=len(whole.window.said),
        ideas=len({idea.key for part in every[order] for idea in part.ideas}),
        why=why,
        places=tuple((token.start, token.end) for token in tokens),
    )


@dataclass(frozen=True)
class _Best:
    """The statement that speaks most of a part, the share that it says, and what undoes it."""

    window: Window | None = None
    share: float = 0.0
    why: str = ""


class _Reader:
    """One point, its answer, and what the question's points are about."""

    def __init__(
        self, evidence: Evidence, parts: Sequence[Part], labels: Sequence[Label], order: int
    ) -> None:
        self.evidence = evidence
        self.labels = labels
        self.order = order
        self.said = frozenset(key_of(idea) for part in parts for idea in part.ideas)

    def best(self, part: Part) -> _Best:
        """The statement that speaks most of a part, for or against it.

        Where that one denies it, and another says enough of it by itself, the other counts: "you
        need not keep servers, because the provider manages them".
        """
        total = part.total

        def worth(window: Window) -> float:
            stretch = STRETCH * (window.last[1] - window.first[1])
            return window.touched / total - stretch + 0.001 * window.agreed

        found = sorted(windows(self.evidence, part.ideas), key=worth, reverse=True)
        if not found:
            return _Best()
        best = self.read(part, found[0])
        if best.why in {"denied", "opposed"}:
            near = {best.window.first[0], best.window.last[0]} if best.window else set()
            clean = (
                window
                for window in found
                if window.touched == window.agreed >= HIT * total and window.first[0] in near
            )
            if (other := next(clean, None)) and not (made := self.read(part, other)).why:
                return made
        return best

    def read(self, part: Part, window: Window) -> _Best:
        """The share of a part that a statement says, and whether it says the opposite."""
        near = range(window.first[0], window.last[0] + 1)
        words = self.evidence.tokens[: self.evidence.words]
        way = roles(part.every, [token for token in words if token.sentence in near])
        if way > 0:
            return _Best(window, min(1.0, window.touched / part.total))
        share = min(1.0, max(0.0, window.agreed - window.denied - window.opposed) / part.total)
        return _Best(window, share, "roles" if way < 0 else self.undone(part, window))

    def undone(self, part: Part, window: Window) -> str:
        """What contradicts the part in a statement, or nothing."""
        if window.wrong_number >= NUMBER * part.total:
            return "number"
        refused = window.refused >= REFUSED * window.counted > 0
        if refused or window.denied >= DENIED * window.touched > 0:
            return "denied"
        if window.denied + window.opposed >= AGAINST * window.touched > 0:
            return "opposed"
        if part.side is Side.LABEL:
            return ""
        if of_another(self.evidence, self.labels, self.order, self.said, window):
            return "subject"
        return "exchanged" if exchanged(self.evidence, part, window) else ""
