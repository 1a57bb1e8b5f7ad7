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

HIT = 0.56
PARTLY = 0.34
ALONE = 0.3


@dataclass(frozen=True)
class Weighed:
    """What one point's verdict rests on."""

    share: float = 0.0
    label: float = 0.0
    behind: float = 0.0
    whole: float = 0.0
    telling: int = 0
    ideas: int = 0
    contradicted: bool = False
    places: tuple[tuple[int, int], ...] = ()
    why: str = ""

    @property
    def verdict(self) -> Verdict:
        if self.contradicted:
            return Verdict.MISSED
        if self.share >= HIT:
            return Verdict.HIT
        return Verdict.PARTLY if self.share >= PARTLY else Verdict.MISSED


def weigh(
    evidence: Evidence, every: Sequence[Sequence[Part]], labels: Sequence[Label], order: int
) -> Weighed:
    """Weigh one point among all of its question."""
    read = _Reader(evidence, every[order], labels, order)
    found = {part.side: read.best(part) for part in every[order]}
    found = {side: best for side, best in found.items() if best.window}
    if not found:
        return Weighed()
    shares = {side: best.share for side, best in found.items()}
    side = max((s for s in found if s is not Side.LABEL), key=lambda s: shares[s], default=Side.LABEL)
    best = found[side]
    whole = found.get(Side.WHOLE, best)
    behind = found.get(Side.BEHIND, best)
    why = best.why or whole.why or behind.why
    share = best.share
    if side is Side.LABEL:
        share *= 0.5
    places = tuple((evidence.tokens[p[0]].start, evidence.tokens[p[0]].end) for p in best.window.said.values())
    return Weighed(
        share=0.0 if why else share,
        label=shares.get(Side.LABEL, 0.0),
        behind=shares.get(Side.BEHIND, 0.0),
        whole=shares.get(Side.WHOLE, 0.0),
        telling=best.window.telling,
        ideas=len(best.part.ideas),
        contradicted=bool(why),
        places=places,
        why=why,
    )


@dataclass(frozen=True)
class _Best:
    part: Part
    window: Window | None = None
    share: float = 0.0
    why: str = ""


class _Reader:
    def __init__(self, evidence: Evidence, parts: Sequence[Part], labels: Sequence[Label], order: int) -> None:
        self.evidence = evidence
        self.labels = labels
        self.order = order
        self.said = frozenset(key_of(idea) for part in parts for idea in part.ideas)

    def best(self, part: Part) -> _Best:
        total = part.total

        def worth(w: Window) -> float:
            return w.touched / total - STRETCH * (w.last[1] - w.first[1]) + 0.001 * w.agreed

        found = sorted(windows(self.evidence, part.ideas), key=worth, reverse=True)
        if not found:
            return _Best(part)
        first: _Best | None = None
        for window in found[:4]:
            if worth(window) < worth(found[0]) - 0.005:
                break
            share = min(1.0, max(0.0, window.agreed - window.denied - window.opposed) / total)
            best = _Best(part, window, share, self.contradicted(part, window))
            if not best.why:
                return best
            first = first or best
        assert first is not None
        return first

    def contradicted(self, part: Part, window: Window) -> str:
        near = range(window.first[0], window.last[0] + 1)
        said = [t for t in self.evidence.tokens[: self.evidence.words] if t.sentence in near]
        way = roles(part.every, said)
        if way < 0:
            return "roles"
        if way > 0:
            return ""
        if window.wrong_number >= 0.25 * part.total:
            return "number"
        if window.denied >= 0.25 * window.touched or window.denied + window.opposed >= 0.35 * window.touched:
            return "denied" if window.denied > window.opposed else "opposed"
        if part.side is not Side.LABEL and of_another(self.evidence, self.labels, self.order, self.said, window):
            return "subject"
        if exchanged(self.evidence, part, window):
            return "exchanged"
        return ""
