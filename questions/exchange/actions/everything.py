"""All that is kept about a person, as one JSON object, written piece by piece.

It follows the tables, not a list of them, so that nothing is forgotten when one is added.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache

from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q

from questions.accounts.models import User

HOUSE = "questions."
SECRET = frozenset({"password", "digest", "nonce"})
"""Columns that are of use to nobody but us, or to a thief."""

NOT_OURS = frozenset({"accounts.receipt"})
"""Notes of ours that repeat what other rows say: what was answered to calls that may come again."""


def everything(person: User) -> Iterator[str]:
    """The object in pieces: a list of rows for each table, those that are the person's."""
    yield json.dumps({"format": "rehearsal everything", "version": 1})[:-1]
    for model, mine in tables():
        yield f', "{model._meta.label_lower}": ['
        for count, row in enumerate(_rows(model, mine, person)):
            yield (",\n" if count else "\n") + row
        yield "]"
    yield "}\n"


@cache
def tables() -> tuple[tuple[type[models.Model], tuple[str, ...]], ...]:
    """Every table of ours with rows of people, and how each leads to its person."""
    found: dict[type[models.Model], tuple[str, ...]] = {User: ("pk",)}
    ours = [model for model in apps.get_models() if model.__module__.startswith(HOUSE)]
    ours = [model for model in ours if model._meta.label_lower not in NOT_OURS]
    direct = {model: tuple(_to(model, User)) for model in ours if model is not User}
    found |= {model: paths for model, paths in direct.items() if paths}
    grown = True
    while grown:
        grown = False
        for model in ours:
            if model in found:
                continue
            paths = [
                f"{own}__{path}"
                for parent, ways in found.items()
                if parent is not User
                for own in _to(model, parent)
                for path in ways
            ]
            if paths:
                found[model], grown = tuple(paths), True
    return tuple(sorted(found.items(), key=lambda each: each[0]._meta.label_lower))


def _to(model: type[models.Model], parent: type[models.Model]) -> list[str]:
    """The columns by which a row belongs to a row of the other table."""
    return [
        field.name
        for field in model._meta.concrete_fields
        if isinstance(field, models.ForeignKey) and field.related_model is parent
    ]


def _rows(model: type[models.Model], paths: tuple[str, ...], person: User) -> Iterator[str]:
    mine = Q()
    for path in paths:
        mine |= Q(**{path: person.pk})
    fields = [field for field in model._meta.concrete_fields if field.name not in SECRET]
    names = [field.attname for field in fields]
    # The key alone is made distinct: of a table's JSON no database tells what is alike.
    keys = model._base_manager.filter(mine).values("pk")
    rows = model._base_manager.filter(pk__in=keys).order_by("pk").values_list(*names)
    for row in rows.iterator(chunk_size=1000):
        yield json.dumps(dict(zip(names, row, strict=True)), cls=DjangoJSONEncoder)
