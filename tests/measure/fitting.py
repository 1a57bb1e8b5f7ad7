"""Fits the weights of the marker on the answers to develop on: `python -m tests.measure.fitting`.

Prints the table for `questions/marks/rules/judging.py` and, before it, what such weights reach on
what they were not fitted on: each hand in turn is left out and then marked, then each subject. The
sets to check with and to report on are not opened.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from math import exp, sqrt

from questions.marks.rules import Verdict
from questions.marks.rules.marker import HIT, is_recited, read
from questions.marks.rules.signals import signals
from tests.marks.agreement import answers, kappa

SETS = ("develop", "study", "train")
RIDGE = 20.0
"""How strongly weights are held small; in the unit of one labelled point each."""
ROUNDS = 40


@dataclass(frozen=True)
class Row:
    """The figures of one labelled point, and whether it was said."""

    hand: str
    subject: str
    figures: tuple[float, ...]
    verdict: Verdict
    refuted: bool
    recited: bool

    @property
    def hit(self) -> bool:
        return self.verdict is Verdict.HIT


@dataclass(frozen=True)
class Fitted:
    """A bias and a weight for each figure."""

    bias: float
    weights: tuple[float, ...]

    def chance(self, figures: Sequence[float]) -> float:
        total = self.bias + sum(w * x for w, x in zip(self.weights, figures, strict=True))
        return 1 / (1 + exp(-total))


def rows() -> tuple[list[str], list[Row]]:
    """The names of the figures, and a row for every labelled point."""
    names: list[str] = []
    found = []
    for name in SETS:
        for given in answers(name):
            read_ = read(given.answer, given.points, prompt=given.prompt)
            made = zip(read_, signals(read_, given.prompt), given.verdicts, strict=True)
            for reading, figures, verdict in made:
                names = list(figures.figures())
                values = tuple(float(value) for value in figures.figures().values())
                found.append(
                    Row(
                        given.hand,
                        f"{given.hand} {given.subject}",
                        values,
                        verdict,
                        reading.refuted,
                        is_recited(reading, figures),
                    )
                )
    return names, found


def fit(data: Sequence[Row]) -> Fitted:
    """Logistic regression by Newton's method on figures of mean 0 and deviation 1."""
    size = len(data[0].figures)
    means = [sum(row.figures[at] for row in data) / len(data) for at in range(size)]
    spread = [
        sqrt(sum((row.figures[at] - means[at]) ** 2 for row in data) / len(data)) or 1.0
        for at in range(size)
    ]
    scaled = [
        [1.0, *((row.figures[at] - means[at]) / spread[at] for at in range(size))] for row in data
    ]
    beta = [0.0] * (size + 1)
    for _ in range(ROUNDS):
        step = _step(scaled, data, beta)
        beta = [one + change for one, change in zip(beta, step, strict=True)]
        if max(map(abs, step)) < 1e-6:
            break
    weights = tuple(beta[at + 1] / spread[at] for at in range(size))
    return Fitted(beta[0] - sum(w * m for w, m in zip(weights, means, strict=True)), weights)


def _step(scaled: list[list[float]], data: Sequence[Row], beta: list[float]) -> list[float]:
    size = len(beta)
    held = [0.0] + [RIDGE] * (size - 1)
    slope = [-held[at] * beta[at] for at in range(size)]
    curve = [[held[at] if at == other else 0.0 for other in range(size)] for at in range(size)]
    for figures, row in zip(scaled, data, strict=True):
        chance = 1 / (1 + exp(-sum(b * x for b, x in zip(beta, figures, strict=True))))
        miss = row.hit - chance
        bend = chance * (1 - chance)
        for at, figure in enumerate(figures):
            slope[at] += miss * figure
            part = bend * figure
            line = curve[at]
            for other in range(at, size):
                line[other] += part * figures[other]
    for at in range(size):
        for other in range(at):
            curve[at][other] = curve[other][at]
    return solved(curve, slope)


def solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """The solution of a linear system, by elimination with pivots."""
    size = len(right)
    table = [[*line, value] for line, value in zip(matrix, right, strict=True)]
    for at in range(size):
        pivot = max(range(at, size), key=lambda line: abs(table[line][at]))
        table[at], table[pivot] = table[pivot], table[at]
        for below in range(at + 1, size):
            factor = table[below][at] / table[at][at]
            if factor:
                table[below] = [
                    x - factor * y for x, y in zip(table[below], table[at], strict=True)
                ]
    found = [0.0] * size
    for at in reversed(range(size)):
        rest = sum(table[at][other] * found[other] for other in range(at + 1, size))
        found[at] = (table[at][size] - rest) / table[at][at]
    return found


def left_out(
    data: Sequence[Row], group: Callable[[Row], str]
) -> dict[str, list[tuple[Verdict, Verdict]]]:
    """The verdicts by hand and by weights fitted on all the other groups, by group."""
    pairs: dict[str, list[tuple[Verdict, Verdict]]] = {}
    for name in sorted({group(row) for row in data}):
        fitted = fit([row for row in data if group(row) != name and not row.refuted])
        pairs[name] = [(row.verdict, _verdict(row, fitted)) for row in data if group(row) == name]
    return pairs


def _verdict(row: Row, fitted: Fitted) -> Verdict:
    said = row.recited or fitted.chance(row.figures) >= HIT
    return Verdict.HIT if said and not row.refuted else Verdict.MISSED


def reached(what: str, pairs: Sequence[tuple[Verdict, Verdict]]) -> str:
    share = sum(one is other for one, other in pairs) / len(pairs)
    return f"# {what}: {share:.3f}, kappa {kappa(pairs):.3f}\n"


def table(names: Sequence[str], fitted: Fitted) -> Iterator[str]:
    yield f"BIAS = {fitted.bias:.3f}"
    yield "WEIGHTS = {"
    for name, weight in zip(names, fitted.weights, strict=True):
        yield f'    "{name}": {weight:.3f},'
    yield "}"


def main() -> None:
    """Print what is reached on what is left out, then the weights fitted on all."""
    names, data = rows()
    if "--quick" not in sys.argv:
        hands = left_out(data, lambda row: row.hand)
        sys.stdout.writelines(reached(f"without {name}", hands[name]) for name in hands)
        sys.stdout.write(reached("every hand left out in turn", [*chain(*hands.values())]))
        subjects = left_out(data, lambda row: row.subject)
        sys.stdout.write(reached("every subject left out in turn", [*chain(*subjects.values())]))
    fitted = fit([row for row in data if not row.refuted])
    sys.stdout.writelines(f"{line}\n" for line in table(names, fitted))


if __name__ == "__main__":
    main()
