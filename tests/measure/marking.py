"""How far the marker of typed answers agrees with verdicts by hand, each goal met or not.

`python -m tests.measure.marking` prints the agreement on every set of labelled answers, and by
kind and by subject; `--disagreements develop` adds where the marker differs on a set to develop
on. The texts of the sets to check with and to report on are never printed.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

from tests.marks.agreement import (
    SETS,
    VERDICTS,
    Compared,
    Given,
    agreement,
    answers,
    compared,
    confusion,
)

SHARE, KAPPA = 0.85, 0.6
"""The goals, for all three verdicts, on answers that nobody developed on."""
OPEN = ("develop", "study", "train")
UNSEEN = ("check", "report")


def measure() -> Iterator[dict[str, object]]:
    """The figures of every set; the goals stand beside those of answers not developed on."""
    for name in SETS:
        figures = agreement(compared(answers(name)))
        share, kappa = (SHARE, KAPPA) if name in UNSEEN else (None, None)
        yield row(f"{name}: agreement per point", figures.share, share)
        yield row(f"{name}: kappa, three verdicts", figures.kappa, kappa)
        yield row(f"{name}: agreement on earned or not", figures.earned_share, None)
        yield row(f"{name}: kappa of earned or not", figures.earned_kappa, None)


def row(what: str, figure: float, least: float | None) -> dict[str, object]:
    wanted = {} if least is None else {"least": least}
    return {"goal": "marking", "what": what, "figure": figure, **wanted}


def summary(name: str, found: list[Compared]) -> Iterator[str]:
    """The table of one set: figures, confusion, and the agreement by kind and by subject."""
    figures = agreement(found)
    texts = len({one.given for one in found})
    yield f"\n{name}: {texts} answers, {figures.points} key points"
    yield f"  agreement per point  {figures.share:.3f}   kappa {figures.kappa:.3f}   (3 verdicts)"
    yield f"  earned or not        {figures.earned_share:.3f}   kappa {figures.earned_kappa:.3f}"
    yield "  by hand    " + "".join(f"{verdict.value:>8}" for verdict in VERDICTS) + "  (marker)"
    table = confusion(found)
    for hand in VERDICTS:
        counts = "".join(f"{table[hand, marker]:8}" for marker in VERDICTS)
        yield f"    {hand.value:<9}{counts}"
    yield from _grouped("kind", found, lambda given: given.kind)
    yield from _grouped("subject", found, lambda given: given.subject)


def _grouped(title: str, found: list[Compared], key: Callable[[Given], str]) -> Iterator[str]:
    yield f"  {title:<15} points  agreed   kappa"
    for name in sorted({key(one.given) for one in found}):
        some = agreement([one for one in found if key(one.given) == name])
        yield f"    {name:<13}{some.points:7}{some.share:8.3f}{some.kappa:8.3f}"


def differences(found: list[Compared]) -> Iterator[str]:
    """Every point on which hand and marker differ, under its answer."""
    told: Given | None = None
    for one in found:
        if one.agreed:
            continue
        if one.given is not told:
            told = one.given
            yield f"\n{told.prompt}\n  {told.kind}: {told.answer}"
        yield f"    {one.hand.value} by hand, {one.marker.value} by the marker: {one.point}"


def main(arguments: list[str]) -> None:
    """Print the table of every set, or of those that are named."""
    wanted = [name for name in arguments if name in SETS] or SETS
    for name in wanted:
        found = compared(answers(name))
        sys.stdout.writelines(f"{line}\n" for line in summary(name, found))
        if "--disagreements" in arguments and name in OPEN:
            sys.stdout.writelines(f"{line}\n" for line in differences(found))


if __name__ == "__main__":
    main(sys.argv[1:])
