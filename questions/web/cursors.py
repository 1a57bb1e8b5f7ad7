"""Going through a list by a cursor: what comes after a row, however many came before it since.

A cursor holds what the last row was ordered by, signed for the very list it came from, so that it
outlives the row, and means nothing elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any

from django.core import signing
from django.db.models import Field, Q, QuerySet
from django.db.models.expressions import OrderBy

from questions.errors import Malformed


class NotACursor(Malformed):
    """What came as a cursor was never given out for this list."""

    code = "not_a_cursor"


@dataclass(frozen=True)
class Term:
    """One thing that a list is ordered by."""

    name: str
    descending: bool = False
    nulls_first: bool = False

    def beyond(self, value: Any) -> Q | None:
        """What comes after a value; None where nothing can."""
        if value is None:
            return Q(**{f"{self.name}__isnull": False}) if self.nulls_first else None
        later = Q(**{f"{self.name}__{'lt' if self.descending else 'gt'}": value})
        return later if self.nulls_first else later | Q(**{f"{self.name}__isnull": True})

    def same(self, value: Any) -> Q:
        return Q(**{f"{self.name}__isnull": True} if value is None else {self.name: value})


def terms(rows: QuerySet[Any]) -> list[Term]:
    """What the rows are ordered by, to the last: their key is always among it."""
    found = [term(one) for one in rows.query.order_by or rows.model._meta.ordering or ()]
    keys = {"pk", rows.model._meta.pk.name}
    return found if any(one.name in keys for one in found) else [*found, Term("pk")]


def term(one: Any) -> Term:
    if isinstance(one, str):
        return Term(one.removeprefix("-"), one.startswith("-"))
    assert isinstance(one, OrderBy)
    by: Any = one.expression
    return Term(by.name, one.descending, bool(one.nulls_first))


def field(rows: QuerySet[Any], name: str) -> Field[Any, Any]:
    """The column that a term names, also across a relation."""
    *path, last = name.split("__")
    model = reduce(lambda m, step: m._meta.get_field(step).related_model, path, rows.model)
    found: Field[Any, Any] = model._meta.pk if last == "pk" else model._meta.get_field(last)
    return getattr(found, "target_field", found)


def salt(rows: QuerySet[Any]) -> str:
    return f"{rows.model._meta.label} by {terms(rows)}"


def opened(cursor: str, salt: str) -> Sequence[Any]:
    """What a cursor holds. Raises NotACursor for what was not signed for this list."""
    try:
        found: Sequence[Any] = signing.loads(cursor, salt=salt)
    except signing.BadSignature:
        raise NotACursor("This cursor was not given out for this list.") from None
    return found


def cursor_of(rows: QuerySet[Any], last: Any) -> str:
    """The cursor for what comes after a row of them."""
    names = [one.name for one in terms(rows)]
    values = rows.model._base_manager.filter(pk=last).values_list(*names).get()
    kept = [value if value is None else str(value) for value in values]
    return signing.dumps(kept, salt=salt(rows))


def after(rows: QuerySet[Any], cursor: str) -> QuerySet[Any]:
    """The rows that come after those that a cursor has seen; all, where it is empty."""
    if not cursor:
        return rows
    kept = opened(cursor, salt(rows))
    found, seen = Q(), Q()
    for one, text in zip(terms(rows), kept, strict=True):
        value = field(rows, one.name).to_python(text)
        later = one.beyond(value)
        if later is not None:
            found |= seen & later
        seen &= one.same(value)
    return rows.filter(found)


def cursor_in(keys: Sequence[Any], last: Any) -> str:
    """The cursor for what comes after a key, where a search has put the keys in order."""
    return signing.dumps([str(last), keys.index(last)], salt="search")


def after_in(keys: Sequence[Any], cursor: str) -> Sequence[Any]:
    """The keys after the one of a cursor; where that is no longer found, after its place."""
    if not cursor:
        return keys
    last, place = opened(cursor, "search")
    places = {str(key): n for n, key in enumerate(keys)}
    return keys[places.get(last, place - 1) + 1 :]
