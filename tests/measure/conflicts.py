"""Which contradictions of the seeds are noted, of those whose claims differ in a number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from . import settling

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def measure() -> Iterator[dict[str, object]]:
    """Recall over contradictions, precision over what is noted about amounts and defaults."""
    bank = settling.bank()
    if bank is None:
        yield {"goal": "conflicts", "what": "no documents here; set CORPUS"}
        return
    inside = [x for x in bank.json("contradictions.json") if x["conflict_inside_corpus"]]
    wanted = [entry for entry in inside if in_numbers(entry)]
    noted = list(rows(bank))
    hits = {entry["id"] for entry in wanted if any(meets(entry, row, bank) for row in noted)}
    right = sum(any(meets(entry, row, bank) for entry in inside) for row in noted)
    missed = ", ".join(entry["id"] for entry in wanted if entry["id"] not in hits)
    yield {
        "goal": "conflicts",
        "what": "recall of contradictions in a number",
        "figure": len(hits) / len(wanted),
        "least": 0.6,
        "more": f"{len(hits)} of {len(wanted)}; missed: {missed}",
    }
    yield {
        "goal": "conflicts",
        "what": "precision of noted disagreements",
        "figure": right / len(noted) if noted else 1.0,
        "least": 0.6,
        "more": f"{right} of {len(noted)}",
    }


def in_numbers(entry: dict[str, Any]) -> bool:
    """Whether a claim that is right and one that is not give different numbers."""
    claims = [(c["verdict"] == "right", set(NUMBER.findall(c["quote"]))) for c in entry["claims"]]
    given = [(right, numbers) for right, numbers in claims if numbers]
    return any(
        mine and not theirs and not numbers & others
        for mine, numbers in given
        for theirs, others in given
    )


def rows(bank: settling.Bank) -> Iterator[Any]:
    from questions.bank.models import Disagreement

    every = {pk for some in bank.places.values() for _, _, pk in some}
    for row in Disagreement.objects.with_sources().filter(right=""):
        if row.one.question_id in every:
            yield row


def meets(entry: dict[str, Any], row: Any, bank: settling.Bank) -> bool:
    """Whether the two statements are claims of this contradiction that cannot both be right."""
    one = verdicts(entry, row.one, row.one_says, bank)
    other = verdicts(entry, row.other, row.other_says, bank)
    return any(mine != theirs for mine in one for theirs in other)


def verdicts(entry: dict[str, Any], answer: Any, says: str, bank: settling.Bank) -> set[str]:
    return {
        claim["verdict"]
        for claim in entry["claims"]
        if bank.at((claim["file"], claim["line"])) == answer.question_id
        and bare(claim["quote"]) in bare(says)
    }


def bare(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())
