"""The five seed documents in a bank of their own, for what is found between their questions."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any
from uuid import UUID

from .quality import folders

Place = tuple[str, int]


@dataclass(frozen=True)
class Bank:
    """Where each question of the documents stands, and what was expected of them."""

    places: dict[str, list[tuple[int, int, UUID]]]
    expected: Path

    def at(self, place: Place) -> UUID | None:
        """The question that has this line of this file."""
        name, line = place
        rows = self.places.get(name, ())
        return next((pk for first, last, pk in rows if first <= line <= last), None)

    def pairs(self, groups: list[dict[str, Any]]) -> set[frozenset[UUID]]:
        """Every two questions of one group; places without a question are passed over."""
        found = set()
        for group in groups:
            pks = {pk for name, line in group["items"] if (pk := self.at((name, line)))}
            found |= {frozenset(pair) for pair in combinations(pks, 2)}
        return found

    def json(self, name: str) -> Any:
        return json.loads((self.expected / name).read_text("utf-8"))


@cache
def bank() -> Bank | None:
    """The seeds, read by somebody who has nothing else; None where they are not here."""
    from django.utils.timezone import now

    from questions.accounts.models import User
    from questions.bank.models import Answer
    from questions.ingest import actions, found

    here = folders()
    if here is None:
        return None
    corpus, _ = here
    owner = User.objects.create_user("settling@example.org")
    for path in sorted((corpus / "seeds").iterdir()):
        actions.ingest(path.name, found.read(path.name, path.read_bytes()), owner, at=now())
    places: dict[str, list[tuple[int, int, UUID]]] = {}
    rows = Answer.objects.filter(document__owner=owner).select_related("document")
    for row in rows:
        place = (row.first_line or 0, row.last_line or 0, row.question_id)
        assert row.document is not None
        places.setdefault(row.document.name, []).append(place)
    return Bank(places, corpus / "expected")
