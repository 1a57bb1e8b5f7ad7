"""How many of the questions that one may see there are on each topic, level, kind and source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import CharField, Count, F, IntegerField, QuerySet, Value
from django.db.models.functions import Cast, Coalesce

from questions.bank.rules.wanted import Wanted

from .questions import Question, QuestionQuerySet

if TYPE_CHECKING:
    from .documents import Person

Combined = QuerySet[Any, tuple[Any, ...]]
COLUMNS = ("facet", "key", "name", "parent", "place")


@dataclass(frozen=True)
class Share:
    """One value of a filter, and how many questions have it among those that pass the others."""

    key: str
    name: str
    parent: str
    place: int
    count: int


@dataclass(frozen=True)
class Facets:
    """The shares of each filter, and how many questions pass all of them."""

    levels: list[Share]
    kinds: list[Share]
    topics: list[Share]
    documents: list[Share]
    mine: int
    total: int


def facets(person: Person, wanted: Wanted, ids: Sequence[UUID] | None = None) -> Facets:
    """All shares in one statement; `ids` are what a search found before any filter."""
    counting = _Counting(person, wanted, ids)
    found: dict[str, list[Share]] = defaultdict(list)
    for facet, *rest in counting.every():
        found[facet].append(Share(*rest))
    return Facets(
        levels=found["level"],
        kinds=found["kind"],
        topics=_in_tree_order(found["topic"]),
        documents=_added_up(found["document"]),
        mine=sum(share.count for share in found["mine"]),
        total=sum(share.count for share in found["all"]),
    )


def _in_tree_order(topics: list[Share]) -> list[Share]:
    """The house's in their order, then people's own, which have no place."""
    return sorted(topics, key=lambda share: (share.place == 0, share.place, share.name))


def _added_up(shares: list[Share]) -> list[Share]:
    counts: dict[str, int] = defaultdict(int)
    for share in shares:
        counts[share.key] += share.count
    named = {share.key: share for share in shares}
    return [
        Share(str(UUID(key)), share.name, "", 0, counts[key])
        for key, share in sorted(named.items(), key=lambda item: (-counts[item[0]], item[1].name))
    ]


class _Counting:
    """One SELECT a filter, each leaving its own filter out, all in one UNION."""

    def __init__(self, person: Person, wanted: Wanted, ids: Sequence[UUID] | None) -> None:
        self.person, self.wanted, self.ids = person, wanted, ids

    def every(self) -> Combined:
        first, *others = self._branches()
        return first.union(*others, all=True)

    def _branches(self) -> list[Combined]:
        on_topics = self._all_but("topics").filter(topics__isnull=False)
        sources = self._all_but("documents")
        branches = [
            _shares("all", self._narrowed(self.wanted)),
            _shares("level", self._all_but("levels"), key="difficulty"),
            _shares("kind", self._all_but("kinds"), key="kind"),
            _shares(
                "topic",
                on_topics.filter(topics__parent__isnull=False),
                key="topics__slug",
                name="topics__name",
                parent="topics__parent__slug",
                place="topics__position",
            ),
            _shares(
                "topic",
                on_topics,
                key="topics__parent__slug topics__slug",
                name="topics__parent__name topics__name",
                place="topics__parent__position topics__position",
            ),
            _shares("document", sources, key="document", name="document__title"),
            _shares(
                "document",
                sources.filter(folded__document__isnull=False).exclude(
                    folded__document=F("document")
                ),
                key="folded__document",
                name="folded__document__title",
            ),
        ]
        if self.person.pk is not None:
            branches.append(_shares("mine", self._all_but("mine").of(self.person)))
        return branches

    def _all_but(self, name: str) -> QuestionQuerySet:
        return self._narrowed(self.wanted.without(name))

    def _narrowed(self, wanted: Wanted) -> QuestionQuerySet:
        found = Question.objects.seen_by(self.person).standing().wanted(wanted, self.person)
        return found if self.ids is None else found.filter(pk__in=self.ids)


def _shares(facet: str, questions: QuestionQuerySet, **columns: str) -> Combined:
    """Distinct questions by the value of these columns; where several are named, by the first."""

    def text(name: str) -> Any:
        parts = [Cast(F(path), CharField()) for path in columns.get(name, "").split()]
        return Coalesce(*parts, Value("")) if parts else Value("", CharField())

    def number(name: str) -> Any:
        parts = [F(path) for path in columns.get(name, "").split()]
        return Coalesce(*parts, Value(0)) if parts else Value(0)

    found: Combined = (
        questions.order_by()
        .annotate(
            facet=Value(facet, CharField()),
            key=text("key"),
            name=text("name"),
            parent=text("parent"),
            place=Cast(number("place"), IntegerField()),
        )
        .values(*COLUMNS)
        .annotate(count=Count("pk", distinct=True))
        .values_list(*COLUMNS, "count")
    )
    return found
