"""How sound the items are that quizzes make of the starter bank, and what they measure themselves.

`python -m tests.measure.quizzes` prints the figures; with `--items SEED` it prints items of another
seed for somebody to read.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from importlib.util import find_spec

from questions.marks.rules.ability import Outcome, Rating, Ratings, expected
from questions.quizzes import rules
from tests.quizzes import made

SOUND = 0.95
CHANCE = 0.25
LEEWAY = 0.08
"""How far from chance the share may lie by chance itself, for a hundred and more items."""
ROWS = [[1, 1, 1, 1], [1, 1, 1, 0], [1, 1, 0, 0], [1, 0, 0, 1], [0, 0, 0, 0]]
Row = dict[str, object]


def measure() -> Iterator[Row]:
    """Soundness of items, the figures of known answers, and how well hardness is recovered."""
    yield from items()
    yield from vectors()
    yield from learned()


def items() -> Iterator[Row]:
    """What the second reading said of the items as they are made today."""
    sample, known = made.sample(), made.verdicts()
    read = [item for item in sample if item.digest in known]
    sound = [item for item in read if known[item.digest][0]]
    yield row("items as they were read", len(read), least=0.9 * made.READ)
    yield row("of these sound", len(sound) / max(1, len(read)), least=SOUND)
    for kind in ("native", "choice", "amount", "term", "order"):
        yield row(f"{kind}: items in the sample", sum(item.kind == kind for item in sample))
    picked = [item for item in sample if item.kind != "order"]
    longest = sum(item.longest_is_right for item in picked) / len(picked)
    yield row("the right option is the longest", longest, most=CHANCE + LEEWAY)
    for place in range(4):
        there = sum(item.options.index(item.right) == place for item in picked) / len(picked)
        yield row(f"the right option stands at place {place + 1}", there)


def vectors() -> Iterator[Row]:
    """Facility, discrimination, efficiency and alpha of a known matrix."""
    for place in range(4):
        scores = [row[place] for row in ROWS]
        found = rules.measured(scores, [sum(row) - row[place] for row in ROWS])
        yield row(f"question {place + 1}: facility", found.facility)
        yield row(f"question {place + 1}: discrimination", found.discrimination or 0.0)
        yield row(f"question {place + 1}: efficiency", found.efficiency or 0.0)
    yield row("alpha", rules.alpha(ROWS) or 0.0)


def learned() -> Iterator[Row]:
    """Simulated people of known ability answer questions of known hardness, 40 each."""
    rng = random.Random(made.SEED)
    hard = {question: rng.gauss(0, 1) for question in range(60)}
    known: dict[int, Ratings[int, str]] = {}
    shared: dict[int, Rating] = {}
    for person in range(200):
        able = rng.gauss(0, 1)
        known[person] = Ratings(hardness=shared)
        for question in rng.sample(sorted(hard), 40):
            right = rng.random() < expected(able, hard[question], 0.25)
            known[person].learn(Outcome(question, ("topic",), float(right), 0.25))
    found = [known[0].hardness[question].value for question in sorted(hard)]
    truth = [hard[question] for question in sorted(hard)]
    spread = (rules.covariance(found, found) * rules.covariance(truth, truth)) ** 0.5
    yield row("learned against true hardness", rules.covariance(found, truth) / spread, least=0.9)


def row(what: str, figure: float, least: float | None = None, most: float | None = None) -> Row:
    """A figure with its goal, as the other measurements print theirs."""
    goals = {"least": least, "most": most}
    return {"what": what, "figure": figure, **{k: v for k, v in goals.items() if v is not None}}


def told(one: Row) -> str:
    figure = float(str(one["figure"]))
    met = ("least" not in one or figure >= float(str(one["least"]))) and (
        "most" not in one or figure <= float(str(one["most"]))
    )
    goal = "".join(
        f" {sign} {one[name]}" for name, sign in (("least", ">="), ("most", "<=")) if name in one
    )
    verdict = ("met" if met else "NOT MET") if goal else ""
    return f"{verdict:8} {figure:>9.3f} {goal:10} {one['what']}"


def shown(seed: int) -> Iterator[str]:
    """Items of another seed, in the form in which they are read."""
    for item in made.sample(seed=seed):
        yield f"[{item.kind}] {item.prompt}"
        yield f"    {item.statement}" if item.statement else ""
        for option in item.options:
            yield f"    {'*' if option == item.right else '-'} {option}"


def main(words: Sequence[str]) -> None:
    if words[:1] == ["--items"]:
        print("\n".join(line for line in shown(int(words[1])) if line))
        return
    for one in measure():
        print(told(one))
    if find_spec("tests.measure.marking"):
        for one in import_module("tests.measure.marking").measure():
            print(told(one))


if __name__ == "__main__":
    main(sys.argv[1:])
