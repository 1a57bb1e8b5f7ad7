"""Statements that are written once and executed many times with other values.

Putting a query of several subqueries together costs more time than the database needs to answer
it, and saving a row more than the database needs to write it. Where a page is asked for at every
answer of every learner, the statement is written on first use; afterwards only the values change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from typing import Any
from uuid import UUID, uuid4
from weakref import WeakKeyDictionary

from django.db import connections, models
from django.db.backends.base.base import BaseDatabaseWrapper

FIELDS: dict[type, models.Field[Any, Any]] = {
    UUID: models.UUIDField(),
    datetime: models.DateTimeField(),
    date: models.DateField(),
    str: models.CharField(),
}


@dataclass(frozen=True)
class Written:
    """A query as one connection understands it, and where in it the values go."""

    sql: str
    params: tuple[Any, ...]
    slots: tuple[tuple[int, str], ...]
    converted: Callable[[list[tuple[Any, ...]]], list[tuple[Any, ...]]]


class Prepared:
    """A `values_list` query with named values, each of them a UUID, a time, a day or text.

    `build` takes stand-ins for the values and returns the query; it must use them as they are,
    and for nothing but comparing.
    """

    def __init__(
        self, build: Callable[..., models.QuerySet[Any, tuple[Any, ...]]], **kinds: type
    ) -> None:
        self._build = build
        self._kinds = kinds
        self._written: WeakKeyDictionary[BaseDatabaseWrapper, Written] = WeakKeyDictionary()

    def rows(self, **values: Any) -> list[tuple[Any, ...]]:
        """All rows for these values."""
        written, params = self._filled(values)
        with connections["default"].cursor() as cursor:
            cursor.execute(written.sql, params)
            return written.converted(cursor.fetchall())

    def part(self, start: int, stop: int, **values: Any) -> list[tuple[Any, ...]]:
        """The rows from `start` to before `stop` for these values."""
        written, params = self._filled(values)
        with connections["default"].cursor() as cursor:
            cursor.execute(f"{written.sql} LIMIT %s OFFSET %s", [*params, stop - start, start])
            return written.converted(cursor.fetchall())

    def count(self, **values: Any) -> int:
        """How many rows there are for these values."""
        written, params = self._filled(values)
        with connections["default"].cursor() as cursor:
            counting = f"SELECT COUNT(*) FROM ({written.sql}) AS counted"  # nosec B608: our own query
            cursor.execute(counting, params)
            return int(cursor.fetchone()[0])

    def put_into(self, model: type[models.Model], columns: Sequence[str], **values: Any) -> None:
        """Write the rows into these columns of a model's table; rows that are there take them over.

        The first two columns are what tells its rows apart.
        """
        quoted = [connections["default"].ops.quote_name(name) for name in columns]
        table = connections["default"].ops.quote_name(model._meta.db_table)
        taken = ", ".join(f"{name} = excluded.{name}" for name in quoted[2:])
        written, params = self._filled(values)
        # The names are those of our own models.
        into = ["INSERT INTO", table, f"({', '.join(quoted)})", written.sql]
        same = ["ON CONFLICT", f"({', '.join(quoted[:2])})", "DO UPDATE SET", taken]
        with connections["default"].cursor() as cursor:
            cursor.execute(" ".join(into + same), params)

    def _filled(self, values: dict[str, Any]) -> tuple[Written, list[Any]]:
        """The statement, and its parameters for these values."""
        connection = connections["default"]
        written = self._written.get(connection)
        if written is None:
            written = self._written[connection] = self._write(connection)
        params = list(written.params)
        for place, name in written.slots:
            params[place] = self._as_param(name, values[name], connection)
        return written, params

    def row(self, **values: Any) -> tuple[Any, ...] | None:
        """The first row, or None."""
        found = self.rows(**values)
        return found[0] if found else None

    def _as_param(self, name: str, value: Any, connection: BaseDatabaseWrapper) -> Any:
        field = FIELDS[self._kinds[name]]
        quick = _quick_param(field, value, connection)
        return field.get_db_prep_value(value, connection) if quick is None else quick

    def _write(self, connection: BaseDatabaseWrapper) -> Written:
        stand_ins = {name: stand_in(kind, n) for n, (name, kind) in enumerate(self._kinds.items())}
        query = self._build(**stand_ins).query
        compiler = query.get_compiler(connection=connection)
        sql, params = compiler.as_sql()
        marks = {self._as_param(name, value, connection): name for name, value in stand_ins.items()}
        slots = tuple((n, marks[param]) for n, param in enumerate(params) if param in marks)
        found = compiler.get_converters(
            [column for column, _, _ in compiler.select[: compiler.col_count]]
        )
        plan = [
            (place, [_alone(convert, expression, connection) for convert in each])
            for place, (each, expression) in found.items()
        ]

        def converted(rows: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
            return [_convert(row, plan) for row in rows]

        return Written(sql, tuple(params), slots, converted if plan else list)


Plan = list[tuple[int, list[Callable[[Any], Any]]]]


def _convert(row: tuple[Any, ...], plan: Plan) -> tuple[Any, ...]:
    """A row as the database gave it with the values that its fields stand for."""
    values = list(row)
    for place, converters in plan:
        for convert in converters:
            values[place] = convert(values[place])
    return tuple(values)


def _alone(convert: Any, expression: Any, connection: BaseDatabaseWrapper) -> Callable[[Any], Any]:
    """A converter that needs the value alone; the usual ones read the settings at each value."""
    quick = QUICK.get(getattr(convert, "__name__", ""))
    ours = getattr(convert, "__self__", None) is connection.ops
    if quick and ours and connection.timezone is UTC:
        return quick
    return lambda value: convert(value, expression, connection)


def _as_uuid(value: str | None) -> UUID | None:
    return None if value is None else UUID(int=int(value, 16))


def _as_moment(value: datetime | str | None) -> datetime | None:
    if isinstance(value, str):  # where it does not come from a column itself
        value = datetime.fromisoformat(value)
    return None if value is None else value.replace(tzinfo=UTC)


QUICK: dict[str, Callable[[Any], Any]] = {
    "convert_uuidfield_value": _as_uuid,
    "convert_datetimefield_value": _as_moment,
}
"""What SQLite's converters do with what our columns hold: hex digits, and moments in UTC."""


def _quick_param(field: Any, value: Any, connection: BaseDatabaseWrapper) -> str | None:
    """What SQLite is given for an id or a moment, as its fields have it; None where they must."""
    if connection.vendor != "sqlite":
        return None
    if type(value) is UUID and isinstance(field, models.UUIDField):
        return value.hex
    if type(value) is datetime and value.tzinfo is UTC and isinstance(field, models.DateTimeField):
        return str(value.replace(tzinfo=None)) if connection.timezone is UTC else None
    return None


class Saved:
    """Writes named columns of one model's rows as `save` would, without its signals and checks."""

    def __init__(self, model: type[models.Model], columns: Iterable[str]) -> None:
        self._fields: list[Any] = [model._meta.get_field(name) for name in columns]
        self._table = model._meta.db_table
        self._key: Any = model._meta.pk

    def insert(self, row: models.Model) -> None:
        """Add a row; a column that is not named gets what the database gives it."""
        self.insert_all([row])

    def insert_all(self, rows: Iterable[object]) -> None:
        """Add rows, as `insert` adds one; anything that has the columns' names will do."""
        self._execute(self._insertion, rows, self._fields)

    def update(self, row: models.Model) -> None:
        """Write the named columns of a row that is there."""
        self.update_all([row])

    def update_all(self, rows: Iterable[models.Model]) -> None:
        """Write the named columns of rows that are there."""
        self._execute(self._change, rows, [*self._fields, self._key])

    @cached_property
    def _insertion(self) -> str:
        names = ", ".join(self._quoted(field.column) for field in self._fields)
        places = ", ".join("%s" for _ in self._fields)
        return f"INSERT INTO {self._quoted(self._table)} ({names}) VALUES ({places})"  # nosec B608

    @cached_property
    def _change(self) -> str:
        changes = ", ".join(f"{self._quoted(field.column)} = %s" for field in self._fields)
        where = f"{self._quoted(self._key.column)} = %s"
        return f"UPDATE {self._quoted(self._table)} SET {changes} WHERE {where}"  # nosec B608

    def _quoted(self, name: str) -> str:
        return connections["default"].ops.quote_name(name)

    def _execute(self, statement: str, rows: Iterable[object], fields: list[Any]) -> None:
        connection = connections["default"]
        columns = [
            (f.attname, _kept_as_it_is(f), getattr(f, "target_field", f), f.get_db_prep_save)
            for f in fields
        ]
        params = []
        for row in rows:
            found = []
            for name, kept, field, prepared in columns:
                value = getattr(row, name)
                if type(value) in kept:
                    found.append(value)
                    continue
                quick = _quick_param(field, value, connection)
                found.append(prepared(value, connection) if quick is None else quick)
            params.append(found)
        with connection.cursor() as cursor:
            if len(params) == 1:
                cursor.execute(statement, params[0])
            else:
                cursor.executemany(statement, params)


def _kept_as_it_is(field: models.Field[Any, Any]) -> frozenset[type]:
    """The types whose values a field writes as they are; asking it costs more than writing."""
    return frozenset() if isinstance(field, models.JSONField) else PLAIN


PLAIN = frozenset({type(None), bool, int, float, str})


def stand_in(kind: type, number: int) -> Any:
    """A value of this kind that no other value of a query is like."""
    if kind is UUID:
        return uuid4()
    if kind is str:
        return uuid4().hex
    if kind is datetime:
        return datetime(1111, 1, 1, 1, number, tzinfo=UTC)
    return date(1111, 1, 1 + number)
