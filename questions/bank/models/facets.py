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

    levels: dict[str, int]
    kinds: dict[str, int]
    topics: list[Share]
    documents: list[Share]
    mine: int
    total: int


def facets(person: Person, wanted: Wanted, ids: Sequence[UUID] | None = None) -> Facets:
    """All shares in one statement; `ids` are what a search found before any filter."""
    found: dict[str, list[Share]] = defaultdict(list)
    for facet, *rest in _Counting(person, wanted, ids).every():
        found[facet].append(Share(*rest))
    corners = [_Corner.of(share, person) for share in found["corner"]]
    return Facets(
        levels=_shared("level", [c for c in corners if c.passes(wanted.without("levels"))]),
        kinds=_shared("kind", [c for c in corners if c.passes(wanted.without("kinds"))]),
        topics=_in_tree_order(found["topic"]),
        documents=_added_up(found["document"]),
        mine=sum(c.count for c in corners if c.mine and c.passes(wanted)),
        total=sum(c.count for c in corners if c.passes(wanted)),
    )


@dataclass(frozen=True)
class _Corner:
    """How many questions have one level, one kind and one owner, whatever is filtered by these."""

    level: str
    kind: str
    mine: bool
    count: int

    @classmethod
    def of(cls, share: Share, person: Person) -> _Corner:
        mine = bool(share.parent) and UUID(share.parent) == person.pk
        return cls(share.key, share.name, mine, share.count)

    def passes(self, wanted: Wanted) -> bool:
        return (
            (not wanted.levels or self.level in wanted.levels)
            and (not wanted.kinds or self.kind in [kind.value for kind in wanted.kinds])
            and (self.mine or not wanted.mine)
        )


def _shared(name: str, corners: Sequence[_Corner]) -> dict[str, int]:
    counts: dict[str, int] = defaultdict(int)
    for corner in corners:
        counts[getattr(corner, name)] += corner.count
    return dict(counts)


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
    """One SELECT for each way of counting, each leaving its own filter out, in one UNION."""

    def __init__(self, person: Person, wanted: Wanted, ids: Sequence[UUID] | None) -> None:
        self.person, self.wanted, self.ids = person, wanted, ids

    def every(self) -> Combined:
        first, *others = self._branches()
        return first.union(*others, all=True)

    def _branches(self) -> list[Combined]:
        # One condition on topics each: a second filter() would join them a second time.
        on_topics = self._all_but("topics")
        sources = self._all_but("documents")
        return [
            _shares(
                "corner",
                self._all_but("levels", "kinds", "mine"),
                key="difficulty",
                name="kind",
                parent="owner",
            ),
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
                on_topics.filter(topics__isnull=False),
                distinct=True,
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
                distinct=True,
                key="folded__document",
                name="folded__document__title",
            ),
        ]

    def _all_but(self, *names: str) -> QuestionQuerySet:
        wanted = self.wanted
        for name in names:
            wanted = wanted.without(name)
        found = Question.objects.seen_by(self.person).standing().wanted(wanted, self.person)
        return found if self.ids is None else found.filter(pk__in=self.ids)


def _shares(
    facet: str, questions: QuestionQuerySet, *, distinct: bool = False, **columns: str
) -> Combined:
    """Questions by the value of these columns; where several are named, by the first.

    `distinct` where a question may come up twice for one value; it takes three times as long.
    """

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
        .annotate(count=Count("pk", distinct=distinct))
        .values_list(*COLUMNS, "count")
    )
    return found
