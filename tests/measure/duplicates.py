"""Which of the seeds' questions fold, and which are offered as likely one."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from . import settling


def measure() -> Iterator[dict[str, object]]:
    """Pairs, as groups of questions made by hand say; near ones count neither way."""
    bank = settling.bank()
    if bank is None:
        yield {"goal": "duplicates", "what": "no documents here; set CORPUS"}
        return
    near = bank.json("near_clusters.json")
    right = bank.pairs(bank.json("clusters.json"))
    neutral = bank.pairs(near["near"]) - right
    never = bank.pairs(near["hard_negatives"]) - right
    folds = folded(bank)
    both = folds | offered(bank)
    yield row("pair precision of folding alone", precision(folds, right, neutral), least=1.0)
    yield row("pair recall of folding alone", recall(folds, right))
    yield row("pair recall with what is offered", recall(both, right), least=0.85)
    yield row("pair precision with what is offered", precision(both, right, neutral), least=0.6)
    yield row("pairs folded or offered that never should be", len(both & never), most=0)


def row(what: str, figure: float, **wanted: float) -> dict[str, object]:
    return {"goal": "duplicates", "what": what, "figure": figure, **wanted}


def recall(found: set[frozenset[UUID]], right: set[frozenset[UUID]]) -> float:
    return len(found & right) / len(right)


def precision(
    found: set[frozenset[UUID]], right: set[frozenset[UUID]], neutral: set[frozenset[UUID]]
) -> float:
    counted = found - neutral
    return len(counted & right) / len(counted) if counted else 1.0


def folded(bank: settling.Bank) -> set[frozenset[UUID]]:
    """The pairs that stand as one question."""
    from questions.bank.models import Question

    every = [pk for rows in bank.places.values() for _, _, pk in rows]
    groups: dict[UUID, set[UUID]] = {}
    for pk, head in Question.objects.filter(pk__in=every).values_list("pk", "folded_into"):
        groups.setdefault(head or pk, set()).add(pk)
    return {frozenset((a, b)) for some in groups.values() for a in some for b in some if a != b}


def offered(bank: settling.Bank) -> set[frozenset[UUID]]:
    """The pairs that are offered, each with what is folded into either of the two."""
    from questions.bank.models import Question, Suggestion

    every = {pk for rows in bank.places.values() for _, _, pk in rows}
    group: dict[UUID, set[UUID]] = {}
    for pk, head in Question.objects.filter(pk__in=every).values_list("pk", "folded_into"):
        group.setdefault(head or pk, set()).add(pk)
    found = set()
    for one, other in Suggestion.objects.waiting().values_list("one", "other"):
        if one in every:
            found |= {frozenset((a, b)) for a in group[one] for b in group[other]}
    return found
