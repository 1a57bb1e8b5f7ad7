"""How far the marker of typed answers agrees with verdicts given by hand."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from questions.marks.rules import Verdict, mark

ANSWERS = Path(__file__).parent / "answers"
SETS = ("develop", "study", "train", "check", "report")
VERDICTS = tuple(Verdict)


@dataclass(frozen=True)
class Given:
    """One typed answer with what a fair interviewer says of every key point.

    `hand` is who wrote it: each file of the set "train" is a hand of its own, every other set one.
    """

    set: str
    hand: str
    subject: str
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
    """Shares of equal verdicts, 0 to 1, and kappas, at most 1 and 0 where only chance agrees.

    The first two count all three verdicts and are the ones that the goal is read against; the
    other two ask only whether the point earned anything, so hit and partly are one.
    """

    points: int
    share: float
    kappa: float
    earned_share: float
    earned_kappa: float


def answers(name: str) -> list[Given]:
    """Every labelled answer of one set, in the order of the files."""
    return [given for path in sorted(ANSWERS.glob(f"{name}_*.toml")) for given in _read(path)]


def _read(path: Path) -> Iterator[Given]:
    of_set, subject = path.stem.split("_", 1)
    for question in tomllib.loads(path.read_text("utf-8"))["question"]:
        for given in question["given"]:
            yield Given(
                set=of_set,
                hand=subject if of_set == "train" else of_set,
                subject=question.get("subject", subject),
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
    earned = [(one.hand is not Verdict.MISSED, one.marker is not Verdict.MISSED) for one in found]
    return Agreement(
        points=len(found),
        share=sum(one.agreed for one in found) / len(found),
        kappa=kappa((one.hand, one.marker) for one in found),
        earned_share=sum(hand == marker for hand, marker in earned) / len(found),
        earned_kappa=kappa(earned),
    )


def confusion(found: list[Compared]) -> dict[tuple[Verdict, Verdict], int]:
    """How often each verdict by hand, named first, met each of the marker's."""
    counts = Counter((one.hand, one.marker) for one in found)
    return {(hand, marker): counts[hand, marker] for hand in VERDICTS for marker in VERDICTS}
