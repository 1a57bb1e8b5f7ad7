"""How far the marker of typed answers agrees with verdicts given by hand, as figures to print.

`python -m tests.marks.agreement` prints both halves; `--disagreements` adds where the marker
differs on the half to develop on. The texts of the half to report on are never printed.
"""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from questions.marks.rules import Verdict, mark

ANSWERS = Path(__file__).parent / "answers"
HALVES = ("develop", "report")
VERDICTS = tuple(Verdict)


@dataclass(frozen=True)
class Given:
    """One typed answer with what a fair interviewer says of every key point."""

    half: str
    kind: str
    prompt: str
    points: tuple[str, ...]
    answer: str
    verdicts: tuple[Verdict, ...]


@dataclass(frozen=True)
class Compared:
    """One key point of one answer: the verdict by hand and the marker's."""

    given: Given
    point: str
    hand: Verdict
    marker: Verdict

    @property
    def agreed(self) -> bool:
        return self.hand is self.marker


@dataclass(frozen=True)
class Agreement:
    """Shares of equal verdicts, 0 to 1, and kappas, at most 1 and 0 where only chance agrees."""

    points: int
    share: float
    kappa: float
    hit_kappa: float


def answers(half: str) -> list[Given]:
    """Every labelled answer of one half, in the order of the files."""
    return [given for path in sorted(ANSWERS.glob("*.toml")) for given in _read(path, half)]


def _read(path: Path, half: str) -> Iterator[Given]:
    for question in tomllib.loads(path.read_text("utf-8"))["question"]:
        if question["set"] != half:
            continue
        for given in question["given"]:
            yield Given(
                half=half,
                kind=given["kind"],
                prompt=question["prompt"],
                points=tuple(question["points"]),
                answer=" ".join(given["answer"].split()),
                verdicts=tuple(Verdict(verdict) for verdict in given["verdicts"]),
            )


def compared(given: Iterable[Given]) -> list[Compared]:
    """The marker's verdicts beside those given by hand, marked just as a quiz marks."""
    return [
        Compared(one, point, hand, marked.verdict)
        for one in given
        for point, hand, marked in zip(
            one.points, one.verdicts, mark(one.answer, one.points, prompt=one.prompt), strict=True
        )
    ]


def kappa(pairs: Iterable[tuple[object, object]]) -> float:
    """Cohen's kappa, unweighted; 1 where both sides only ever say one and the same thing."""
    table = Counter(pairs)
    total = table.total()
    rows, columns = Counter[object](), Counter[object]()
    for (one, other), count in table.items():
        rows[one] += count
        columns[other] += count
    observed = sum(count for (one, other), count in table.items() if one == other) / total
    expected = sum(rows[label] * columns[label] for label in rows) / total**2
    return 1.0 if expected == 1 else (observed - expected) / (1 - expected)


def agreement(found: list[Compared]) -> Agreement:
    """The figures of some compared points; there has to be at least one."""
    return Agreement(
        points=len(found),
        share=sum(one.agreed for one in found) / len(found),
        kappa=kappa((one.hand, one.marker) for one in found),
        hit_kappa=kappa((one.hand is Verdict.HIT, one.marker is Verdict.HIT) for one in found),
    )


def confusion(found: list[Compared]) -> dict[tuple[Verdict, Verdict], int]:
    """How often each verdict by hand, named first, met each of the marker's."""
    counts = Counter((one.hand, one.marker) for one in found)
    return {(hand, marker): counts[hand, marker] for hand in VERDICTS for marker in VERDICTS}


def _summary(half: str, found: list[Compared]) -> Iterator[str]:
    figures = agreement(found)
    texts = len({one.given for one in found})
    yield f"{half}: {texts} answers, {figures.points} key points"
    yield f"  agreement per point  {figures.share:.3f}"
    yield f"  kappa, 3 verdicts    {figures.kappa:.3f}"
    yield f"  kappa, hit or not    {figures.hit_kappa:.3f}"
    yield "  by hand    " + "".join(f"{verdict.value:>8}" for verdict in VERDICTS) + "  (marker)"
    table = confusion(found)
    for hand in VERDICTS:
        row = "".join(f"{table[hand, marker]:8}" for marker in VERDICTS)
        yield f"    {hand.value:<9}{row}"
    yield "  kind          points  agreed"
    for kind in sorted({one.given.kind for one in found}):
        of_kind = [one for one in found if one.given.kind == kind]
        yield f"    {kind:<11}{len(of_kind):7}{agreement(of_kind).share:8.3f}"


def _differences(found: list[Compared]) -> Iterator[str]:
    told: Given | None = None
    for one in found:
        if one.agreed:
            continue
        if one.given is not told:
            told = one.given
            yield f"\n{told.prompt}\n  {told.kind}: {told.answer}"
        yield f"    {one.hand.value} by hand, {one.marker.value} by the marker: {one.point}"


def main(arguments: list[str]) -> None:
    """Print the figures of both halves."""
    for half in HALVES:
        found = compared(answers(half))
        sys.stdout.writelines(f"{line}\n" for line in _summary(half, found))
        if half == "develop" and "--disagreements" in arguments:
            sys.stdout.writelines(f"{line}\n" for line in _differences(found))


if __name__ == "__main__":
    main(sys.argv[1:])
