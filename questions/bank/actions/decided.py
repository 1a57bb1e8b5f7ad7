"""What people have decided about folds, as folding asks for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from questions.bank.models import Question, Suggestion
from questions.bank.rules.decisions import Decision

from .shelf import Shelf


@dataclass
class Decided:
    """Pairs that are one, and pairs that are two, whatever their words."""

    joined: dict[UUID, set[UUID]] = field(default_factory=lambda: defaultdict(set))
    parted: set[frozenset[UUID]] = field(default_factory=set)

    def are_parted(self, one: Question, others: Iterable[Question]) -> bool:
        """Whether somebody said that a question is not one with any of these."""
        return any(frozenset((one.pk, other.pk)) in self.parted for other in others)


def decided_by(owner: UUID | None) -> Decided:
    """Every decision about the questions of one owner, or of the house."""
    found = Decided()
    rows = Suggestion.objects.exclude(decision=Decision.OPEN.value).filter(one__owner=owner)
    for one, other, decision in rows.values_list("one", "other", "decision"):
        if decision == Decision.DISMISSED.value:
            found.parted.add(frozenset((one, other)))
        else:
            found.joined[one].add(other)
            found.joined[other].add(one)
    return found


def load_partners(shelf: Shelf, decided: Decided, concerned: set[UUID]) -> set[UUID]:
    """Take along what was joined to these questions, and whatever has the same words as that."""
    every, fresh = set(concerned), set(concerned)
    while fresh:
        partners = {pk for one in fresh for pk in decided.joined.get(one, ())} - every
        shelf.load(Question.objects.filter(pk__in=partners - shelf.questions.keys()))
        here = [shelf.questions[pk] for pk in partners if pk in shelf.questions]
        prints = {question.fingerprint for question in here} - {""}
        owners = {question.owner_id for question in here}
        if prints:
            alike = Question.objects.published().filter(fingerprint__in=prints)
            shelf.load(alike.filter(owner=owners.pop()))
        twins = {pk for pk, q in shelf.questions.items() if q.fingerprint in prints}
        fresh = (partners | twins) - every
        every |= fresh
    return every & shelf.questions.keys()
